import type { SessionEvent } from '../live/event.ts';
import { initialGroups, reduceGroups } from './groups.ts';
import type { GroupEvents, Groups } from './groups.ts';
import { initialPolls, reducePolls } from './polls.ts';
import type { PollEvents, Polls } from './polls.ts';

/** What a live class remembers beside what every session does: what was asked of the trainees, and the groups that they work in. */
export interface LiveClass {
  readonly polls: Polls;
  readonly groups: Groups;
}

export type ClassEvents = PollEvents & GroupEvents;

export const initialClass: LiveClass = { polls: initialPolls, groups: initialGroups };

export function reduceClass(before: LiveClass, event: SessionEvent): LiveClass {
  const polls = reducePolls(before.polls, event);
  const groups = reduceGroups(before.groups, event);
  return polls === before.polls && groups === before.groups ? before : { polls, groups };
}
