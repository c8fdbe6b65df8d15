import fc from 'fast-check';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import { FLOOR, SYSTEM } from '../../../protocol/live/ids.ts';
import { rolesOf } from '../../../protocol/kinds.ts';
import type { KindName, Role } from '../../../protocol/kinds.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { commandRow, commands } from '../../../protocol/table.ts';
import type { CommandName } from '../../../protocol/table.ts';
import { authorise } from '../../../server/live/authorise.ts';
import { decide } from '../../../server/live/decide/index.ts';
import { decideDrop, decideKnock, decideTimeout } from '../../../server/live/decide/knock.ts';
import { about } from '../../../server/live/decide/media.ts';

/** Valid histories of a session: whatever a few people may try, through the same gate and decisions as on the server. */
export const people = ['ann', 'bo', 'chen', 'dia', 'eve'] as const;
const rooms = [FLOOR, 'r1', 'r2', 'r3'];
const decks = ['d1', 'd2'];

export type Step =
  | { readonly kind: 'command'; readonly who: string; readonly name: CommandName; readonly payload: unknown }
  | { readonly kind: 'knock' | 'drop' | 'timeout'; readonly who: string }
  | { readonly kind: 'publish'; readonly who: string; readonly alongside: boolean }
  | { readonly kind: 'guest'; readonly id: string };

const who = fc.constantFrom(...people, 'guest1', 'guest2');
const room = fc.constantFrom(...rooms);
const deck = fc.constantFrom(...decks);
const page = fc.integer({ min: 1, max: 4 });
const members = fc.uniqueArray(who, { maxLength: 4 });

/** A payload for every command; a new command without one fails the type check. */
const payloads: { readonly [N in CommandName]: fc.Arbitrary<unknown> } = {
  'session.change': fc.record({ title: fc.constantFrom('One', 'Two'), lobby: fc.boolean() }, { requiredKeys: [] }),
  'session.open': fc.constant({}), 'session.start': fc.constant({}), 'session.end': fc.constant({}),
  'session.lock': fc.record({ locked: fc.boolean() }),
  'participant.admit': fc.record({ participants: fc.uniqueArray(who, { minLength: 1, maxLength: 4 }) }),
  'participant.decline': fc.record({ participant: who }),
  'participant.remove': fc.record({ participant: who, ban: fc.boolean() }),
  'participant.unban': fc.record({ participant: who }), 'participant.uninvite': fc.record({ participant: who }),
  'participant.assign': fc.record({ participant: who, role: fc.constantFrom<Role>('host', 'speaker', 'attendee', 'interpreter') }),
  'participant.handOver': fc.record({ participant: who }), 'participant.leave': fc.constant({}),
  'participant.language': fc.record({ language: fc.constantFrom('en', 'fr', 'zh-CN') }),
  'room.create': fc.record({ name: fc.constantFrom('Group', 'Caucus'), mode: fc.constantFrom('aside', 'alongside'), members }),
  'room.rename': fc.record({ room, name: fc.constantFrom('New', 'Newer') }), 'room.members': fc.record({ room, members }),
  'room.move': fc.record({ room, participants: fc.uniqueArray(who, { minLength: 1, maxLength: 3 }) }),
  'room.enter': fc.record({ room }), 'room.close': fc.record({ room }),
  'hand.raise': fc.constant({}), 'hand.lower': fc.record({ participant: who }, { requiredKeys: [] }), 'hand.clear': fc.constant({}),
  'chat.send': fc.record({ text: fc.constantFrom('hello', 'bonjour'), to: who, room }, { requiredKeys: ['text'] }),
  'stage.layout': fc.record({ layout: fc.constantFrom('auto', 'grid', 'speaker', 'page'), pinned: fc.uniqueArray(who, { maxLength: 2 }) }),
  'stage.present': fc.record({ deck, page }), 'stage.page': fc.record({ page }),
  'stage.view': fc.record({ x: fc.constantFrom(0, 0.5), y: fc.constant(0.5), scale: fc.constantFrom(1, 2) }),
  'stage.hand': fc.record({ to: who }), 'stage.take': fc.constant({}), 'stage.stop': fc.constant({}),
  'deck.detach': fc.record({ deck }), 'deck.removeVersion': fc.record({ deck, language: fc.constantFrom('en', 'fr') }),
  'mark.add': fc.record({ deck, page, shape: fc.constant({ tool: 'pen', ink: 'red', width: 0.01, points: [0.1, 0.1, 0.5] }) }),
  'mark.undo': fc.record({ deck, page }), 'mark.clear': fc.record({ deck, page }),
  'media.pause': fc.record({ publication: who }), 'media.resume': fc.record({ publication: who }), 'media.close': fc.record({ publication: who }),
  'media.mute': fc.record({ participant: who, source: fc.constantFrom('microphone', 'camera') }),
  'media.muteAll': fc.record({ except: fc.uniqueArray(who, { maxLength: 2 }) }),
  'readiness.report': fc.record({ transport: fc.constant('udp'), camera: fc.constant('ok'), microphone: fc.constant('ok'), speaker: fc.constant('ok') }),
};

/** What takes much away is kept rare, so that histories get somewhere. */
const drastic: readonly CommandName[] = [
  'session.end', 'participant.uninvite', 'participant.remove', 'participant.decline', 'participant.leave', 'deck.detach', 'room.close', 'session.lock',
];
const names = Object.keys(commands) as CommandName[];
const name = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...names.filter((one) => !drastic.includes(one))) },
  { weight: 4, arbitrary: fc.constantFrom(...drastic.filter((one) => one !== 'session.end')) },
);
const commandStep = name.chain((one) =>
  fc.record({ kind: fc.constant('command' as const), who: fc.oneof({ weight: 2, arbitrary: fc.constant('ann') }, { weight: 3, arbitrary: who }), name: fc.constant(one), payload: payloads[one] }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 200, arbitrary: commandStep },
  { weight: 40, arbitrary: fc.record({ kind: fc.constantFrom('knock' as const, 'knock' as const, 'drop' as const, 'timeout' as const), who }) },
  { weight: 20, arbitrary: fc.record({ kind: fc.constant('publish' as const), who, alongside: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('guest' as const), id: fc.constantFrom('guest1', 'guest2') }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'command', who: 'ann', name: 'session.end', payload: {} }) },
);

export const steps = fc.array(step, { minLength: 20, maxLength: 150, size: 'max' });

/** The session as it was scheduled, with its host inside and two decks, so that histories do not spend their steps on getting there. */
export function opening(kind: KindName = 'plain'): readonly Draft[] {
  const roles = rolesOf(kind);
  return [
    { type: 'session.scheduled', data: { id: 's', kind, title: 'A session', languages: ['en'], startsAt: 1, endsAt: 2, zone: 'UTC', lobby: true, administration: 'north', createdBy: 'ann' } },
    ...people.map((id, index): Draft => ({
      type: 'participant.invited',
      data: { id, name: id, administration: index % 2 ? 'south' : 'north', administrationName: 'A', country: 'FR', language: 'en', person: id, role: roles[index % roles.length]! },
    })),
    { type: 'deck.attached', data: { id: 'd1', title: 'Deck', pages: 4, version: { language: 'en', file: 'a', bytes: 1 } } },
    { type: 'deck.attached', data: { id: 'd2', title: 'Deck', pages: 2, version: { language: 'en', file: 'b', bytes: 1 } } },
  ];
}

/** Plays steps and tells of each event with the state before and after, as the server settles them. */
export class Play {
  state: SessionState = initialState;
  readonly events: SessionEvent[] = [];
  readonly #told: (events: readonly SessionEvent[], after: SessionState) => void;

  constructor(told: (events: readonly SessionEvent[], after: SessionState) => void = () => {}) {
    this.#told = told;
    this.append(SYSTEM, opening());
    for (const early of ['ann', 'bo', 'chen']) this.#take(early, decideKnock(this.state, early));
    this.#command({ kind: 'command', who: 'ann', name: 'participant.admit', payload: { participants: ['bo', 'chen'] } });
    this.append('ann', [
      { type: 'room.created', data: { id: 'r1', name: 'Group', mode: 'aside', members: ['bo', 'guest1'] } },
      { type: 'room.created', data: { id: 'r2', name: 'Back channel', mode: 'alongside', members: ['bo', 'chen', 'dia'] } },
    ]);
  }

  run(step: Step): void {
    switch (step.kind) {
      case 'knock': return this.#take(step.who, decideKnock(this.state, step.who));
      case 'drop': return this.#take(step.who, decideDrop(this.state, step.who));
      case 'timeout': return this.#take(SYSTEM, decideTimeout(this.state, step.who));
      case 'guest':
        if (this.state.participants[step.id] || this.state.session.phase === 'ended') return;
        return this.append(SYSTEM, [{
          type: 'participant.invited', audience: { permission: 'lobby.manage' },
          data: { id: step.id, name: step.id, administration: 'guests', administrationName: 'G', country: 'FR', language: 'fr', invitation: 'i', role: 'attendee' },
        }]);
      case 'publish': return this.#publish(step.who, step.alongside);
      case 'command': return this.#command(step);
    }
  }

  append(actor: string, drafts: readonly Draft[]): void {
    if (drafts.length === 0) return;
    const events = drafts.map((draft, index) => ({
      room: FLOOR, audience: 'everyone', ...draft, seq: this.state.seq + 1 + index, at: this.state.seq, actor,
    }) as SessionEvent);
    this.state = events.reduce(reduce, this.state);
    this.events.push(...events);
    this.#told(events, this.state);
  }

  #command(step: Extract<Step, { kind: 'command' }>): void {
    const row = commandRow(step.name);
    const payload = row.payload.safeParse(step.payload);
    if (!payload.success) throw new Error(`${step.name}: the arbitrary does not fit the schema: ${payload.error.message}`);
    const actor = authorise(this.state, step.who, row);
    if (!actor.ok) return;
    const id = `r${1 + (this.events.length % 3)}`;
    if (step.name === 'room.create' && this.state.rooms[id]) return;
    const unique = step.name === 'room.create' ? id : `c${this.events.length}`;
    this.#take(step.who, decide(step.name, this.state, actor.value, payload.data, { now: 0, id: unique }));
  }

  #publish(who: string, alongside: boolean): void {
    if (this.state.participants[who]?.presence !== 'in' || this.state.publications[who]) return;
    const room = alongside
      ? Object.values(this.state.rooms).find((one) => one.mode === 'alongside' && one.members.includes(who))?.id
      : undefined;
    this.append(who, [about(room === undefined ? {} : { room }, {
      type: 'media.published',
      data: { id: who, participant: who, source: 'microphone', channel: 'floor', paused: false, ...(room === undefined ? {} : { alongside: room }) },
    })]);
  }

  #take(actor: string, decision: { readonly ok: true; readonly value: readonly Draft[] } | { readonly ok: false }): void {
    if (decision.ok) this.append(actor, decision.value);
  }
}
