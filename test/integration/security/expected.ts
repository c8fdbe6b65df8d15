/**
 * Who may do what, written down by hand and apart from the product's own tables (protocol/kinds.ts and the rows), so that a
 * right that slips in there fails here. A row without an entry does not compile, and fails the matrix by name.
 */
import type { Source } from '../../../protocol/live/publications.ts';
import type { RouteName } from '../../../protocol/routes/table.ts';
import type { CommandName, RequestName, SignalName } from '../../../protocol/table.ts';

/** "kind/role" */
export type Seat = string;

const hosts: readonly Seat[] = ['plain/host', 'observation/hostLead', 'assessment/chair', 'class/trainer'];
const secretariats: readonly Seat[] = ['observation/secretariat', 'assessment/secretariat'];
/** Who speaks from the front: slides, a screen, marks, the pointer. */
const presenters: readonly Seat[] = [
  ...hosts, ...secretariats, 'plain/speaker', 'observation/operatorRepresentative', 'observation/leadObserver', 'assessment/headOfDelegation',
  'assessment/delegate', 'class/tutor',
];
const interpreters: readonly Seat[] = ['plain/interpreter', 'observation/interpreter', 'assessment/interpreter', 'class/interpreter'];
export const everyone: readonly Seat[] = [
  ...presenters, ...interpreters, 'plain/attendee', 'observation/fieldCamera', 'observation/operatorStaff', 'observation/observer', 'class/trainee',
];
const notInterpreters = everyone.filter((seat) => !interpreters.includes(seat));
const admitting = [...hosts, ...secretariats, 'class/tutor'];
const steering = [...hosts, 'class/tutor'];
const handManagers = [...admitting, 'observation/leadObserver'];
const deckManagers = [...hosts, ...secretariats, 'assessment/headOfDelegation'];
const inviting = [...hosts, ...secretariats];
const nobody: readonly Seat[] = [];

/** A host never waits before the door, so even one who came by a link and was never inside may prepare the session. */
export const walksIn = hosts;

export interface Rule {
  readonly seats: readonly Seat[];
  /** inside: has a seat; door: waits in the lobby or has a seat; list: is on the list, however far they have come. */
  readonly from: 'inside' | 'door' | 'list';
  readonly phases: readonly string[];
  /** Also for those who were sent away, or came by a link and were never let in: what somebody does before the door. */
  readonly beforeDoor: boolean;
  /** What refuses it where the standing is right and the seat is not. */
  readonly code: string;
}
/** Cases of a row by name: the same message about oneself, somebody else, another room. */
export type Cases = Readonly<Record<string, Rule>>;

const held = ['open', 'live'];
const untilEnd = ['scheduled', 'open', 'live'];
const ever = [...untilEnd, 'ended'];

const inside = (seats: readonly Seat[], code = 'permission.denied'): Rule => ({ seats, from: 'inside', phases: held, beforeDoor: false, code });
const listed = (seats: readonly Seat[]): Rule => ({ seats, from: 'list', phases: untilEnd, beforeDoor: false, code: 'permission.denied' });
const outside = (phases = untilEnd): Rule => ({ seats: everyone, from: 'list', phases, beforeDoor: true, code: 'permission.denied' });
/** What the presenter of the room may do, and who may without presenting. */
const presenting = (without: readonly Seat[], code = 'stage.notPresenter'): Cases => ({ presenting: inside(everyone), following: inside(without, code) });
const own = { own: inside(everyone), foreign: inside(nobody, 'media.absent') } satisfies Cases;

export const commandsExpected = {
  'session.change': { any: listed(hosts) },
  'session.open': { any: listed(hosts) },
  'session.start': { any: listed(hosts) },
  'session.end': { any: listed(hosts) },
  'session.lock': { any: inside(admitting) },
  'participant.admit': { any: inside(admitting) },
  'participant.decline': { any: inside(admitting) },
  'participant.remove': { any: inside(hosts) },
  'participant.unban': { any: inside(hosts) },
  'participant.uninvite': { any: listed(hosts) },
  'participant.assign': { any: listed(hosts) },
  'participant.handOver': { any: inside(hosts) },
  'participant.leave': { any: { ...inside(everyone), from: 'door', phases: untilEnd } },
  'participant.language': { any: inside(everyone) },
  'room.create': { any: inside(steering) },
  'room.rename': { any: inside(steering) },
  'room.members': { any: inside(steering) },
  'room.move': { any: inside(steering) },
  'room.enter': { member: inside(everyone), stranger: inside(nobody, 'room.notMember') },
  'room.close': { any: inside(steering) },
  'hand.raise': { any: inside(notInterpreters) },
  'hand.lower': { own: inside(everyone), foreign: inside(handManagers) },
  'hand.clear': { any: inside(handManagers) },
  'chat.send': { here: inside(everyone), person: inside(everyone), stranger: inside(nobody, 'room.notMember') },
  'stage.layout': { any: inside(hosts) },
  'stage.present': { any: inside(presenters) },
  'stage.page': presenting(nobody),
  'stage.view': presenting(nobody),
  'stage.hand': presenting(hosts),
  'stage.take': { any: inside(hosts) },
  'stage.stop': presenting(hosts),
  'deck.detach': { any: listed(deckManagers) },
  'deck.removeVersion': { any: listed(deckManagers) },
  'mark.add': presenting(presenters, 'permission.denied'),
  'mark.undo': { any: inside(everyone) },
  'mark.clear': presenting(hosts),
  'media.pause': own,
  'media.resume': own,
  'media.close': own,
  'media.mute': { any: inside(steering) },
  'media.muteAll': { any: inside(steering) },
  'readiness.report': { any: outside() },
} satisfies Readonly<Record<CommandName, Cases>>;

export const requestsExpected = {
  'session.join': { any: outside(ever) },
  'media.open': { any: outside() },
  'media.connect': { any: outside() },
  'media.restart': { any: outside() },
  'media.publish': { any: outside() },
  'media.receive': { any: outside() },
  'media.consumer': { any: outside() },
} satisfies Readonly<Record<RequestName, Cases>>;

export const signalsExpected = {
  'pointer.moved': presenting(presenters, 'permission.denied'),
  'reaction.sent': { any: inside(everyone) },
  'chat.typing': { any: inside(everyone) },
  'quality.told': { any: inside(everyone) },
} satisfies Readonly<Record<SignalName, Cases>>;

/** Which streams a seat may send into the session. */
export const sourcesExpected = {
  microphone: everyone.filter((seat) => seat !== 'observation/observer'),
  camera: everyone.filter((seat) => seat !== 'observation/observer'),
  document: [...presenters, 'observation/fieldCamera'],
  screen: presenters,
  screenAudio: presenters,
} satisfies Readonly<Record<Source, readonly Seat[]>>;

/** Who calls a route that is about no session. disabled and signedOut had a cookie that was good before. */
export type Rank = 'nobody' | 'signedOut' | 'disabled' | 'guest' | 'member' | 'administrator' | 'installation';
export const ranks: readonly Rank[] = ['nobody', 'signedOut', 'disabled', 'guest', 'member', 'administrator', 'installation'];
const people: readonly Rank[] = ['member', 'administrator', 'installation'];

export type RouteRule =
  | { readonly ranks: readonly Rank[] }
  /** About a session. `ended`: also once it has ended. */
  | { readonly seats: readonly Seat[]; readonly beforeDoor: boolean; readonly ended: boolean; readonly inside?: { readonly unless: readonly Seat[] } };

const anyone: RouteRule = { ranks };
export const routesExpected = {
  health: anyone,
  // From this machine, as here; the address decides, and not who is signed in.
  metrics: anyone,
  me: anyone,
  signIn: anyone,
  signOut: { ranks: ['guest', ...people] },
  signOutEverywhere: { ranks: people },
  changeMe: { ranks: people },
  changePassword: { ranks: people },
  setup: anyone,
  completeSetup: anyone,
  demoPeople: anyone,
  demoSignIn: anyone,
  administrations: { ranks: people },
  createAdministration: { ranks: ['installation'] },
  changeAdministration: { ranks: ['administrator', 'installation'] },
  people: { ranks: ['administrator', 'installation'] },
  createPerson: { ranks: ['administrator', 'installation'] },
  changePerson: { ranks: ['administrator', 'installation'] },
  directory: { ranks: people },
  sessions: { ranks: ['guest', ...people] },
  createSession: { ranks: people },
  readInvitation: anyone,
  acceptInvitation: anyone,
  session: { seats: everyone, beforeDoor: true, ended: true },
  command: { seats: everyone, beforeDoor: true, ended: false },
  addParticipants: { seats: hosts, beforeDoor: false, ended: false },
  invitations: { seats: inviting, beforeDoor: false, ended: true },
  createInvitation: { seats: inviting, beforeDoor: false, ended: false },
  revokeInvitation: { seats: inviting, beforeDoor: false, ended: true },
  calendar: { seats: everyone, beforeDoor: true, ended: true },
  createDeck: { seats: deckManagers, beforeDoor: false, ended: false },
  addDeckVersion: { seats: deckManagers, beforeDoor: false, ended: false },
  deckFile: { seats: everyone, beforeDoor: false, ended: true, inside: { unless: deckManagers } },
} satisfies Readonly<Record<RouteName, RouteRule>>;
