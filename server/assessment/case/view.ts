import { stageIds } from '../../../protocol/assessment/case/ids.ts';
import { rowOf, standingOf } from '../../../protocol/assessment/case/comparison.ts';
import { currentStage } from '../../../protocol/assessment/case/plan.ts';
import { mayRead, projectCase } from '../../../protocol/assessment/case/project.ts';
import type { CaseSummary, CaseView } from '../../../protocol/assessment/case/routes.ts';
import { safeCriteria } from '../../../protocol/criteria.ts';
import { holds, participantsFor } from '../../../protocol/live/audience.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { sidesOf } from './decide/comparison.ts';

/** The case for one pair of eyes, whether or not they are connected. */
export function caseFor(state: SessionState, one: Participant): CaseView {
  return {
    you: one.id, session: state.session, participants: Object.values(participantsFor(state, one)),
    file: projectCase(state.case, one, (permission) => holds(state, one, permission)),
  };
}

/** A line of the list of cases, for one of its people: private tasks of the other side are not even counted. */
export function summaryOf(state: SessionState, one: Participant): CaseSummary {
  const { plan, papers, comparisons } = state.case;
  const sides = new Map(Object.values(state.participants).toSorted((a, b) => a.order - b.order).map((each) => [each.administration, each]));
  const compared = Object.values(comparisons);
  const rows = compared.flatMap((comparison) => safeCriteria.map((criterion) => standingOf(rowOf(comparison, criterion), sidesOf(state, comparison))));
  const stage = currentStage(plan, stageIds);
  return {
    info: state.session, role: one.role, ...(stage === undefined ? {} : { stage }),
    sides: [...sides].map(([administration, { administrationName, country }]) => ({
      administration, name: administrationName, country,
      programmes: Object.values(plan.programmes).filter((each) => each.administration === administration).map(({ name }) => name),
    })),
    openTasks: Object.values(papers.tasks).filter((task) => !task.done && mayRead(task, one)).length,
    agreedRows: rows.filter((row) => row === 'agreed').length, rows: rows.length,
  };
}
