import { limits } from '../../../protocol/limits.ts';
import type { visitCommands } from '../../../protocol/observation/commands/visit.ts';
import { safeCriteria } from '../../../protocol/observation/ids.ts';
import type { CriterionId, ZoneId } from '../../../protocol/observation/ids.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decisions } from '../../live/decide/decision.ts';

export const decideVisit: Decisions<keyof typeof visitCommands> = {
  'visit.describe': (_state, _actor, data) => decided({ type: 'visit.described', data }),

  'visit.stage': ({ observation }, _actor, { stage }) => observation.plan.stage === stage ? nothing : decided({ type: 'visit.staged', data: { stage } }),

  'visit.zone': ({ observation }, _actor, { zone, ...rest }, { id }) => {
    const { zones } = observation.plan;
    if (zone !== undefined && !zones[zone]) return refused('visit.absent', 'zone');
    if (zone === undefined && Object.keys(zones).length >= limits.zonesPerVisit) return refused('visit.limit', 'zone');
    return decided({ type: 'visit.zoned', data: { ...rest, id: zone ?? id } });
  },

  'visit.removeZone': (state, _actor, { zone }) => hasZone(state, zone) ? decided({ type: 'visit.zoneRemoved', data: { zone } }) : refused('visit.absent', 'zone'),

  'visit.slot': (state, _actor, { slot, ...rest }, { id }) => {
    const { slots } = state.observation.plan;
    if (slot !== undefined && !slots[slot]) return refused('visit.absent', 'slot');
    if (slot === undefined && Object.keys(slots).length >= limits.slotsPerVisit) return refused('visit.limit', 'slot');
    if (rest.zone !== undefined && !hasZone(state, rest.zone)) return refused('visit.absent', 'zone');
    if (rest.owner !== undefined && !state.participants[rest.owner]) return refused('participant.absent', 'owner');
    return decided({ type: 'visit.slotted', data: { ...rest, id: slot ?? id } });
  },

  'visit.removeSlot': ({ observation }, _actor, { slot }) =>
    observation.plan.slots[slot] ? decided({ type: 'visit.slotRemoved', data: { slot } }) : refused('visit.absent', 'slot'),

  'visit.beginSlot': ({ observation }, _actor, { slot }) => {
    const { slots, slot: current } = observation.plan;
    if (slot !== null && !slots[slot]) return refused('visit.absent', 'slot');
    return (current?.id ?? null) === slot ? nothing : decided({ type: 'visit.slotBegun', data: { slot } });
  },

  'visit.scope': (state, _actor, { criteria }) => {
    const unknown = criteria.find((one) => !hasCriterion(state, one));
    return unknown === undefined ? decided({ type: 'visit.scoped', data: { criteria: [...new Set(criteria)] }, audience: audiences.visit }) : refused('visit.absent', 'criterion');
  },

  'visit.criterion': ({ observation }, _actor, { criterion, ...rest }, { id }) => {
    const { own } = observation.scope;
    if (criterion !== undefined && !own[criterion]) return refused('visit.absent', 'criterion');
    if (criterion === undefined && Object.keys(own).length >= limits.ownCriteriaPerVisit) return refused('visit.limit', 'criterion');
    return decided({ type: 'visit.criterionSet', data: { ...rest, id: criterion ?? id }, audience: audiences.visit });
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
