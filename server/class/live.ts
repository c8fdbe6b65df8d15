import type { LiveCapability } from '../live/capability.ts';
import { keptOfGroups } from './decide/closing.ts';

/** What a class adds to the live core. The rooms of groups bear the id of the command that opened them, with a number. */
export const classLive: LiveCapability = {
  signals: {},
  keptOf: keptOfGroups,
  isTaken: ({ class: { polls, groups }, rooms }, id) => Object.hasOwn(polls.prepared, id) || groups.word?.id === id
    || groups.open?.id === id || [rooms, groups.kept].some((all) => Object.keys(all).some((key) => key.startsWith(`${id}-`))),
};
