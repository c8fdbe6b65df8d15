import fc from 'fast-check';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import { FLOOR, SYSTEM } from '../../../protocol/live/ids.ts';
import { belongs } from '../../../protocol/live/rooms.ts';
import { kinds, may } from '../../../protocol/kinds.ts';
import type { Role } from '../../../protocol/kinds.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { ceremonyCommands } from '../../../protocol/ceremony/commands.ts';
import { caseCommands } from '../../../protocol/assessment/case/commands/table.ts';
import { readersOf } from '../../../protocol/assessment/case/project.ts';
import { classCommands } from '../../../protocol/class/commands/table.ts';
import { observationCommands } from '../../../protocol/observation/commands/table.ts';
import { isStored, parts } from '../../../protocol/observation/evidence.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { assessmentCommands } from '../../../protocol/assessment/meeting/commands/table.ts';
import { commandRow, commands } from '../../../protocol/table.ts';
import type { CommandName } from '../../../protocol/table.ts';
import { authorise } from '../../../server/live/authorise.ts';
import { decideTimeUp } from '../../../server/class/decide/closing.ts';
import { decide } from '../../../server/live/decide/index.ts';
import { decideDrop, decideKnock, decideTimeout } from '../../../server/live/decide/knock.ts';
import { decideExport } from '../../../server/observation/package/exported.ts';
import { about } from '../../../server/live/decide/media.ts';
import { conferred, done, filed, guests, namesOf, opening, roleOf, underWay } from './casts.ts';
import type { Deed, PlayedKind } from './casts.ts';
import { interpretationPayloads } from './interpretationPayloads.ts';
import { asRead, casePayloads, madeInCases } from './casePayloads.ts';
import { agreed, ceremonyPayloads } from './ceremonyPayloads.ts';
import { classPayloads, madeInClasses, taught } from './classPayloads.ts';
import { meetingPayloads } from './meetingPayloads.ts';
import { made, visitPayloads } from './visitPayloads.ts';
import { decideWritten, writerOf, writtenSteps } from './writtenSteps.ts';
import type { WrittenStep } from './writtenSteps.ts';

/** Valid histories of a session: whatever a few people may try, through the same gate and decisions as on the server. */
const rooms = [FLOOR, 'r1', 'r2', 'r3', 'backChannel', 'q1', 'q2'];
const decks = ['d1', 'd2'];

export type Step =
  | { readonly kind: 'command'; readonly who: string; readonly name: CommandName; readonly payload: unknown; readonly id?: string }
  | { readonly kind: 'knock' | 'drop' | 'timeout'; readonly who: string }
  | { readonly kind: 'publish'; readonly who: string; readonly alongside: boolean }
  | { readonly kind: 'guest'; readonly id: string }
  /** The next bytes of an item of evidence have arrived, as the upload says it. */
  | { readonly kind: 'stored'; readonly evidence: string }
  | { readonly kind: 'exported'; readonly who: string }
  /** The time that the groups of a class were given is over. */
  | { readonly kind: 'timeUp' }
  | WrittenStep
  /** A document has been filed in a case, as the upload says it. */
  | { readonly kind: 'filed'; readonly who: string; readonly document: string; readonly isPrivate: boolean };

const room = fc.constantFrom(...rooms);
const deck = fc.constantFrom(...decks);
const page = fc.integer({ min: 1, max: 4 });

/** A payload for every command; a new command without one fails the type check. */
function payloadsOf(who: fc.Arbitrary<string>, roles: readonly Role[]): { readonly [N in CommandName]: fc.Arbitrary<unknown> } {
  const members = fc.uniqueArray(who, { maxLength: 4 });
  return {
    'session.change': fc.record({ title: fc.constantFrom('One', 'Two'), lobby: fc.boolean() }, { requiredKeys: [] }),
    'session.open': fc.constant({}), 'session.start': fc.constant({}), 'session.end': fc.constant({}),
    'session.lock': fc.record({ locked: fc.boolean() }),
    'participant.admit': fc.record({ participants: fc.uniqueArray(who, { minLength: 1, maxLength: 4 }) }),
    'participant.decline': fc.record({ participant: who }),
    'participant.remove': fc.record({ participant: who, ban: fc.boolean() }),
    'participant.unban': fc.record({ participant: who }), 'participant.uninvite': fc.record({ participant: who }),
    'participant.assign': fc.record({ participant: who, role: fc.constantFrom(...roles) }),
    'participant.handOver': fc.record({ participant: who }), 'participant.leave': fc.constant({}),
    'participant.language': fc.record({ language: fc.constantFrom('en', 'fr', 'zh-CN') }),
    'room.create': fc.record({ name: fc.constantFrom('Group', 'Caucus'), mode: fc.constantFrom('aside', 'alongside'), members }),
    'room.rename': fc.record({ room, name: fc.constantFrom('New', 'Newer') }), 'room.members': fc.record({ room, members }),
    'room.move': fc.record({ room, participants: fc.uniqueArray(who, { minLength: 1, maxLength: 3 }) }),
    'room.enter': fc.record({ room }), 'room.close': fc.record({ room }),
    'hand.raise': fc.constant({}), 'hand.lower': fc.record({ participant: who }, { requiredKeys: [] }), 'hand.clear': fc.constant({}),
    'floor.give': fc.record({ participant: who, given: fc.boolean() }),
    'chat.send': fc.oneof(
      { weight: 4, arbitrary: fc.record({ text: fc.constantFrom('hello', 'bonjour'), to: who, room }, { requiredKeys: ['text'] }) },
      { weight: 1, arbitrary: fc.constant({ text: 'entre nous', toDelegation: true }) },
    ),
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
    ...visitPayloads(who),
    ...casePayloads(who),
    ...ceremonyPayloads(who),
    ...meetingPayloads(who),
    ...classPayloads(who),
    ...interpretationPayloads(who),
  };
}

/** What takes much away is kept rare, so that histories get somewhere. */
const drastic: readonly CommandName[] = [
  'session.end', 'participant.uninvite', 'participant.remove', 'participant.decline', 'participant.leave', 'participant.assign', 'participant.handOver',
  'deck.detach', 'room.close', 'session.lock', 'visit.removeZone', 'visit.removeSlot', 'visit.removeCriterion', 'evidence.discard', 'agenda.removeItem',
  'caucus.close', 'outcome.withdraw',
  // Copies are made anew after each of these, as long as nobody has signed.
  'ceremony.side', 'ceremony.options', 'ceremony.fillIn',
];
const names = Object.keys(commands) as CommandName[];
const ownCommands: Readonly<Record<PlayedKind, readonly CommandName[]>> = {
  plain: [], observation: Object.keys(observationCommands) as CommandName[], case: Object.keys(caseCommands) as CommandName[],
  assessment: Object.keys(assessmentCommands) as CommandName[], class: Object.keys(classCommands) as CommandName[],
  ceremony: Object.keys(ceremonyCommands) as CommandName[],
};
const ofKinds = Object.values(ownCommands).flat();

/** Histories of a kind of session; a command comes mostly from somebody who may give it. */
export function stepsOf(kind: PlayedKind, maxLength = 150): fc.Arbitrary<readonly Step[]> {
  const everybody = [...namesOf(kind), ...guests];
  const who = fc.constantFrom(...everybody);
  const payloads = payloadsOf(who, Object.keys(kinds[kind].roles) as Role[]);
  const usual = names.filter((one) => !drastic.includes(one) && !ofKinds.includes(one));
  const own = ownCommands[kind];
  const isRich = own.length > 0;
  const name = fc.oneof(
    { weight: isRich ? 12 : 60, arbitrary: fc.constantFrom(...usual) },
    ...(isRich ? [{ weight: 60, arbitrary: fc.constantFrom(...own.filter((one) => !drastic.includes(one))) }] : []),
    { weight: 4, arbitrary: fc.constantFrom(...drastic.filter((one) => one !== 'session.end' && (own.includes(one) || !ofKinds.includes(one)))) },
  );
  const commandStep = name.chain((one) => {
    const able = everybody.filter((each) => may(kind, roleOf(kind, each), commandRow(one).permission));
    return fc.record({
      kind: fc.constant('command' as const), name: fc.constant(one), payload: payloads[one],
      who: able.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...able) }, { weight: 1, arbitrary: who }) : who,
    });
  });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: isRich ? 400 : 200, arbitrary: commandStep },
    { weight: 30, arbitrary: fc.record({ kind: fc.constantFrom('knock' as const, 'knock' as const, 'drop' as const, 'timeout' as const), who }) },
    { weight: 15, arbitrary: fc.record({ kind: fc.constant('publish' as const), who, alongside: fc.boolean() }) },
    { weight: 10, arbitrary: fc.record({ kind: fc.constant('guest' as const), id: fc.constantFrom(...guests) }) },
    { weight: kind === 'observation' ? 40 : 0, arbitrary: fc.record({ kind: fc.constant('stored' as const), evidence: fc.constantFrom('e1', 'e2', 'e3', 'e4') }) },
    { weight: kind === 'observation' ? 8 : 0, arbitrary: fc.record({ kind: fc.constant('exported' as const), who: fc.constantFrom(...namesOf(kind)) }) },
    { weight: kind === 'case' ? 40 : 0, arbitrary: fc.record({ kind: fc.constant('filed' as const), who: fc.constantFrom(...namesOf(kind)), document: fc.constantFrom('d1', 'd2', 'd3'), isPrivate: fc.boolean() }) },
    { weight: kind === 'class' ? 8 : 0, arbitrary: fc.constant<Step>({ kind: 'timeUp' }) },
    ...writtenSteps(kind, who).map((arbitrary) => ({ weight: 30, arbitrary })),
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'command', who: 'ann', name: 'session.end', payload: {} }) },
  );
  return fc.array(step, { minLength: 20, maxLength, size: 'max' });
}

const firstDeeds: Readonly<Record<Exclude<PlayedKind, 'plain'>, readonly Deed[]>> = { observation: done, case: filed, assessment: conferred, class: taught, ceremony: agreed };

/** Plays steps and tells of each event with the state before and after, as the server settles them. */
export class Play {
  state: SessionState = initialState();
  readonly events: SessionEvent[] = [];
  readonly #kind: PlayedKind;
  readonly #told: (events: readonly SessionEvent[], after: SessionState, before: SessionState) => void;

  constructor(kind: PlayedKind, told: (events: readonly SessionEvent[], after: SessionState, before: SessionState) => void = () => {}) {
    this.#kind = kind;
    this.#told = told;
    this.append(SYSTEM, opening(kind));
    const early = kind === 'plain' ? ['ann', 'bo', 'chen'] : namesOf(kind);
    for (const one of early) this.#take(one, decideKnock(this.state, one));
    this.#command({ kind: 'command', who: 'ann', name: 'participant.admit', payload: { participants: early.slice(1) } });
    this.append('ann', [
      { type: 'room.created', data: { id: 'r1', name: 'Group', mode: 'aside', members: ['bo', 'guest1'] } },
      { type: 'room.created', data: { id: 'r2', name: 'Back channel', mode: 'alongside', members: ['bo', 'chen', 'dia'] } },
    ]);
    if (kind === 'plain') return;
    if (kind === 'observation') this.append('ann', underWay);
    for (const [who, name, payload, id] of firstDeeds[kind]) {
      const { seq } = this.state;
      this.run(name === undefined ? { kind: 'stored', evidence: who } : { kind: 'command', who, name, payload, ...(id === undefined ? {} : { id }) });
      if (this.state.seq === seq) throw new Error(`nothing came of ${who} ${name}`);
    }
    if (kind === 'ceremony') this.run({ kind: 'copied', who: 'ann' });
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
          data: { id: step.id, name: step.id, administration: 'guests', administrationName: 'G', country: 'FR', language: 'fr', invitation: 'i', role: kinds[this.#kind].guestRole },
        }]);
      case 'publish': return this.#publish(step.who, step.alongside);
      case 'stored': return this.#store(step.evidence);
      case 'exported': return this.#take(step.who, decideExport(this.state, this.state.participants[step.who]!));
      case 'filed': return this.#file(step);
      case 'timeUp': return this.#take(SYSTEM, decideTimeUp(this.state, Date.UTC(2031)));
      case 'copied': case 'uploaded': case 'signed': case 'sealed': case 'linked': case 'unlinked': case 'retold':
        return this.#take(writerOf(this.state, step), decideWritten(this.state, step, this.events.length));
      case 'command': return this.#command(step);
    }
  }

  append(actor: string, drafts: readonly Draft[]): void {
    if (drafts.length === 0) return;
    const events = drafts.map((draft, index) => ({
      room: FLOOR, audience: 'everyone', ...draft, seq: this.state.seq + 1 + index, at: this.state.seq, actor,
    }) as SessionEvent);
    const before = this.state;
    this.state = events.reduce(reduce, before);
    this.events.push(...events);
    this.#told(events, this.state, before);
  }

  #command(step: Extract<Step, { kind: 'command' }>): void {
    const row = commandRow(step.name);
    const payload = row.payload.safeParse(asRead(this.state, step.who, this.#ownPictures(step.payload)));
    if (!payload.success) throw new Error(`${step.name}: the arbitrary does not fit the schema: ${payload.error.message}`);
    const actor = authorise(this.state, step.who, row);
    if (!actor.ok) return;
    const [prefix, count] = { ...made, ...madeInCases, ...madeInClasses }[step.name] ?? [];
    const id = step.id ?? (prefix === undefined ? `c${this.events.length}` : `${prefix}${1 + this.events.length % count!}`);
    this.#take(step.who, decide(step.name, this.state, actor.value, payload.data, { now: Date.UTC(2030) + this.events.length, id }));
  }

  /** Every picture has bytes of its own, so that a hash says whose it is; and so has every note and every position its text. */
  #ownPictures(payload: unknown): unknown {
    if (typeof payload !== 'object' || payload === null) return payload;
    const place = this.events.length;
    if ('shared' in payload) return { ...payload, text: `Note ${place}.` };
    if ('tabled' in payload) return { ...payload, text: `Position ${place}.` };
    if (!('pictured' in payload)) return payload;
    const { content, thumbnail } = payload.pictured as { readonly content: object; readonly thumbnail: object };
    return { ...payload, pictured: { content: { ...content, hash: hashOf(2 * place) }, thumbnail: { ...thumbnail, hash: hashOf(2 * place + 1) } } };
  }

  #store(id: string): void {
    const item = this.state.observation.evidence.items[id];
    const version = item?.versions.find((one) => !isStored(one));
    const part = parts.find((one) => version && !version.stored.includes(one));
    if (!item || !version || !part || item.state === 'discarded') return;
    this.append(version.by, [{ type: 'evidence.stored', data: { evidence: id, version: version.id, part }, audience: audiences.custody }]);
  }

  #file({ who, document, isPrivate }: Extract<Step, { kind: 'filed' }>): void {
    const one = this.state.participants[who];
    if (this.state.session.phase === 'ended' || this.state.case.papers.documents[document] || !one) return;
    const side = isPrivate ? { side: one.administration } : {};
    this.append(who, [{
      type: 'case.documentFiled', audience: readersOf(side),
      data: { id: document, title: 'Roadmap', stage: 'work-plan', ...side, file: hashOf(this.events.length), bytes: 9, mime: 'application/pdf', name: 'roadmap.pdf', by: who, at: this.events.length },
    }]);
  }

  #publish(who: string, alongside: boolean): void {
    if (this.state.participants[who]?.presence !== 'in' || this.state.publications[who]) return;
    const room = alongside
      ? Object.values(this.state.rooms).find((one) => one.mode === 'alongside' && belongs(one, this.state.participants[who]!))?.id
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

function hashOf(count: number): string {
  return count.toString(16).padStart(64, '5');
}
