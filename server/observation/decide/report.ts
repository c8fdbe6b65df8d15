import { limits } from '../../../protocol/limits.ts';
import type { reportCommands } from '../../../protocol/observation/commands/report.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { foreignViews, latest, noTexts, sideOf } from '../../../protocol/observation/report.ts';
import { gatherFacts } from '../../../protocol/observation/reportFacts.ts';
import { hasCriterion } from './visit.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decisions } from '../../live/decide/decision.ts';

const { report: audience } = audiences;

export const decideReport: Decisions<keyof typeof reportCommands> = {
  'report.build': (state, _actor, _payload, { now }) => {
    const newest = latest(state.observation.report);
    const number = (newest?.number ?? 0) + 1;
    if (number > limits.reportVersions) return refused('visit.limit', 'report');
    return decided({ type: 'report.built', data: { number, facts: gatherFacts(state, now), texts: newest?.texts ?? noTexts }, audience });
  },

  'report.edit': (state, actor, { base, texts }) => {
    const newest = latest(state.observation.report);
    if (!newest) return refused('report.absent');
    if (newest.number !== base) return refused('report.stale');
    if (newest.number >= limits.reportVersions) return refused('visit.limit', 'report');
    // Each side's own view is its own to write.
    const foreign = foreignViews(sideOf(state.session, actor));
    if (foreign.some((view) => texts[view] !== undefined && texts[view] !== newest.texts[view])) return refused('report.foreign');
    const unknown = Object.keys(texts.criteria ?? {}).find((one) => !hasCriterion(state, one) && newest.texts.criteria[one] === undefined);
    if (unknown !== undefined) return refused('visit.absent', 'criterion');
    const after = { ...newest.texts, ...texts, criteria: { ...newest.texts.criteria, ...texts.criteria } };
    return decided({ type: 'report.edited', data: { number: base + 1, factsOf: newest.factsOf, texts: after }, audience });
  },

  'report.confirm': (state, actor, { number }) => {
    const newest = latest(state.observation.report);
    if (!newest) return refused('report.absent');
    if (newest.number !== number) return refused('report.stale');
    const side = sideOf(state.session, actor);
    if (side === undefined) return refused('report.side');
    return newest.confirmed[side] ? nothing : decided({ type: 'report.confirmed', data: { number, side }, audience });
  },
};
