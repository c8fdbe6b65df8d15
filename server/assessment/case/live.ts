import type { LiveCapability } from '../../live/capability.ts';

/** What a case adds to the live core. */
export const caseLive: LiveCapability = {
  signals: {},
  isTaken: ({ case: { plan, papers, comparisons } }, id) => [plan.programmes, papers.tasks, papers.notes, papers.documents, papers.contacts, comparisons]
    .some((records) => Object.hasOwn(records, id)),
};
