import type { ParticipantId, SessionId } from '../../../protocol/live/ids.ts';
import type { Evidence, Part } from '../../../protocol/observation/evidence.ts';
import type { Problem } from '../../app/problem.ts';
import { newId } from '../../live/ids.ts';
import { Store } from '../../media/store.ts';
import type { Arrived, CaptureServer } from './captureServer.ts';
import { Course } from './course.ts';
import { isFull } from './deviceStore.ts';
import type { DeviceStore } from './deviceStore.ts';
import { sha256 } from './hash.ts';
import type { Blobs, CaptureCode, CapturePayload, Kept, Queued } from './item.ts';
import type { Line } from './line.ts';
import { restAfter } from './pace.ts';
import type { PartSize } from './pace.ts';
import { meaningOf, withoutAbsent } from './refusals.ts';

export interface QueueDeps {
  readonly session: SessionId;
  readonly participant: ParticipantId;
  readonly store: DeviceStore;
  readonly server: CaptureServer;
  readonly line: Line;
  readonly size: PartSize;
  /** 0 to 1. */
  readonly random: () => number;
  readonly now: () => number;
}

export interface QueueSnapshot {
  /** The oldest first. */
  readonly items: readonly Queued[];
  /** How many wait for their turn, for a line, or for somebody. */
  readonly waiting: number;
}

/** Either it is written on the device, or it was never taken and this says why. */
export type KeepResult = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: CaptureCode };

const ELSEWHERE_MS = 2_000;
const OFFLINE_MS = 30_000;
const RESTARTS = 2;
const ANOTHER_PLACE = 5;

/**
 * Captures on their way from the device to the server. What was captured is on the device's disk before anything else
 * happens to it; from there it is registered under its own id and sent in parts, as often as it takes, over reloads and
 * dead lines, until the server has every byte or says that it may not be kept.
 */
export class CaptureQueue {
  readonly #deps: QueueDeps;
  readonly #courses = new Map<string, Course>();
  readonly #snapshot = new Store<QueueSnapshot>({ items: [], waiting: 0 });
  readonly #closing = new AbortController();
  readonly #end: () => void;
  #wake = new AbortController();
  #failures = 0;
  #running = false;

  readonly subscribe = this.#snapshot.subscribe;
  readonly getSnapshot = this.#snapshot.getSnapshot;

  constructor(deps: QueueDeps) {
    this.#deps = deps;
    this.#end = deps.line.subscribe(() => void this.look());
  }

  /** Looks at what is on the device, also what another page has put there, and goes on with it. */
  async look(): Promise<void> {
    const { store, session, participant } = this.#deps;
    const all = await store.list(session, participant).catch(() => []);
    for (const { stopped, ...kept } of all) {
      if (this.#courses.has(kept.id)) continue;
      // Whoever looks at the page again has signed in again.
      const rests = stopped !== undefined && stopped !== 'identity.required';
      this.#courses.set(kept.id, new Course(rests ? { ...kept, stopped } : kept));
    }
    this.nudge();
  }

  /** Something new: written to the device before this resolves. `id`: what it becomes, when somebody has to know beforehand. */
  capture(capture: CapturePayload, blobs: Blobs, id = newId()): Promise<KeepResult> {
    return this.#keep({ evidence: id, version: id, pictured: capture.pictured, capture, registered: false }, id, blobs);
  }

  /** The bytes of a version that is registered already, a mask. */
  sendVersion({ blobs, ...version }: Pick<Kept, 'evidence' | 'version' | 'pictured'> & { readonly blobs: Blobs }): Promise<KeepResult> {
    return this.#keep({ ...version, registered: true }, version.version, blobs);
  }

  blob(id: string, part: Part): Promise<Blob | undefined> {
    return this.#deps.store.blob(id, part).catch(() => undefined);
  }

  retry(id: string): void {
    const course = this.#courses.get(id);
    if (course?.kept.stopped === undefined) return;
    course.restarts = 0;
    void this.#change(course, { stopped: undefined });
    this.nudge();
  }

  /** Takes an item off the device that was not sent, or whose refusal has been read. */
  async drop(id: string): Promise<void> {
    const course = this.#courses.get(id);
    if (!course) return;
    const { registered, capture, refused } = course.kept;
    await this.#remove(course);
    if (registered && capture && refused === undefined) await this.#deps.server.discard(course.kept.evidence);
  }

  /** Follows the visit: what was given up there is deleted here, and a pause that is over lets go on. */
  follow(items: Readonly<Record<string, Pick<Evidence, 'state' | 'reason'>>>, paused: boolean): void {
    for (const course of this.#courses.values()) {
      const item = items[course.kept.evidence];
      if (item?.state === 'discarded') void this.#refuse(course, item.reason === 'consent' ? 'device.consentGone' : 'evidence.discarded');
      else if (!paused && course.kept.stopped === 'capture.paused') this.retry(course.kept.id);
    }
  }

  /** Does not wait any longer before it tries again. */
  readonly nudge = (): void => {
    this.#publish();
    this.#wake.abort();
    void this.#run();
  };

  close(): void {
    this.#closing.abort();
    this.#wake.abort();
    this.#end();
  }

  async #keep(item: Omit<Kept, 'id' | 'session' | 'participant' | 'keptAt'>, id: string, blobs: Blobs): Promise<KeepResult> {
    const { store, session, participant, now } = this.#deps;
    const kept: Kept = { ...item, id, session, participant, keptAt: now() };
    try {
      await store.add(kept, blobs);
    } catch (error) {
      return { ok: false, code: isFull(error) ? 'device.full' : 'device.noStore' };
    }
    this.#courses.set(id, new Course(kept));
    this.nudge();
    return { ok: true, id };
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (let course = this.#next(); course && !this.#closing.signal.aborted; course = this.#next()) {
      const { line } = this.#deps;
      this.#wake = new AbortController();
      // A device that thinks it has no network is believed for a while, not for ever.
      if (!line.isOnline()) await line.rest(OFFLINE_MS, this.#wake.signal);
      await this.#turn(course);
      const pause = this.#pause();
      if (pause > 0) await line.rest(pause, this.#wake.signal);
    }
    this.#running = false;
  }

  /** The oldest that nobody knows of yet, or without its small picture; then the oldest. */
  #next(): Course | undefined {
    const active = [...this.#courses.values()].filter((one) => one.isActive);
    const free = active.filter((one) => one.elsewhereUntil <= this.#deps.now());
    return free.find((one) => one.isUrgent) ?? free[0] ?? active[0];
  }

  #pause(): number {
    if (this.#failures > 0) return restAfter(this.#failures, this.#deps.random);
    const active = [...this.#courses.values()].filter((one) => one.isActive);
    const until = Math.min(...active.map((one) => one.elsewhereUntil));
    return active.length === 0 ? 0 : Math.max(0, until - this.#deps.now());
  }

  /** One step of one item, unless another page of this browser is at it. */
  async #turn(course: Course): Promise<void> {
    course.isSending = true;
    this.#publish();
    try {
      const mine = await this.#deps.line.alone(course.kept.id, () => this.#step(course));
      if (!mine) course.elsewhereUntil = this.#deps.now() + ELSEWHERE_MS;
    } catch {
      // The device's own store did not answer: as passing as a line that is gone.
      this.#failures += 1;
    } finally {
      course.isSending = false;
      course.onTheWire = 0;
      this.#publish();
    }
  }

  async #step(course: Course): Promise<void> {
    const kept = await this.#deps.store.get(course.kept.id);
    // Another page has brought it to its end.
    if (!kept) return this.#forget(course);
    if (!course.isActive) return;
    if (!kept.registered) return this.#register(course);
    const { part } = course;
    if (part === undefined) return this.#remove(course);
    if (course.received[part] === undefined) return this.#takeIn(course, part, await this.#deps.server.arrived(course.kept, part, this.#closing.signal));
    await this.#send(course, part);
  }

  async #register(course: Course): Promise<void> {
    const { capture } = course.kept;
    if (!capture) return;
    const answer = await this.#deps.server.register(course.kept.id, capture, this.#closing.signal);
    if (!course.isActive) return undefined;
    if (answer.ok) {
      this.#failures = 0;
      return this.#change(course, { registered: true });
    }
    const rest = withoutAbsent(capture, answer.error);
    if (rest) return this.#change(course, { capture: rest });
    return this.#failed(course, undefined, answer.error);
  }

  async #send(course: Course, part: Part): Promise<void> {
    const { store, server, now } = this.#deps;
    const blob = await store.blob(course.kept.id, part);
    const offset = course.received[part] ?? 0;
    if (!blob || blob.size !== course.total(part)) return this.#refuse(course, 'device.damaged');
    const bytes = blob.slice(offset, offset + this.#deps.size.bytes);
    const began = now();
    const answer = await server.send(course.kept, part, offset, bytes, this.#closing.signal, (share) => {
      course.onTheWire = share * bytes.size;
      this.#publish();
    });
    if (answer.ok && bytes.size === this.#deps.size.bytes) this.#deps.size.took(now() - began);
    return this.#takeIn(course, part, answer);
  }

  async #takeIn(course: Course, part: Part, answer: { readonly ok: true; readonly value: Arrived } | { readonly ok: false; readonly error: Problem }): Promise<void> {
    // It was given up while this was on the wire.
    if (!course.isActive) return undefined;
    if (!answer.ok) return this.#failed(course, part, answer.error);
    this.#failures = 0;
    const { received, stored } = answer.value;
    if (stored) course.stored.add(part);
    else if (received < course.total(part)) course.received[part] = received;
    // All is there and not one file yet: the server is still at it, and says so when it is asked again.
    else {
      course.ask(part);
      this.#failures += 1;
    }
    if (course.part === undefined) await this.#remove(course);
    return undefined;
  }

  async #failed(course: Course, part: Part | undefined, { code, detail }: Problem): Promise<void> {
    if (code === 'client.stopped') return undefined;
    if (code === 'evidence.absent' && course.kept.capture && course.restarts === 0) {
      course.restarts += 1;
      return this.#change(course, { registered: false });
    }
    if (part && code === 'upload.offset') return this.#goOnFrom(course, part, detail);
    if (part && code === 'file.hashDiffers') return this.#beginAgain(course, part);
    switch (meaningOf(code)) {
      case 'final': return this.#refuse(course, course.kept.registered && code.startsWith('capture.') ? 'device.consentGone' : code);
      case 'stop': return this.#change(course, { stopped: code });
      case 'passing':
        this.#failures += 1;
        this.#deps.size.broke();
        // What has arrived of a part that was cut is the server's to say.
        if (part) course.ask(part);
        return undefined;
    }
  }

  #goOnFrom(course: Course, part: Part, detail: string | undefined): Promise<void> {
    const at = detail !== undefined && /^\d+$/u.test(detail) ? Number(detail) : undefined;
    if (at === undefined || at >= course.total(part)) course.ask(part);
    else course.received[part] = at;
    course.restarts += 1;
    // Two that send the same would push each other about for ever.
    if (course.restarts % ANOTHER_PLACE === 0) this.#failures += 1;
    return Promise.resolve();
  }

  async #beginAgain(course: Course, part: Part): Promise<void> {
    const blob = await this.#deps.store.blob(course.kept.id, part);
    if (!blob || (await sha256(blob)) !== course.kept.pictured[part]?.hash) return this.#refuse(course, 'device.damaged');
    course.restarts += 1;
    course.ask(part);
    if (course.restarts > RESTARTS) await this.#change(course, { stopped: 'file.hashDiffers' });
  }

  /** It may not be kept: its bytes are deleted, and the word why stays until somebody has read it. */
  async #refuse(course: Course, code: CaptureCode): Promise<void> {
    const { registered, capture, evidence, refused } = course.kept;
    if (refused !== undefined) return;
    course.kept = { ...course.kept, refused: code };
    this.#publish();
    await this.#deps.store.empty(course.kept);
    if (registered && capture && code !== 'evidence.discarded') await this.#deps.server.discard(evidence);
  }

  async #change(course: Course, change: Partial<Kept>): Promise<void> {
    course.kept = { ...course.kept, ...change };
    this.#publish();
    // Where the device takes nothing any more, the server is asked once more after a reload; it takes everything once.
    await this.#deps.store.change(course.kept).catch(() => undefined);
  }

  async #remove(course: Course): Promise<void> {
    await this.#deps.store.remove(course.kept.id);
    this.#forget(course);
  }

  #forget(course: Course): void {
    this.#courses.delete(course.kept.id);
    this.#publish();
  }

  #publish(): void {
    const items = [...this.#courses.values()].map((course) => course.view());
    this.#snapshot.patch({ items, waiting: items.filter((one) => one.state !== 'refused').length });
  }
}
