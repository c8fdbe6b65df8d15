import { kinds } from '../../../protocol/kinds.ts';
import type { KindName, Role, StandingRoom } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { Identity } from '../../../protocol/live/participants.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';

/** Who is in histories of a kind: role and administration. The first hosts; guests come with the role that the kind gives them. */
const plain = {
  ann: ['host', 'north'], bo: ['speaker', 'south'], chen: ['attendee', 'north'], dia: ['interpreter', 'south'], eve: ['host', 'north'],
} as const satisfies Cast;
/** Both sides, the operator, and a third administration by a link. */
const visit = {
  ann: ['hostLead', 'north'], bo: ['leadObserver', 'south'], chen: ['operatorRepresentative', 'firm'], dia: ['observer', 'south'], eve: ['fieldCamera', 'north'],
  fay: ['operatorStaff', 'firm'], gus: ['interpreter', 'north'], hal: ['secretariat', 'north'],
} as const satisfies Cast;
/** Both sides of a case, each with somebody who runs it. */
const file = {
  ann: ['secretariat', 'north'], bo: ['headOfSide', 'south'], chen: ['officer', 'north'], dia: ['liaison', 'south'], eve: ['headOfSide', 'north'], fay: ['secretariat', 'south'],
} as const satisfies Cast;
/** Delegations of three administrations; who interprets and who chairs belong to one of them as well. */
const delegations = {
  ann: ['chair', 'north'], bo: ['headOfDelegation', 'south'], chen: ['headOfDelegation', 'north'], dia: ['delegate', 'south'], eve: ['delegate', 'north'],
  fay: ['secretariat', 'south'], gus: ['interpreter', 'north'], hal: ['delegate', 'east'],
} as const satisfies Cast;
/** A trainer and a tutor, trainees of two administrations, and who interprets. */
const course = {
  ann: ['trainer', 'north'], bo: ['tutor', 'north'], chen: ['trainee', 'south'], dia: ['trainee', 'south'], eve: ['trainee', 'north'], gus: ['interpreter', 'north'],
} as const satisfies Cast;
/** Who leads and who prepares, who signs for each side, a witness, and who interprets. */
const signing = {
  ann: ['protocolOfficer', 'north'], bo: ['signatory', 'south'], chen: ['signatory', 'north'], dia: ['witness', 'south'], eve: ['secretariat', 'north'], gus: ['interpreter', 'north'],
} as const satisfies Cast;
type Cast = Readonly<Record<string, readonly [Role, string]>>;

const casts = { plain, observation: visit, case: file, assessment: delegations, class: course, ceremony: signing } as const satisfies Partial<Record<KindName, Cast>>;
export type PlayedKind = keyof typeof casts;
export const playedKinds = Object.keys(casts) as readonly PlayedKind[];
export const guests = ['guest1', 'guest2'] as const;

export function namesOf(kind: PlayedKind): readonly string[] {
  return Object.keys(casts[kind]);
}

export function roleOf(kind: PlayedKind, who: string): Role {
  return (casts[kind] as Cast)[who]?.[0] ?? kinds[kind].guestRole;
}

function whoIs(kind: PlayedKind, id: string): Identity & { readonly role: Role } {
  const [role, administration] = (casts[kind] as Cast)[id]!;
  return { id, name: id, administration, administrationName: 'A', country: 'FR', language: 'en', person: id, role };
}

/** The session as it was scheduled, with two decks, so that histories do not spend their steps on getting there. */
export function opening(kind: PlayedKind = 'plain'): readonly Draft[] {
  return [
    { type: 'session.scheduled', data: { id: 's', kind, title: 'A session', languages: ['en'], startsAt: 1, endsAt: 2, zone: 'UTC', lobby: !kinds[kind].standing, administration: 'north', createdBy: 'ann' } },
    ...namesOf(kind).map((id): Draft => ({ type: 'participant.invited', data: whoIs(kind, id) })),
    ...Object.entries<StandingRoom>(kinds[kind].rooms).map(([id, { mode, roles }]): Draft => ({
      type: 'room.created', data: { id, name: '', mode, members: [], roles: roles as readonly Role[] },
    })),
    { type: 'deck.attached', data: { id: 'd1', title: 'Deck', pages: 4, version: { language: 'en', file: 'a', bytes: 1 } } },
    { type: 'deck.attached', data: { id: 'd2', title: 'Deck', pages: 2, version: { language: 'en', file: 'b', bytes: 1 } } },
  ];
}

/** A visit that is prepared and under way: a zone that may be filmed and one that may not, a camera in the first, somebody who directs it. */
export const underWay: readonly Draft[] = [
  { type: 'visit.described', data: { operator: { name: 'Harbour Cold Store', identifier: 'AEO 12', country: 'NO', business: '' }, premises: { name: 'Quay 4', address: '' } } },
  { type: 'visit.zoned', data: { id: 'z1', kind: 'warehouse', name: 'Warehouse', noRecord: false, remark: '' } },
  { type: 'visit.zoned', data: { id: 'z2', kind: 'itRoom', name: 'IT room', noRecord: true, remark: '' } },
  { type: 'visit.slotted', data: { id: 't1', title: 'Walk', startsAt: Date.UTC(2030), minutes: 30, zone: 'z1', owner: 'ann' } },
  { type: 'visit.slotBegun', data: { slot: 't1' } },
  { type: 'visit.scoped', data: { criteria: ['A', 'B'] }, audience: { permission: 'visit.see' } },
  { type: 'session.started', data: {} },
  { type: 'consent.zoneSet', data: { zone: 'z1', state: 'given' } },
  { type: 'camera.placed', data: { camera: 'eve', zone: 'z1' } },
  { type: 'camera.turned', data: { participant: 'dia' } },
];

/** A command with the id of what it makes; or an item alone, of which the next bytes have arrived. */
export type Deed = { readonly [N in CommandName]: readonly [who: string, name: N, payload: CommandInput<N>, id?: string] }[CommandName] | readonly [stored: string];
const pictured = { content: { hash: '0'.repeat(64), bytes: 9, mime: 'image/jpeg' }, thumbnail: { hash: '1'.repeat(64), bytes: 3, mime: 'image/jpeg' } } as const;
const still = { kind: 'still', title: '', capturedAt: Date.UTC(2030), zone: 'z1', pictured } as const;

/** Two programmes side by side, a row that one head has agreed on, and something private on both sides. */
export const filed: readonly Deed[] = [
  ['ann', 'case.programme', { name: 'Programme of the North', about: '' }, 'g1'], ['bo', 'case.programme', { name: 'Programme of the South', about: '' }, 'g2'],
  ['ann', 'matrix.begin', { left: 'g1', right: 'g2' }, 'y1'],
  ['eve', 'matrix.rate', { comparison: 'y1', criterion: 'A', status: 'equivalent', base: 0 }],
  ['eve', 'case.task', { title: 'Ask the legal service', private: true }, 'w1'], ['fay', 'case.note', { text: 'Ours alone', private: true }, 'o1'],
];

/** A little of everything, by the commands themselves: an item to be decided, a masked and released one, a withheld one, notes of both sides. */
export const done: readonly Deed[] = [
  ['eve', 'evidence.capture', still, 'e1'], ['e1'], ['e1'],
  ['eve', 'evidence.capture', still, 'e2'], ['e2'], ['e2'],
  ['chen', 'evidence.mask', { evidence: 'e2', of: 'e2', regions: [{ x: 0, y: 0, width: 0.5, height: 0.5, hides: 'plate' }], pictured }, 'v1'], ['e2'], ['e2'],
  ['chen', 'evidence.release', { evidence: 'e2', version: 'v1' }],
  ['ann', 'evidence.capture', still, 'e3'], ['e3'], ['e3'],
  ['chen', 'evidence.withhold', { evidence: 'e3', reason: 'A list of customers' }],
  ['ann', 'inspection.begin', { container: 'CSQU3054383', asRead: false, zone: 'z1' }, 'i1'],
  ['dia', 'note.write', { text: 'Ours', shared: false }, 'n1'], ['hal', 'note.write', { text: 'Theirs', shared: false }, 'n2'],
  ['bo', 'finding.write', { grade: 'gap', criterion: 'B', text: 'The fence has a hole.', evidence: ['e2'], owner: 'The operator' }, 'f1'],
  ['dia', 'question.ask', { text: 'Who holds the keys?', slot: 't1' }, 'u1'],
  ['dia', 'camera.request', { camera: 'eve', kind: 'closer' }, 'q1'],
  ['bo', 'chat.send', { text: 'Ask about the keys', room: 'backChannel' }],
  ['ann', 'report.build', {}],
];

/** Both delegations are at work: something that each keeps to itself, a decision that was read back, minutes. */
export const conferred: readonly Deed[] = [
  ['ann', 'agenda.item', { title: 'Criteria A to M', minutes: 30, owner: 'south', decks: ['d1'] }, 't1'], ['ann', 'agenda.item', { title: 'Next steps', minutes: 10, decks: [] }, 't2'],
  ['ann', 'agenda.begin', { item: 't1' }],
  ['bo', 'position.write', { text: 'Ours alone', tabled: false }, 'h1'], ['eve', 'position.write', { text: 'Tabled', tabled: true, item: 't1' }, 'h2'],
  ['dia', 'speaking.ask', {}], ['ann', 'speaking.give', { administration: 'south', minutes: 3 }],
  ['eve', 'outcome.propose', { kind: 'decision', text: 'The lists are exchanged.', item: 't1' }, 'o1'], ['fay', 'outcome.readBack', { outcome: 'o1', number: 1 }],
  ['bo', 'outcome.answer', { outcome: 'o1', number: 1, agreed: true, remark: '' }],
  ['bo', 'caucus.open', { interpreters: ['gus'] }, 'q1'],
  ['dia', 'chat.send', { text: 'Said in the caucus of the south' }], ['dia', 'chat.send', { text: 'Written to the south', toDelegation: true }],
  ['eve', 'chat.send', { text: 'Written to the north', toDelegation: true }],
  ['chen', 'minutes.draft', {}],
];
