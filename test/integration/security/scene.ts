import { kinds } from '../../../protocol/kinds.ts';
import type { KindName, Role } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import type { Source } from '../../../protocol/live/publications.ts';
import { everyone, walksIn } from './expected.ts';
import { booths, turn } from './booths.ts';
import { ids } from './ids.ts';
import { filed } from './caseScene.ts';
import { lessonPlanned, taught } from './classScene.ts';
import { met, metLive } from './meetingScene.ts';
import { filmed, prepared } from './visit.ts';
import { who } from './who.ts';
import type { Rule, Seat } from './expected.ts';

/** How far somebody has come. guest: by a link, and never let in; aside: inside, in a side room. */
const standings = [
  'absent', 'expected', 'guest', 'waiting', 'guestWaiting', 'declined', 'guestDeclined', 'inside', 'aside', 'left', 'removed', 'banned',
] as const;
export type Standing = (typeof standings)[number];
export type ScenePhase = 'scheduled' | 'open' | 'live' | 'ended';
const phases: readonly ScenePhase[] = ['scheduled', 'open', 'live', 'ended'];
const beforeOpening: readonly Standing[] = ['absent', 'expected', 'guest'];
const afterEnd: readonly Standing[] = ['absent', 'expected', 'guest', 'declined', 'left', 'removed', 'banned'];

/** Every standing in every phase in which somebody can have it. */
export const places: readonly { readonly phase: ScenePhase; readonly standing: Standing }[] = phases.flatMap((phase) => standings
  .filter((standing) => (phase === 'scheduled' ? beforeOpening : phase === 'ended' ? afterEnd : standings).includes(standing))
  .map((standing) => ({ phase, standing })));

/** What stands open is never only scheduled, has no links, and nobody waits before it. */
export function placesOf(kind: KindName): typeof places {
  const never: readonly Standing[] = ['guest', 'waiting', 'guestWaiting', 'declined', 'guestDeclined'];
  return kinds[kind].standing ? places.filter(({ phase, standing }) => phase !== 'scheduled' && !never.includes(standing)) : places;
}

export const seats: readonly { readonly seat: Seat; readonly kind: KindName; readonly role: Role }[] = everyone.toSorted().map((seat) => {
  const [kind, role] = seat.split('/') as [KindName, Role];
  return { seat, kind, role };
});
/** Whoever hosts, and whoever else is there, by kind. */
export const hostRoles: Readonly<Record<KindName, Role>> = { plain: 'host', observation: 'hostLead', assessment: 'chair', class: 'trainer', case: 'secretariat', ceremony: 'protocolOfficer' };
const otherRoles: Readonly<Record<KindName, Role>> = { plain: 'attendee', observation: 'operatorStaff', assessment: 'delegate', class: 'trainee', case: 'officer', ceremony: 'delegate' };

export interface SceneOptions {
  readonly kind: KindName;
  readonly phase: ScenePhase;
  readonly actor: string;
  readonly role: Role;
  readonly standing: Standing;
  /** Who presents in the actor's room: the actor, or the host. */
  readonly isPresenting: boolean;
  /** Ids of the session and of who made it. */
  readonly session: string;
  readonly host: string;
  /** The administration that hosts, where it is another than that of the scene. */
  readonly administration?: string;
  /** SHA-256 and length of a stored PDF, which is a deck, and evidence as well. */
  readonly file?: string;
  readonly bytes?: number;
}

const invited = (id: string, role: Role, isGuest = false, hosting?: string): Draft => ({ type: 'participant.invited', data: who(id, role, isGuest, hosting) });
const joined = (id: string, role: Role, isGuest = false, hosting?: string): Draft => ({
  type: 'participant.joined', data: { participant: id, who: { ...who(id, role, isGuest, hosting), order: 1 } },
});
const published = (id: string, participant: string, source: Source): Draft => ({
  type: 'media.published', data: { id, participant, source, channel: 'floor', paused: false },
});

/** The first events of a session: that it was scheduled, and who hosts. */
export function scheduled({ kind, session, host }: SceneOptions): Draft[] {
  return [
    {
      type: 'session.scheduled',
      data: {
        id: session, kind, administration: 'north', createdBy: host, title: 'A session', languages: ['en', 'fr'], startsAt: Date.UTC(2030),
        endsAt: Date.UTC(2030, 0, 1, 1), zone: 'Europe/Oslo', lobby: true,
      },
    },
    invited(host, hostRoles[kind]),
  ];
}

/** What happens after that, until the actor stands where they should and everything is there that a command can be about. */
export function happened(options: SceneOptions): Draft[] {
  const { kind, phase, actor, role, standing, host, file = 'f'.repeat(64), bytes = 1 } = options;
  const drafts: Draft[] = [
    invited(ids.other, otherRoles[kind], false, options.administration), invited(ids.extra, otherRoles[kind]), invited(ids.sentAway, otherRoles[kind]),
    invited(ids.waiter, otherRoles[kind], true),
    { type: 'deck.attached', data: { id: ids.deck, title: 'Rules of origin', pages: 5, version: { language: 'en', file, bytes } } },
    { type: 'deck.versionAdded', data: { deck: ids.deck, version: { language: 'fr', file, bytes } } },
  ];
  const isGuest = standing.startsWith('guest');
  if (standing !== 'absent') drafts.push(invited(actor, role, isGuest, options.administration));
  if (kind === 'observation') drafts.push(...prepared({ hash: file, bytes, mime: 'application/pdf' }));
  drafts.push(...booths(options));
  if (kind === 'case') drafts.push(...filed(options));
  if (kind === 'ceremony') drafts.push(...ordered(actor));
  if (kind === 'assessment') drafts.push(...met(options));
  if (kind === 'class') drafts.push(...lessonPlanned());
  if (phase === 'scheduled') return drafts;
  drafts.push({ type: 'session.opened', data: {} }, joined(host, hostRoles[kind]), joined(ids.other, otherRoles[kind], false, options.administration), joined(ids.sentAway, otherRoles[kind]));
  drafts.push({ type: 'participant.removed', data: { participant: ids.sentAway, ban: true } }, { type: 'participant.waiting', data: { participant: ids.waiter } });
  if (phase === 'live') drafts.push({ type: 'session.started', data: {} });
  drafts.push(...arrivals(options), ...business(options));
  if (kind === 'observation') drafts.push(...filmed(options));
  if (kind === 'assessment') drafts.push(...metLive(options));
  if (kind === 'class') drafts.push(...taught());
  if (phase === 'ended') drafts.push({ type: 'session.started', data: {} }, { type: 'session.ended', data: {} });
  return drafts;
}

/** A running order, and the actor named to sign. */
function ordered(actor: string): Draft[] {
  return [
    { type: 'ceremony.sideSet', data: { side: 'a', administration: 'north', country: 'NO', language: 'en', signatory: actor, signatoryTitle: '', witnessTitle: '' } },
    { type: 'ceremony.ordered', data: { steps: [{ id: 'welcome', title: { en: 'Welcome' }, minutes: 3 }] } },
  ];
}

function arrivals({ actor: participant, role, standing, administration }: SceneOptions): Draft[] {
  const came = joined(participant, role, false, administration);
  switch (standing) {
    case 'absent': case 'expected': case 'guest': return [];
    case 'waiting': case 'guestWaiting': return [{ type: 'participant.waiting', data: { participant } }];
    case 'declined': case 'guestDeclined':
      return [{ type: 'participant.waiting', data: { participant } }, { type: 'participant.declined', data: { participant } }];
    case 'inside': case 'aside': return [came];
    case 'left': return [came, { type: 'participant.left', data: { participant, reason: 'own' } }];
    case 'removed': case 'banned': return [came, { type: 'participant.removed', data: { participant, ban: standing === 'banned' } }];
  }
}

/** Rooms, streams, hands, marks and a presenter, so that whoever may do something finds something to do it to. */
function business(options: SceneOptions): Draft[] {
  const { actor, standing, host, isPresenting } = options;
  const isInside = standing === 'inside' || standing === 'aside';
  const room = standing === 'aside' ? ids.here : FLOOR;
  const drafts: Draft[] = [
    { type: 'room.created', data: { id: ids.there, name: 'There', mode: 'aside', members: [] } },
    { type: 'room.created', data: { id: ids.here, name: 'Here', mode: 'aside', members: isInside ? [actor, ids.other] : [ids.other] } },
  ];
  if (standing === 'aside') for (const participant of [actor, ids.other]) drafts.push({ type: 'participant.moved', data: { participant, room } });
  drafts.push(
    { type: 'hand.raised', data: { participant: ids.other }, room },
    published(ids.otherStream, ids.other, 'microphone'),
    { type: 'stage.presenting', data: { presenter: isPresenting ? actor : host, deck: ids.deck, page: 1 }, room },
    ...turn(options, room),
  );
  if (isInside) drafts.push(published(ids.ownStream, actor, 'camera'));
  return drafts;
}

/** Every reason that there is to refuse this; none: it has to be done. */
export function reasons(rule: Rule, seat: Seat, standing: Standing, phase: ScenePhase): readonly string[] {
  const found: string[] = [];
  const isInside = standing === 'inside' || standing === 'aside';
  const isWaiting = standing === 'waiting' || standing === 'guestWaiting';
  if (standing === 'absent') return ['participant.absent'];
  if (standing === 'banned') return ['participant.banned'];
  if (!rule.phases.includes(phase)) found.push(phase === 'ended' ? 'session.ended' : 'session.notOpen');
  if (standing === 'removed' && !rule.beforeDoor) found.push('participant.removed');
  if ((standing === 'declined' || standing === 'guestDeclined') && !rule.beforeDoor) found.push('participant.declined');
  if (rule.from === 'inside' && !isInside) found.push('lobby.waiting');
  if (rule.from === 'door' && !isInside && !isWaiting) found.push('lobby.waiting');
  if (rule.from === 'list' && !rule.beforeDoor && standing.startsWith('guest') && !walksIn.includes(seat)) found.push('lobby.waiting');
  if (rule.byLink !== undefined && standing.startsWith('guest')) found.push(rule.byLink);
  if (!rule.seats.includes(seat)) found.push(rule.able && !rule.able.includes(seat) ? 'permission.denied' : rule.code);
  return found;
}
