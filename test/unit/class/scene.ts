import { decide } from '../../../server/live/decide/index.ts';
import { authorise } from '../../../server/live/authorise.ts';
import { decideTimeUp } from '../../../server/class/decide/closing.ts';
import type { Decision } from '../../../server/live/decide/decision.ts';
import { commandRow } from '../../../protocol/table.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import { project, sees } from '../../../protocol/live/audience.ts';
import type { Role } from '../../../protocol/kinds.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import '../../../protocol/parts.ts';

export const START = Date.UTC(2030, 0, 1, 9);

/** A class under way: a trainer, a tutor, an interpreter and four trainees, one of whom has not come yet; and a deck. */
export class ClassScene {
  state: SessionState = initialState();
  readonly events: SessionEvent[] = [];
  now = START;

  constructor() {
    this.append('system', [
      { type: 'session.scheduled', data: { id: 's', kind: 'class', title: 'A class', languages: ['en'], startsAt: START, endsAt: START + 3_600_000, zone: 'UTC', lobby: false, administration: 'north', createdBy: 'tess' } },
      ...people.map(([id, role]): Draft => ({ type: 'participant.invited', data: whoIs(id, role) })),
      { type: 'deck.attached', data: { id: 'deck', title: 'Worksheet', pages: 3, version: { language: 'en', file: 'f', bytes: 1 } } },
      { type: 'deck.versionAdded', data: { deck: 'deck', version: { language: 'fr', file: 'g', bytes: 1 } } },
      { type: 'session.opened', data: {} },
      ...people.filter(([id]) => id !== 'dan').map(([id, role], order): Draft => ({ type: 'participant.joined', data: { participant: id, who: { ...whoIs(id, role), order } } })),
    ]);
  }

  /** The code of the answer: ok, or the refusal's. */
  run<N extends CommandName>(who: string, name: N, payload: CommandInput<N>, id = `c${this.events.length}`): string {
    const row = commandRow(name);
    const actor = authorise(this.state, who, row);
    if (!actor.ok) return actor.error.code;
    return this.take(who, decide(name, this.state, actor.value, row.payload.parse(payload), { now: this.now, id }));
  }

  /** The clock of the server strikes. */
  strike(now: number): void {
    this.now = now;
    this.take('system', decideTimeUp(this.state, now));
  }

  take(who: string, decision: Decision): string {
    if (!decision.ok) return decision.error.code;
    this.append(who, decision.value);
    return 'ok';
  }

  /** What somebody holds, and what they were sent since, as text to be searched. */
  seenBy(who: string): string {
    return JSON.stringify([project(this.state, who), this.events.filter((event) => sees(this.state, who, event.audience))]);
  }

  roomOf(who: string): string {
    return this.state.participants[who]!.room;
  }

  append(actor: string, drafts: readonly Draft[]): void {
    const events = drafts.map((draft, index) => ({ room: FLOOR, audience: 'everyone', ...draft, seq: this.state.seq + 1 + index, at: this.now, actor }) as SessionEvent);
    this.events.push(...events);
    this.state = events.reduce(reduce, this.state);
  }
}

const people: readonly (readonly [string, Role])[] = [
  ['tess', 'trainer'], ['tom', 'tutor'], ['ida', 'interpreter'], ['ann', 'trainee'], ['ben', 'trainee'], ['cleo', 'trainee'], ['dan', 'trainee'],
];

function whoIs(id: string, role: Role) {
  return { id, name: id, administration: 'north', administrationName: 'North', country: 'NO', language: 'en', person: id, role };
}
