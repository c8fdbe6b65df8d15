import type { Audience } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import type { Participant } from '../live/participants.ts';
import { belongs } from '../live/rooms.ts';
import type { SessionState } from '../live/state.ts';
import type { Permission } from '../permissions.ts';
import { initialClass } from './class.ts';
import type { LiveClass } from './class.ts';
import type { Groups } from './groups.ts';
import type { Polls } from './polls.ts';

/**
 * Who receives which part of a class beside what everybody does (what was asked, results that are shown, which groups there are).
 * `projectClass` and the audience of every event follow it alike.
 */
export const audiences = {
  /** Prepared polls with their right answers, plans, who has answered. */
  leaders: { permission: 'class.lead' },
} as const satisfies Record<string, Audience>;

/** Who leads the class, and these with them. */
export function leadersAnd(...others: readonly ParticipantId[]): Audience {
  return { permission: 'class.lead', also: others };
}

/** The class for one pair of eyes that are inside. */
export function projectClass(all: LiveClass, one: Participant, holds: (permission: Permission) => boolean, state: SessionState): LiveClass {
  const leads = holds('class.lead');
  return { polls: pollsFor(all.polls, one.id, leads), groups: leads ? all.groups : groupsFor(all.groups, one, state) };
}

function pollsFor(polls: Polls, viewer: ParticipantId, leads: boolean): Polls {
  const { prepared, voters, results } = initialClass.polls;
  const answers = Object.fromEntries(Object.entries(polls.answers).flatMap(([poll, all]) => {
    if (leads && polls.asked[poll]?.anonymous === false) return [[poll, all]];
    const own = all[viewer];
    return own === undefined ? [] : [[poll, { [viewer]: own }]];
  }));
  if (leads) return { ...polls, answers };
  return { ...polls, prepared, voters, answers, results: { ...results, ...pick(polls.results, (tally) => polls.asked[tally.id]?.state === 'shown') } };
}

function groupsFor({ plan: _plan, open, kept, ...rest }: Groups, one: Participant, { rooms }: SessionState): Groups {
  return {
    ...rest,
    ...(open === undefined ? {} : { open: { ...open, calls: pick(open.calls, (_call, group) => belongs(rooms[group], one)) } }),
    kept: pick(kept, (work) => work.members.includes(one.id)),
  };
}

function pick<T>(all: Readonly<Record<string, T>>, test: (value: T, key: string) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => test(value, key)));
}
