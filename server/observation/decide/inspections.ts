import { limits } from '../../../protocol/limits.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { inspectionCommands } from '../../../protocol/observation/commands/inspections.ts';
import { sealNumber } from '../../../protocol/observation/inspections.ts';
import type { Inspection } from '../../../protocol/observation/inspections.ts';
import { checkContainer, containerNumber } from '../../../protocol/observation/iso6346.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decision, Decisions } from '../../live/decide/decision.ts';
import { hasZone } from './visit.ts';

const { visit: audience } = audiences;

export const decideInspections: Decisions<keyof typeof inspectionCommands> = {
  'inspection.begin': (state, _actor, { container: typed, asRead, zone }, { id }) => {
    const container = containerNumber(typed);
    const check = checkContainer(container);
    if (!check.ok && check.why === 'form') return refused('container.form');
    if (!check.ok && !asRead) return refused('container.checkDigit', String(check.expected));
    if (Object.keys(state.observation.inspections).length >= limits.inspectionsPerVisit) return refused('visit.limit', 'inspection');
    if (zone !== undefined && !hasZone(state, zone)) return refused('visit.absent', 'zone');
    return decided({ type: 'inspection.begun', data: { id, container, misread: !check.ok, ...(zone === undefined ? {} : { zone }) }, audience });
  },

  'inspection.point': (state, _actor, data) => underWay(state, data.inspection, () => decided({ type: 'inspection.pointSet', data, audience })),

  'inspection.seal': (state, _actor, { checks, ...data }) => underWay(state, data.inspection, () => {
    // Two numbers compare themselves; nobody's word stands against them.
    const [read, expected] = [sealNumber(data.number), sealNumber(data.documentNumber)];
    const matches = read === '' || expected === '' ? 'notChecked' : read === expected ? 'conform' : 'notConform';
    return decided({ type: 'inspection.sealSet', data: { ...data, checks: { ...checks, matches } }, audience });
  }),

  'inspection.close': (state, _actor, { inspection }) => {
    const one = state.observation.inspections[inspection];
    if (!one) return refused('visit.absent', 'inspection');
    return one.closedAt === undefined ? decided({ type: 'inspection.closed', data: { inspection }, audience }) : nothing;
  },
};

function underWay(state: SessionState, id: string, then: (one: Inspection) => Decision): Decision {
  const one = state.observation.inspections[id];
  if (!one) return refused('visit.absent', 'inspection');
  return one.closedAt === undefined ? then(one) : refused('inspection.closed');
}
