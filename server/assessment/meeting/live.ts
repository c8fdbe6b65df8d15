import type { LiveCapability } from '../../live/capability.ts';

/** What a meeting of delegations adds to the live core. */
export const assessmentLive: LiveCapability = {
  signals: {},
  isTaken: ({ assessment: { agenda, positions, outcomes } }, id) => [agenda.items, positions, outcomes].some((records) => Object.hasOwn(records, id)),
};
