import type { LiveCapability } from '../../live/capability.ts';
import { sidesOf } from './decide/comparison.ts';

/** What a case adds to the live core. */
export const caseLive: LiveCapability = {
  signals: {
    // Who is said to write in a cell is somebody who can.
    'matrix.editing': (state, { administration }, { comparison }) => {
      const one = state.case.comparisons[comparison];
      return one !== undefined && sidesOf(state, one).includes(administration);
    },
  },
  isTaken: ({ case: { plan, papers, comparisons } }, id) => [plan.programmes, papers.tasks, papers.notes, papers.documents, papers.contacts, comparisons]
    .some((records) => Object.hasOwn(records, id)),
};
