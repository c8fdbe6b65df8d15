/**
 * Who may do what, written down by hand and apart from the product's own tables (protocol/kinds.ts and the rows), so that a
 * right that slips in there fails here. A row without an entry does not compile, and fails the matrix by name.
 */
import type { TrainingAbility } from '../../../protocol/training/roles.ts';
import type { Source } from '../../../protocol/live/publications.ts';
import type { RouteName } from '../../../protocol/routes/table.ts';
import type { CommandName, RequestName, SignalName } from '../../../protocol/table.ts';

/** "kind/role" */
export type Seat = string;

const hosts: readonly Seat[] = ['plain/host', 'observation/hostLead', 'assessment/chair', 'class/trainer', 'ceremony/protocolOfficer'];
/** Who runs a case for their side; and the others who have a seat in it. */
const planners: readonly Seat[] = ['case/headOfSide', 'case/secretariat'];
const officials: readonly Seat[] = [...planners, 'case/officer', 'case/liaison'];
const comparing: readonly Seat[] = [...planners, 'case/officer'];
const heads: readonly Seat[] = ['case/headOfSide'];
const managing: readonly Seat[] = [...hosts, ...planners];
const secretariats: readonly Seat[] = ['observation/secretariat', 'assessment/secretariat', 'ceremony/secretariat'];
/** Who speaks from the front: slides, a screen, marks, the pointer. */
const presenters: readonly Seat[] = [
  ...hosts, ...secretariats, 'plain/speaker', 'observation/operatorRepresentative', 'observation/leadObserver', 'assessment/headOfDelegation',
  'assessment/delegate', 'class/tutor', 'ceremony/signatory', 'ceremony/witness',
];
const interpreters: readonly Seat[] = ['plain/interpreter', 'observation/interpreter', 'assessment/interpreter', 'class/interpreter', 'ceremony/interpreter'];
export const everyone: readonly Seat[] = [
  ...presenters, ...interpreters, 'plain/attendee', 'observation/fieldCamera', 'observation/operatorStaff', 'observation/observer', 'class/trainee', 'ceremony/delegate',
  ...officials,
];
/** Who meets in a room; a case has none. */
const meeting = everyone.filter((seat) => !officials.includes(seat));
const notInterpreters = meeting.filter((seat) => !interpreters.includes(seat));
const admitting = [...hosts, ...secretariats, 'class/tutor'];
const steering = [...hosts, 'class/tutor'];
const handManagers = [...admitting, 'observation/leadObserver'];
const deckManagers = [...hosts, ...secretariats, 'assessment/headOfDelegation'];
const inviting = [...hosts, ...secretariats];
const nobody: readonly Seat[] = [];

// A visit (issue and domain: who hosts, who films, who is visited, who observes)
const lead = 'observation/hostLead';
const filming: readonly Seat[] = ['observation/fieldCamera'];
const representative: readonly Seat[] = ['observation/operatorRepresentative'];
const leads: readonly Seat[] = [lead, 'observation/leadObserver'];
const observers: readonly Seat[] = ['observation/leadObserver', 'observation/observer'];
/** The officers of both sides, who write the record. */
const officers: readonly Seat[] = [lead, ...filming, ...observers, 'observation/secretariat'];
/** All but the operator's staff. */
const visitors: readonly Seat[] = [...officers, ...representative, 'observation/interpreter'];
const planning: readonly Seat[] = [lead, 'observation/secretariat'];
const directing: readonly Seat[] = [lead, ...observers];
/** Who holds what was captured before it is released: nobody who observes. */
const custody: readonly Seat[] = [lead, ...filming, ...representative];
const marking: readonly Seat[] = [...officers, ...representative];
const consenting: readonly Seat[] = [lead, ...representative];
const answering: readonly Seat[] = consenting;
const inspecting: readonly Seat[] = [lead, ...filming];
/** Who receives what was released, and who reads the report: not those who are visited, nor those who interpret. */
const seeing: readonly Seat[] = [...officers, ...representative];
const reading: readonly Seat[] = [...leads, 'observation/observer', 'observation/secretariat'];
const reporting: readonly Seat[] = [...leads, 'observation/secretariat'];

// A class
const teaching: readonly Seat[] = ['class/trainer', 'class/tutor'];
const trainees: readonly Seat[] = ['class/trainee'];
// A meeting of delegations
const chairing: readonly Seat[] = ['assessment/chair'];
const recording: readonly Seat[] = [...chairing, 'assessment/secretariat'];
const delegationHeads: readonly Seat[] = ['assessment/headOfDelegation'];
const negotiating: readonly Seat[] = [...recording, ...delegationHeads, 'assessment/delegate'];
const minuting: readonly Seat[] = [...recording, ...delegationHeads];
/** Who has a seat at it; the minutes are for all of them. */
const delegated: readonly Seat[] = [...negotiating, 'assessment/interpreter'];

// A signing ceremony
const leading: readonly Seat[] = ['ceremony/protocolOfficer'];
const preparing: readonly Seat[] = [...leading, 'ceremony/secretariat'];
const signing: readonly Seat[] = ['ceremony/signatory', 'ceremony/witness'];
/** Who reads the copies: not those who interpret. */
const copyReaders: readonly Seat[] = [...preparing, ...signing, 'ceremony/delegate'];

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
  /** Who has the ability at all; to the others it is denied, whatever the code. Absent: everybody. */
  readonly able?: readonly Seat[];
  /** What refuses it to those who host and came by a link. Absent: nothing. */
  readonly byLink?: string;
}
/** Cases of a row by name: the same message about oneself, somebody else, another room. */
export type Cases = Readonly<Record<string, Rule>>;

const held = ['open', 'live'];
const untilEnd = ['scheduled', 'open', 'live'];
const ever = [...untilEnd, 'ended'];
const onceOpen = [...held, 'ended'];

const inside = (seats: readonly Seat[], code = 'permission.denied'): Rule => ({ seats, from: 'inside', phases: held, beforeDoor: false, code });
const listed = (seats: readonly Seat[], phases: readonly string[] = untilEnd): Rule => ({ seats, from: 'list', phases, beforeDoor: false, code: 'permission.denied' });
/** Done to what is one's own by who has the ability, and to what is not by nobody. */
const ownAlone = (able: readonly Seat[], code: string, phases: readonly string[]): { readonly own: Rule; readonly foreign: Rule } => ({ own: listed(able, phases), foreign: { ...listed(nobody, phases), code, able } });
const hidden: Rule = { ...listed(nobody, held), code: 'case.absent', able: officials };
const outside = (phases = untilEnd): Rule => ({ seats: everyone, from: 'list', phases, beforeDoor: true, code: 'permission.denied' });
/** What the presenter of the room may do, and who may without presenting. */
const presenting = (without: readonly Seat[], code = 'stage.notPresenter'): Cases => ({ presenting: inside(everyone), following: inside(without, code) });
const own = { own: inside(everyone), foreign: inside(nobody, 'media.absent') } satisfies Cases;

export const commandsExpected = {
  'session.change': { any: listed(managing) },
  'session.open': { any: listed(managing) },
  'session.start': { any: listed(managing) },
  'session.end': { any: listed(managing) },
  'session.lock': { any: inside(admitting) },
  'participant.admit': { any: inside(admitting) },
  'participant.decline': { any: inside(admitting) },
  'participant.remove': { any: inside(managing) },
  'participant.unban': { any: inside(managing) },
  'participant.uninvite': { any: listed(managing) },
  // Nobody interprets in a case.
  'participant.assign': { any: { ...listed(hosts), code: 'role.unknown', able: managing } },
  'participant.handOver': { any: inside(managing) },
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
  'floor.give': { any: inside(handManagers) },
  'chat.send': { here: inside(meeting), person: inside(meeting), stranger: { ...inside(nobody, 'room.notMember'), able: meeting } },
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
  'interpretation.open': { any: listed(inviting) },
  'interpretation.change': { any: listed(inviting) },
  'interpretation.close': { any: listed(inviting) },
  'interpretation.pivot': { any: listed(inviting) },
  // Who presents in the scene has the turn, and speaks; in a booth that is not theirs nobody does.
  'interpretation.take': { presenting: inside(interpreters), following: inside(interpreters), foreign: { ...inside(nobody, 'interpretation.notSeated'), able: interpreters } },
  'interpretation.ask': { any: inside(interpreters), foreign: { ...inside(nobody, 'interpretation.notSeated'), able: interpreters } },
  'interpretation.release': { presenting: inside(interpreters), following: { ...inside(nobody, 'interpretation.notYourTurn'), able: interpreters } },
  'interpretation.relay': { any: inside(interpreters) },
  'visit.describe': { any: listed(planning) },
  'visit.stage': { any: listed(planning, ever) },
  'visit.zone': { added: listed(planning), changed: listed(planning) },
  'visit.removeZone': { any: listed(planning) },
  'visit.slot': { added: listed(planning), changed: listed(planning) },
  'visit.removeSlot': { any: listed(planning) },
  'visit.beginSlot': { any: inside(planning) },
  'visit.scope': { any: listed(planning) },
  'visit.criterion': { added: listed(planning), changed: listed(planning) },
  'visit.removeCriterion': { any: listed(planning) },
  'visit.document': { any: listed(planning) },
  'visit.removeDocument': { any: listed(planning) },
  'visit.documentReceived': { any: listed(planning, ever) },
  'visit.rehearse': { any: listed(inspecting) },
  'camera.place': { any: inside(filming) },
  'camera.turn': { any: inside(leads) },
  // Who presents in the scene has the turn.
  'camera.request': { presenting: inside(directing), following: { ...inside(leads, 'camera.notYourTurn'), able: directing } },
  'camera.answer': { own: inside(filming), foreign: { ...inside(nobody, 'camera.absent'), able: filming } },
  'camera.freeze': { any: inside(leads) },
  'camera.unfreeze': { any: inside(leads) },
  'camera.mark': { any: inside(marking) },
  'camera.clearMarks': { any: inside(leads) },
  'consent.zone': { any: listed(consenting, ever) },
  'consent.person': { added: listed(consenting, ever), changed: listed(consenting, ever) },
  'consent.removePerson': { any: listed(consenting, ever) },
  'consent.own': { any: listed([...representative, 'observation/operatorStaff'], ever) },
  'consent.pause': { any: inside(consenting) },
  'evidence.capture': { any: listed(custody, onceOpen) },
  'evidence.describe': { any: listed(custody, onceOpen) },
  'evidence.mask': { any: listed(representative, onceOpen) },
  'evidence.markUp': { released: listed(marking, onceOpen), undecided: { ...listed(custody, onceOpen), code: 'evidence.absent', able: marking } },
  'evidence.release': { any: listed(representative, onceOpen) },
  'evidence.withhold': { any: listed(representative, onceOpen) },
  'evidence.discard': ownAlone(custody, 'evidence.absent', onceOpen),
  'inspection.begin': { any: inside(inspecting) },
  'inspection.point': { any: inside(inspecting) },
  'inspection.seal': { any: inside(inspecting) },
  'inspection.close': { any: inside(inspecting) },
  'note.write': { added: listed(officers, ever), ...ownAlone(officers, 'visit.absent', ever) },
  'note.remove': ownAlone(officers, 'visit.absent', ever),
  'finding.write': { added: listed(officers, ever), ...ownAlone(officers, 'finding.foreign', ever) },
  'finding.remove': ownAlone(officers, 'finding.foreign', ever),
  'question.ask': { any: listed(officers, ever) },
  'question.answer': { any: listed(answering, ever) },
  'question.move': { withdrawOwn: listed(visitors, ever), withdrawForeign: listed(nobody, ever), deferOwn: listed(visitors, ever), deferForeign: listed([...answering, 'observation/secretariat'], ever) },
  'report.build': { any: listed(reporting, onceOpen) },
  'report.edit': { any: listed(reporting, onceOpen) },
  // Who hosts by a link belongs to no administration that could confirm.
  'ceremony.side': { any: listed(preparing) },
  'ceremony.options': { any: listed(preparing) },
  'ceremony.fillIn': { any: listed(preparing) },
  'ceremony.order': { any: listed(preparing) },
  'ceremony.step': { any: inside(leading) },
  'report.confirm': { any: { ...listed(leads, onceOpen), byLink: 'report.side' } },
  'agenda.item': { added: listed(recording), changed: listed(recording) },
  'agenda.removeItem': { any: listed(recording) },
  'agenda.order': { any: listed(recording) },
  'agenda.begin': { any: inside(chairing) },
  'speaking.ask': { any: inside(negotiating) },
  'speaking.withdraw': { own: inside(negotiating), foreign: { ...inside(chairing, 'delegation.foreign'), able: negotiating } },
  'speaking.order': { any: inside(chairing) },
  'speaking.give': { any: inside(chairing) },
  'speaking.time': { any: inside(chairing) },
  // In the scene the other delegation has the floor.
  'speaking.pass': { foreign: { ...inside(nobody, 'delegation.foreign'), able: delegationHeads } },
  'speaking.end': { foreign: { ...inside(chairing, 'delegation.foreign'), able: negotiating } },
  'delegation.mute': { own: inside(delegationHeads), foreign: { ...inside(nobody, 'delegation.foreign'), able: delegationHeads } },
  'caucus.open': { any: inside(delegationHeads) },
  // The other delegation's caucus is not theirs to change.
  'caucus.invite': { foreign: { ...inside(nobody, 'caucus.absent'), able: delegationHeads } },
  'caucus.close': { foreign: { ...inside(nobody, 'caucus.absent'), able: delegationHeads } },
  'position.write': { added: listed(negotiating), foreign: { ...listed(nobody), code: 'delegation.foreign', able: negotiating }, hidden: { ...listed(nobody), code: 'meeting.absent', able: negotiating } },
  'position.remove': { foreign: { ...listed(nobody), code: 'delegation.foreign', able: negotiating }, hidden: { ...listed(nobody), code: 'meeting.absent', able: negotiating } },
  'outcome.propose': { any: inside(negotiating) },
  'outcome.change': { any: inside(negotiating) },
  'outcome.readBack': { any: inside(recording) },
  // Who came by a link belongs to no delegation that could have been asked, and is never let in here.
  'outcome.answer': { asked: listed(delegationHeads, onceOpen), notAsked: { ...listed(nobody, onceOpen), code: 'delegation.notAsked', able: delegationHeads } },
  'outcome.withdraw': { foreign: { ...inside(recording, 'delegation.foreign'), able: negotiating } },
  'minutes.draft': { any: listed(minuting, onceOpen) },
  'minutes.edit': { any: listed(minuting, onceOpen) },
  'minutes.confirm': { any: listed(delegationHeads, onceOpen) },
  'poll.prepare': { added: listed(teaching), changed: listed(teaching) },
  'poll.remove': { any: listed(teaching) },
  'poll.ask': { any: inside(teaching) },
  'poll.answer': { any: inside(trainees) },
  'poll.close': { any: inside(teaching) },
  'poll.show': { any: inside(teaching) },
  'poll.place': { any: inside(teaching) },
  'groups.plan': { any: listed(teaching) },
  // In the scene groups are at work already, and the actor is in none.
  'groups.open': { any: { ...inside(nobody, 'groups.open'), able: teaching } },
  'groups.move': { any: inside(teaching) },
  'groups.time': { any: inside(teaching) },
  'groups.say': { any: inside(teaching) },
  'groups.close': { any: inside(teaching) },
  'group.call': { any: { ...inside(nobody, 'groups.notOpen'), able: trainees } },
  'group.visit': { any: inside(teaching) },
  'group.show': { any: inside(teaching) },
  'case.programme': { added: listed(officials, held), ...ownAlone(officials, 'case.foreign', held) },
  'case.removeProgramme': ownAlone(officials, 'case.foreign', held),
  'case.stage': { any: listed(planners, held) },
  'case.waive': { any: listed(planners, held) },
  'case.date': { any: listed(planners, held) },
  // Of the other side's private part nobody even learns that it is there.
  'case.task': { added: listed(officials, held), joint: listed(officials, held), foreign: hidden },
  'case.taskDone': { joint: listed(officials, held), foreign: hidden },
  'case.removeTask': { joint: listed(officials, held), foreign: hidden },
  'case.note': { added: listed(officials, held), own: listed(officials, held), joint: hidden, foreign: hidden },
  'case.removeNote': { own: listed(officials, held), joint: hidden, foreign: hidden },
  'case.shareDocument': { own: listed(officials, held), foreign: hidden },
  'case.removeDocument': { own: listed(officials, held), joint: { ...hidden, code: 'case.foreign' }, foreign: hidden },
  'case.contact': { added: listed(officials, held), ...ownAlone(officials, 'case.foreign', held) },
  'case.removeContact': ownAlone(officials, 'case.foreign', held),
  'matrix.begin': { any: listed(comparing, held) },
  'matrix.write': ownAlone(comparing, 'case.foreign', held),
  'matrix.rate': ownAlone(comparing, 'case.foreign', held),
  'matrix.agree': ownAlone(heads, 'case.foreign', held),
  'matrix.focus': { any: listed(comparing, held) },
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
  'reaction.sent': { any: inside(meeting) },
  'chat.typing': { any: inside(meeting) },
  'quality.told': { any: inside(everyone) },
  'camera.pointed': { presenting: inside(directing), following: inside(leads) },
  'camera.told': { any: inside(filming) },
  'ceremony.rehearsal': { any: inside(leading) },
  'ceremony.tried': { any: inside(signing) },
  'camera.proposed': { any: inside(directing) },
  'matrix.editing': { any: inside(comparing) },
  'class.looked': { any: inside(trainees) },
} satisfies Readonly<Record<SignalName, Cases>>;

/** Which streams a seat may send into the session. */
export const sourcesExpected = {
  microphone: meeting.filter((seat) => seat !== 'observation/observer'),
  camera: meeting.filter((seat) => seat !== 'observation/observer'),
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
  /** About the training base: who has a role with this ability, in the edition or the course of the path where there is one (training.test.ts in this folder). */
  | { readonly training: TrainingAbility }
  /** About a session. `ended`: also once it has ended; `opened`: not before it has opened. */
  | { readonly seats: readonly Seat[]; readonly beforeDoor: boolean; readonly ended: boolean; readonly opened?: true; readonly inside?: { readonly unless: readonly Seat[] } };

const anyone: RouteRule = { ranks };
export const routesExpected = {
  health: anyone,
  // A stranger's PDF is looked at and not kept; the authority's certificate is there to be known.
  verify: anyone,
  authorityCertificate: anyone,
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
  addParticipants: { seats: managing, beforeDoor: false, ended: false },
  invitations: { seats: inviting, beforeDoor: false, ended: true },
  createInvitation: { seats: inviting, beforeDoor: false, ended: false },
  revokeInvitation: { seats: inviting, beforeDoor: false, ended: true },
  calendar: { seats: everyone, beforeDoor: true, ended: true },
  createDeck: { seats: deckManagers, beforeDoor: false, ended: false },
  addDeckVersion: { seats: deckManagers, beforeDoor: false, ended: false },
  deckFile: { seats: everyone, beforeDoor: false, ended: true, inside: { unless: deckManagers } },
  visit: { seats: visitors, beforeDoor: false, ended: true },
  uploadState: { seats: custody, beforeDoor: false, ended: true, opened: true },
  uploadPart: { seats: custody, beforeDoor: false, ended: true, opened: true },
  meeting: { seats: delegated, beforeDoor: false, ended: true },
  minutesPdf: { seats: delegated, beforeDoor: false, ended: true },
  minutesJson: { seats: delegated, beforeDoor: false, ended: true },
  classPlan: { seats: teaching, beforeDoor: false, ended: true },
  evidenceFile: { seats: seeing, beforeDoor: false, ended: true },
  reportPdf: { seats: reading, beforeDoor: false, ended: true },
  reportJson: { seats: reading, beforeDoor: false, ended: true },
  evidencePackage: { seats: leads, beforeDoor: false, ended: true },
  ceremony: { seats: [...copyReaders, 'ceremony/interpreter'], beforeDoor: false, ended: true },
  ceremonyText: { seats: preparing, beforeDoor: false, ended: false },
  ceremonyCopies: { seats: preparing, beforeDoor: false, ended: false },
  ceremonyCopy: { seats: copyReaders, beforeDoor: false, ended: true },
  ceremonySign: { seats: signing, beforeDoor: false, ended: false, inside: { unless: [] } },
  ceremonySeal: { seats: leading, beforeDoor: false, ended: true },
  ceremonyRecord: { seats: copyReaders, beforeDoor: false, ended: true },
  compendium: { ranks: people },
  tellEntry: { ranks: ['administrator', 'installation'] },
  withdrawEntry: { ranks: ['administrator', 'installation'] },
  compendiumExport: { ranks: people },
  awaitedConsents: { ranks: people },
  cases: { ranks: people },
  caseStages: { ranks: people },
  caseFile: { seats: officials, beforeDoor: false, ended: true },
  linkSession: { seats: planners, beforeDoor: false, ended: false },
  unlinkSession: { seats: planners, beforeDoor: false, ended: false },
  fileDocument: { seats: officials, beforeDoor: false, ended: false },
  caseDocument: { seats: officials, beforeDoor: false, ended: true },
  comparisonPdf: { seats: officials, beforeDoor: false, ended: true },
  training: { ranks: people },
  glossary: { ranks: people },
  coursePicture: { ranks: people },
  enrolMyself: { ranks: people },
  leaveEdition: { ranks: people },
  publicCertificate: anyone,
  certificateOfFile: anyone,
  trainingRoles: { ranks: ['administrator', 'installation'] },
  setTrainingRoles: { ranks: ['administrator', 'installation'] },
  createEdition: { training: 'course.hold' },
  authoring: { training: 'course.author' },
  draft: { training: 'course.author' },
  saveDraft: { training: 'course.author' },
  edition: { training: 'edition.read' },
  editionCalendar: { training: 'edition.read' },
  moduleDeck: { training: 'edition.read' },
  lesson: { training: 'edition.read' },
  attempt: { training: 'edition.read' },
  assignment: { training: 'edition.read' },
  handedFile: { training: 'edition.read' },
  certificatePdf: { training: 'edition.read' },
  reading: { training: 'edition.learn' },
  quiz: { training: 'edition.learn' },
  startAttempt: { training: 'edition.learn' },
  answer: { training: 'edition.learn' },
  handInAttempt: { training: 'edition.learn' },
  uploadHandIn: { training: 'edition.learn' },
  dropHandIn: { training: 'edition.learn' },
  handIn: { training: 'edition.learn' },
  claimCertificate: { training: 'edition.learn' },
  editionPeople: { training: 'edition.report' },
  exportEdition: { training: 'edition.report' },
  enrolPeople: { training: 'edition.enrol' },
  removeFromEdition: { training: 'edition.enrol' },
  remind: { training: 'edition.enrol' },
  toMark: { training: 'edition.mark' },
  submission: { training: 'edition.mark' },
  markSubmission: { training: 'edition.mark' },
  markAnswer: { training: 'edition.mark' },
  changeEdition: { training: 'edition.manage' },
  scheduleClass: { training: 'edition.manage' },
  withdrawCertificate: { training: 'edition.manage' },
} satisfies Readonly<Record<RouteName, RouteRule>>;
