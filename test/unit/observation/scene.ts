import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import { FLOOR, SYSTEM } from '../../../protocol/live/ids.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { commandRow } from '../../../protocol/table.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { authorise } from '../../../server/live/authorise.ts';
import { decide } from '../../../server/live/decide/index.ts';
import { joined } from '../../../server/live/decide/participants.ts';
import { namesOf, opening, underWay } from '../protocol/casts.ts';

/** The moment of every command, to which a test adds. */
export const NOW = Date.UTC(2030, 0, 1, 10, 0, 0, 700);
export const picture = (letter: string) => ({ content: { hash: letter.repeat(64), bytes: 900, mime: 'image/jpeg' as const } });

/**
 * A visit that is under way: ann leads for the host, eve films, hal keeps the record; bo and dia observe for the other side;
 * chen represents the operator, fay works there, gus interprets. Zone z1 may be filmed, z2 never; dia has the turn.
 */
export class Visit {
  state: SessionState = initialState();
  readonly events: SessionEvent[] = [];
  now = NOW;
  #ids = 0;

  constructor() {
    this.record(...opening('observation'), { type: 'session.opened', data: {} });
    for (const one of namesOf('observation')) this.record(joined(this.state.participants[one]!));
    this.record(...underWay);
  }

  record(...drafts: readonly Draft[]): void {
    this.#append(SYSTEM, drafts);
  }

  /** "ok" or the code of the refusal, with its detail where it has one. Leaves out the wire, and nothing else. */
  try<N extends CommandName>(who: string, name: N, payload: CommandInput<N>, id = `c${this.#ids += 1}`): string {
    const row = commandRow(name);
    const parsed = row.payload.parse(payload);
    const actor = authorise(this.state, who, row);
    const decision = actor.ok ? decide(name, this.state, actor.value, parsed, { now: this.now, id }) : actor;
    if (!decision.ok) return [decision.error.code, ...(decision.error.detail === undefined ? [] : [decision.error.detail])].join(' ');
    this.#append(who, decision.value);
    return 'ok';
  }

  /** What has to be done; answers the id of what it made. */
  must<N extends CommandName>(who: string, name: N, payload: CommandInput<N>, id = `c${this.#ids += 1}`): string {
    const code = this.try(who, name, payload, id);
    if (code !== 'ok') throw new Error(`${name}: ${code}`);
    return id;
  }

  capture(who = 'eve', more: Partial<CommandInput<'evidence.capture'>> = {}): string {
    return this.must(who, 'evidence.capture', { kind: 'still', title: '', capturedAt: NOW, zone: 'z1', pictured: picture('a'), ...more });
  }

  /** The bytes of a version have arrived. */
  store(evidence: string, version = evidence): void {
    this.record({ type: 'evidence.stored', data: { evidence, version, part: 'content' }, audience: audiences.custody });
  }

  stored(who = 'eve', more: Partial<CommandInput<'evidence.capture'>> = {}): string {
    const id = this.capture(who, more);
    this.store(id);
    return id;
  }

  item(id: string) {
    return this.state.observation.evidence.items[id];
  }

  #append(actor: string, drafts: readonly Draft[]): void {
    const events = drafts.map((draft, index) => ({
      room: FLOOR, audience: 'everyone', ...draft, seq: this.state.seq + 1 + index, at: this.now, actor,
    }) as SessionEvent);
    this.state = events.reduce(reduce, this.state);
    this.events.push(...events);
  }
}
