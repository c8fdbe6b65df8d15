import { accept } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import type { Draft, SessionEvent } from '../../protocol/live/event.ts';
import { FLOOR, SYSTEM } from '../../protocol/live/ids.ts';
import type { CommandId, ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import '../../protocol/parts.ts';
import { initialState, reduce } from '../../protocol/live/state.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { commandRow } from '../../protocol/table.ts';
import type { CommandName, Done } from '../../protocol/table.ts';
import { failure } from '../refusal.ts';
import type { SessionLog } from '../store/store.ts';
import { authorise } from './authorise.ts';
import { decide } from './decide/index.ts';
import type { Decision } from './decide/decision.ts';
import { parse } from './parse.ts';

/** What a listener is told: the events that became durable together, and the state before and after them. */
export interface Change {
  readonly events: readonly SessionEvent[];
  readonly before: SessionState;
  readonly after: SessionState;
}

/** Events kept in memory for clients that come back; who missed more gets a snapshot. */
const TAIL = 2_000;
/** Command ids kept to recognise a retry. */
const REMEMBERED = 10_000;

/**
 * One session: its log, and the state that follows from it. Commands are decided on the newest state, also where that
 * is not durable yet, so that many share one sync of the disk; they are acknowledged and told only once durable.
 */
export class LiveSession {
  readonly id: SessionId;
  readonly #log: SessionLog<SessionEvent>;
  readonly #listeners = new Set<(change: Change) => void>();
  readonly #done = new Map<CommandId, number>();
  readonly #underWay = new Map<CommandId, Promise<Result<Done>>>();
  #durable: SessionState;
  #newest: SessionState;
  #tail: SessionEvent[];
  /** Counts the times that the newest state was thrown away because the log did not take it. */
  #fallbacks = 0;

  private constructor(id: SessionId, log: SessionLog<SessionEvent>, state: SessionState, tail: SessionEvent[]) {
    this.id = id;
    this.#log = log;
    this.#durable = state;
    this.#newest = state;
    this.#tail = tail;
    for (const event of tail) this.#remember(event);
  }

  /** Replays the log. Rejects with a StoreError when it cannot be read. */
  static async open(id: SessionId, log: SessionLog<SessionEvent>): Promise<LiveSession> {
    let state = initialState();
    const tail: SessionEvent[] = [];
    for await (const event of log.read()) {
      state = reduce(state, event);
      tail.push(event);
      if (tail.length > REMEMBERED * 2) tail.splice(0, REMEMBERED);
    }
    return new LiveSession(id, log, state, tail.slice(-REMEMBERED));
  }

  /** What is durable, and therefore what anybody may be told. */
  get state(): SessionState {
    return this.#durable;
  }

  get damaged(): boolean {
    return this.#log.damaged !== undefined;
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A command from a participant, as it came: parsed, authorised, decided, appended. A retry of a done one changes nothing. */
  run(participant: ParticipantId, id: CommandId, name: CommandName, payload: unknown): Promise<Result<Done>> {
    const key = `${participant} ${id}`;
    const done = this.#done.get(key);
    if (done !== undefined) return Promise.resolve(accept({ seq: done }));
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;
    const running = this.#run(participant, id, name, payload).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, running);
    return running;
  }

  /** A decision of the server itself (a seat taken, a stream published), on the newest state. */
  async decide(actor: ParticipantId, decision: (state: SessionState) => Decision): Promise<Result<Done>> {
    const drafts = decision(this.#newest);
    return drafts.ok ? this.#append(actor, drafts.value) : drafts;
  }

  /** Appends what has happened, as the installation. */
  record(...drafts: readonly Draft[]): Promise<Result<Done>> {
    return this.#append(SYSTEM, drafts);
  }

  /** The events after `seq`, or nothing when they are no longer in memory. */
  since(seq: number): readonly SessionEvent[] | undefined {
    const recent = this.#tail.slice(-TAIL);
    const first = recent[0]?.seq ?? 1;
    if (seq > this.#durable.seq || seq + 1 < first) return undefined;
    return recent.filter((event) => event.seq > seq);
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#log.close();
  }

  async #run(participant: ParticipantId, id: CommandId, name: CommandName, payload: unknown): Promise<Result<Done>> {
    const row = commandRow(name);
    const parsed = parse(row.payload, payload);
    if (!parsed.ok) return parsed;
    const actor = authorise(this.#newest, participant, row);
    if (!actor.ok) return actor;
    const decision = decide(name, this.#newest, actor.value, parsed.value, { now: Date.now(), id });
    return decision.ok ? this.#append(participant, decision.value, id) : decision;
  }

  async #append(actor: ParticipantId, drafts: readonly Draft[], command?: CommandId): Promise<Result<Done>> {
    if (drafts.length === 0) return accept({ seq: this.#newest.seq });
    const at = Date.now();
    const first = this.#newest.seq + 1;
    // The draft's type and data belong together; spreading a union loses that for TypeScript, not for the value.
    const events = drafts.map((draft, index) => ({
      seq: first + index, at, actor, room: draft.room ?? FLOOR, audience: draft.audience ?? 'everyone', type: draft.type, data: draft.data,
      ...(command === undefined ? {} : { command }),
    }) as SessionEvent);
    const before = this.#newest;
    const after = events.reduce(reduce, before);
    this.#newest = after;
    const fallbacks = this.#fallbacks;
    try {
      await this.#log.append(events);
    } catch (error) {
      // Nothing of it happened. Whatever was decided on top of it fails in the log too, by its number, and must not throw away
      // what has been decided since.
      if (fallbacks === this.#fallbacks) {
        this.#fallbacks += 1;
        this.#newest = this.#durable;
      }
      return failure(error);
    }
    this.#settle(events, before, after);
    return accept({ seq: first + events.length - 1 });
  }

  /** `foreseen` is what follows when everything before has become durable as it was decided, which is worked out already. */
  #settle(events: readonly SessionEvent[], basis: SessionState, foreseen: SessionState): void {
    const before = this.#durable;
    this.#durable = before === basis ? foreseen : events.reduce(reduce, before);
    this.#tail.push(...events);
    if (this.#tail.length > REMEMBERED * 2) this.#tail.splice(0, REMEMBERED);
    for (const event of events) this.#remember(event);
    for (const listener of this.#listeners) listener({ events, before, after: this.#durable });
  }

  #remember(event: SessionEvent): void {
    if (event.command === undefined) return;
    this.#done.set(`${event.actor} ${event.command}`, event.seq);
    if (this.#done.size > REMEMBERED) this.#done.delete(this.#done.keys().next().value!);
  }
}
