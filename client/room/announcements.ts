import { holds } from '../../protocol/live/audience.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';

/** A sentence for the live region: a key of the room's namespace below "said" and its values; `role` and `standing` (a room) are ids, which the caller names. */
export interface Announcement {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Above this many at once one sentence with a number says it better than a list of names. */
const NAMED_AT_MOST = 2;

/** What somebody who does not see the screen has to hear about the step from one state to the next. */
export function announcementsFor(before: SessionState, after: SessionState, you: ParticipantId): readonly Announcement[] {
  const me = after.participants[you];
  const was = before.participants[you];
  if (!me || !was || before === after) return [];
  if (was.room !== me.room) {
    const room = after.rooms[me.room];
    return [room?.mode === 'floor' ? { key: 'onFloor' } : { key: 'inRoom', values: room?.roles === undefined ? { room: room?.name ?? '' } : { standing: room.id } }];
  }
  return [
    ...comings(before, after, me),
    ...waiting(before, after, me),
    ...hands(before, after, me),
    ...floor(before, after, me),
    ...ownRole(was, me),
    ...stage(before, after, me),
    ...(before.session.locked === after.session.locked ? [] : [{ key: after.session.locked ? 'locked' : 'unlocked' }]),
  ];
}

function comings(before: SessionState, after: SessionState, me: Participant): Announcement[] {
  if (before.participants === after.participants) return [];
  const here = (state: SessionState, id: ParticipantId): boolean =>
    state.participants[id]?.presence === 'in' && state.participants[id].room === me.room;
  const everyone = Object.values({ ...before.participants, ...after.participants }).filter((one) => one.id !== me.id);
  const came = everyone.filter((one) => here(after, one.id) && !here(before, one.id));
  const went = everyone.filter((one) => here(before, one.id) && !here(after, one.id));
  return [...named('joined', came), ...named('left', went)];
}

function waiting(before: SessionState, after: SessionState, me: Participant): Announcement[] {
  if (before.participants === after.participants || !holds(after, me, 'lobby.manage')) return [];
  return named('waits', Object.values(after.participants)
    .filter((one) => one.lobby === 'waiting' && before.participants[one.id]?.lobby !== 'waiting'));
}

function hands(before: SessionState, after: SessionState, me: Participant): Announcement[] {
  if (before.hands === after.hands) return [];
  const up = after.hands.filter((hand) => hand.participant !== me.id && hand.room === me.room
    && !before.hands.some((each) => each.participant === hand.participant));
  const mineWentDown = before.hands.some((hand) => hand.participant === me.id) && !after.hands.some((hand) => hand.participant === me.id);
  return [
    ...named('handUp', up.map((hand) => after.participants[hand.participant]).filter((one) => one !== undefined)),
    ...(mineWentDown ? [{ key: 'yourHandDown' }] : []),
  ];
}

/** Who may speak now although their role is silent. One's own is said by the notice on the stage. */
function floor(before: SessionState, after: SessionState, me: Participant): Announcement[] {
  if (before.participants === after.participants) return [];
  return named('hasFloor', Object.values(after.participants)
    .filter((one) => one.hasFloor && one.id !== me.id && one.room === me.room && before.participants[one.id]?.hasFloor === undefined));
}

/** The interface translates the role by its name; the caller passes the word. */
function ownRole(was: Participant, me: Participant): Announcement[] {
  return was.role === me.role ? [] : [{ key: 'yourRole', values: { role: me.role } }];
}

function stage(before: SessionState, after: SessionState, me: Participant): Announcement[] {
  const old = before.stages[me.room];
  const now = after.stages[me.room];
  if (old === now || !now) return [];
  const presenter = now.presenter === undefined ? undefined : after.participants[now.presenter];
  if (now.deck !== undefined && old?.deck !== now.deck) {
    return [{ key: 'deckOn', values: { name: presenter?.name ?? '', title: after.decks[now.deck]?.title ?? '' } }];
  }
  if (now.deck === undefined && old?.deck !== undefined) return [{ key: 'deckOff' }];
  if (now.presenter !== old?.presenter && presenter) {
    return [presenter.id === me.id ? { key: 'youPresent' } : { key: 'presents', values: { name: presenter.name } }];
  }
  // Everybody's page changed under them.
  return now.deck !== undefined && now.page !== old?.page && now.presenter !== me.id ? [{ key: 'page', values: { page: now.page } }] : [];
}

function named(key: string, people: readonly Participant[]): Announcement[] {
  if (people.length > NAMED_AT_MOST) return [{ key: `${key}Many`, values: { count: people.length } }];
  return people.map((one) => ({ key, values: { name: one.name } }));
}
