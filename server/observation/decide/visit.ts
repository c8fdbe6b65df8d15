import { limits } from '../../../protocol/limits.ts';
import type { visitCommands } from '../../../protocol/observation/commands/visit.ts';
import { safeCriteria } from '../../../protocol/criteria.ts';
import type { CriterionId, ZoneId } from '../../../protocol/observation/ids.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { drop } from '../../../protocol/observation/records.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decisions } from '../../live/decide/decision.ts';
import { holds } from '../../../protocol/live/audience.ts';
import { withDiscarded } from './discarding.ts';

export const decideVisit: Decisions<keyof typeof visitCommands> = {
  'visit.describe': ({ observation: { plan } }, _actor, { operator, premises }) => decided({
    type: 'visit.described', data: { operator: { ...plan.operator, ...given(operator ?? {}) }, premises: { ...plan.premises, ...given(premises ?? {}) } },
  }),

  'visit.stage': ({ observation }, _actor, { stage }) => observation.plan.stage === stage ? nothing : decided({ type: 'visit.staged', data: { stage } }),

  'visit.zone': (state, _actor, data, { id }) => {
    const { zones } = state.observation.plan;
    if (!('zone' in data)) return Object.keys(zones).length < limits.zonesPerVisit ? decided({ type: 'visit.zoned', data: { ...data, id } }) : refused('visit.limit', 'zone');
    const { zone, ...changes } = data;
    const known = zones[zone];
    if (!known) return refused('visit.absent', 'zone');
    const after = { ...known, ...given(changes) };
    return withDiscarded(state, { type: 'visit.zoned', data: after }, ({ plan, consents }) => ({ consents, plan: { ...plan, zones: { ...zones, [zone]: after } } }));
  },

  'visit.removeZone': (state, actor, { zone }) => {
    if (!hasZone(state, zone)) return refused('visit.absent', 'zone');
    // Its consent goes with it: made anew it would be without the operator's no.
    const consent = state.observation.consents.zones[zone];
    if (consent?.own && consent.state !== 'given' && !holds(state, actor, 'evidence.release')) return refused('permission.denied', 'evidence.release');
    return withDiscarded(state, { type: 'visit.zoneRemoved', data: { zone } }, ({ plan, consents }) => ({ consents, plan: { ...plan, zones: drop(plan.zones, zone) } }));
  },

  'visit.slot': (state, _actor, data, { id }) => {
    const { slots } = state.observation.plan;
    if (typeof data.zone === 'string' && !hasZone(state, data.zone)) return refused('visit.absent', 'zone');
    if (typeof data.owner === 'string' && !state.participants[data.owner]) return refused('participant.absent', 'owner');
    if (!('slot' in data)) return Object.keys(slots).length < limits.slotsPerVisit ? decided({ type: 'visit.slotted', data: { ...data, id } }) : refused('visit.limit', 'slot');
    const { slot, ...changes } = data;
    const known = slots[slot];
    if (!known) return refused('visit.absent', 'slot');
    const { zone, owner, ...rest } = { ...known, ...given(changes) };
    return decided({ type: 'visit.slotted', data: { ...rest, ...(zone ? { zone } : {}), ...(owner ? { owner } : {}) } });
  },

  'visit.removeSlot': ({ observation }, _actor, { slot }) =>
    observation.plan.slots[slot] ? decided({ type: 'visit.slotRemoved', data: { slot } }) : refused('visit.absent', 'slot'),

  'visit.beginSlot': ({ observation }, _actor, { slot }) => {
    const { slots, slot: current } = observation.plan;
    if (slot !== null && !slots[slot]) return refused('visit.absent', 'slot');
    return (current?.id ?? null) === slot ? nothing : decided({ type: 'visit.slotBegun', data: { slot } });
  },

  'visit.scope': (state, _actor, data) => {
    const { criteria: before, own } = state.observation.scope;
    if ('criterion' in data && !hasCriterion(state, data.criterion)) return refused('visit.absent', 'criterion');
    if ('criterion' in data && before.includes(data.criterion) === data.inScope) return nothing;
    const criteria = 'criteria' in data ? [...new Set(data.criteria)]
      : data.inScope ? [...safeCriteria, ...Object.keys(own)].filter((one) => one === data.criterion || before.includes(one))
        : before.filter((one) => one !== data.criterion);
    const unknown = criteria.find((one) => !hasCriterion(state, one));
    return unknown === undefined ? decided({ type: 'visit.scoped', data: { criteria }, audience: audiences.visit }) : refused('visit.absent', 'criterion');
  },

  'visit.criterion': ({ observation }, _actor, data, { id }) => {
    const { own } = observation.scope;
    if (!('criterion' in data)) {
      return Object.keys(own).length < limits.ownCriteriaPerVisit
        ? decided({ type: 'visit.criterionSet', data: { ...data, id }, audience: audiences.visit })
        : refused('visit.limit', 'criterion');
    }
    const { criterion, ...changes } = data;
    const known = own[criterion];
    return known ? decided({ type: 'visit.criterionSet', data: { ...known, ...given(changes) }, audience: audiences.visit }) : refused('visit.absent', 'criterion');
  },

  'visit.removeCriterion': ({ observation }, _actor, { criterion }) => observation.scope.own[criterion]
    ? decided({ type: 'visit.criterionRemoved', data: { criterion }, audience: audiences.visit })
    : refused('visit.absent', 'criterion'),

  'visit.document': (state, _actor, { document, ...rest }, { id }) => {
    const { documents } = state.observation.scope;
    if (document !== undefined && !documents[document]) return refused('visit.absent', 'document');
    if (document === undefined && Object.keys(documents).length >= limits.documentsPerVisit) return refused('visit.limit', 'document');
    if (!hasCriterion(state, rest.criterion)) return refused('visit.absent', 'criterion');
    return decided({ type: 'visit.documentExpected', data: { ...rest, id: document ?? id }, audience: audiences.visit });
  },

  'visit.removeDocument': ({ observation }, _actor, { document }) => observation.scope.documents[document]
    ? decided({ type: 'visit.documentRemoved', data: { document }, audience: audiences.visit })
    : refused('visit.absent', 'document'),

  'visit.documentReceived': ({ observation }, _actor, { document, received }) => {
    const known = observation.scope.documents[document];
    if (!known) return refused('visit.absent', 'document');
    return known.received === received ? nothing : decided({ type: 'visit.documentReceived', data: { document, received }, audience: audiences.visit });
  },

  'visit.rehearse': (state, _actor, data) => hasZone(state, data.zone)
    ? decided({ type: 'visit.rehearsed', data, audience: audiences.visit })
    : refused('visit.absent', 'zone'),
};

export function hasZone({ observation }: SessionState, zone: ZoneId): boolean {
  return observation.plan.zones[zone] !== undefined;
}

/** A condition of the SAFE Framework, or one of this visit's own. */
export function hasCriterion({ observation }: SessionState, criterion: CriterionId): boolean {
  return (safeCriteria as readonly string[]).includes(criterion) || observation.scope.own[criterion] !== undefined;
}

/** Without what was left out: a change keeps what it does not name. */
function given<T extends object>(changes: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
