import { leadersAnd } from '../../../protocol/class/project.ts';
import { accept } from '../../../protocol/errors.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { refused } from '../../live/decide/decision.ts';
import type { Decision } from '../../live/decide/decision.ts';

/**
 * What a group made, for all: the group's deck becomes one of the session with the group's name and marks on it, and goes on the
 * floor's stage. Several groups may have worked on the same pages, so each has its own.
 */
export function showWork(state: SessionState, actor: Participant, group: string): Decision {
  const work = state.class.groups.kept[group];
  if (!work) return refused('group.absent');
  const onFloor = { room: FLOOR, audience: { room: FLOOR } } as const;
  const show: Draft[] = [
    ...(actor.room === FLOOR ? [] : [{ type: 'participant.moved', data: { participant: actor.id, room: FLOOR } } as const]),
    { type: 'stage.presenting', data: { presenter: actor.id, deck: work.id, page: work.page }, ...onFloor },
  ];
  if (Object.hasOwn(state.decks, work.id)) return accept(show);
  const deck = Object.hasOwn(state.decks, work.deck) ? state.decks[work.deck] : undefined;
  const [first, ...others] = deck?.versions ?? [];
  if (!deck || !first) return refused('deck.absent');
  if (Object.keys(state.decks).length >= limits.decksPerSession) return refused('deck.limit');
  return accept([
    { type: 'deck.attached', data: { id: work.id, title: `${work.name}: ${deck.title}`.slice(0, limits.titleChars), pages: deck.pages, version: first } },
    ...others.map((version): Draft => ({ type: 'deck.versionAdded', data: { deck: work.id, version } })),
    ...Object.entries(work.marks).flatMap(([page, marks]) =>
      marks.map(({ id, shape }): Draft => ({ type: 'mark.added', data: { id, deck: work.id, page: Number(page), shape }, ...onFloor }))),
    { type: 'group.shown', data: { group }, audience: leadersAnd(...work.members) },
    ...show,
  ]);
}
