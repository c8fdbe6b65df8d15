import type { SessionEvent } from '../live/event.ts';
import type { CriterionId, DocumentId, ZoneId } from './ids.ts';
import { drop, patch, put } from './records.ts';
import type { Records } from './records.ts';

/** A criterion that an administration adds to the SAFE conditions. */
export interface OwnCriterion {
  readonly id: CriterionId;
  readonly title: string;
  readonly questions: readonly string[];
}

export interface ExpectedDocument {
  readonly id: DocumentId;
  readonly criterion: CriterionId;
  readonly title: string;
  readonly received: boolean;
}

/** A walk through a zone with the camera before the visit. Bandwidth in kbit/s, round trip in ms; absent: not measured. */
export interface Rehearsal {
  readonly zone: ZoneId;
  readonly verdict: 'go' | 'noGo';
  readonly upKbps?: number;
  readonly downKbps?: number;
  readonly roundTripMs?: number;
  readonly transport?: 'udp' | 'tcp' | 'none';
  readonly remark: string;
  readonly at: number;
  readonly by: string;
}

/** What is examined, and how the visit was prepared: for those who take part in the visit, not for the operator's staff. */
export interface Scope {
  /** In the order of the checklist. */
  readonly criteria: readonly CriterionId[];
  readonly own: Records<OwnCriterion>;
  readonly documents: Records<ExpectedDocument>;
  /** The latest of each zone. */
  readonly rehearsals: Records<Rehearsal>;
}

export interface ScopeEvents {
  'visit.scoped': { criteria: readonly CriterionId[] };
  'visit.criterionSet': OwnCriterion;
  'visit.criterionRemoved': { criterion: CriterionId };
  'visit.documentExpected': { id: DocumentId; criterion: CriterionId; title: string };
  'visit.documentRemoved': { document: DocumentId };
  'visit.documentReceived': { document: DocumentId; received: boolean };
  'visit.rehearsed': Omit<Rehearsal, 'at' | 'by'>;
}

export const initialScope: Scope = { criteria: [], own: {}, documents: {}, rehearsals: {} };

export function reduceScope(scope: Scope, event: SessionEvent): Scope {
  switch (event.type) {
    case 'visit.scoped': return { ...scope, criteria: event.data.criteria };
    case 'visit.criterionSet': return { ...scope, own: put(scope.own, event.data) };
    case 'visit.criterionRemoved': return {
      ...scope, own: drop(scope.own, event.data.criterion), criteria: scope.criteria.filter((one) => one !== event.data.criterion),
      documents: Object.fromEntries(Object.entries(scope.documents).filter(([, one]) => one.criterion !== event.data.criterion)),
    };
    case 'visit.documentExpected': {
      const { id } = event.data;
      return { ...scope, documents: put(scope.documents, { ...event.data, received: scope.documents[id]?.received ?? false }) };
    }
    case 'visit.documentRemoved': return { ...scope, documents: drop(scope.documents, event.data.document) };
    case 'visit.documentReceived': {
      const { document, received } = event.data;
      return { ...scope, documents: patch(scope.documents, document, (one) => ({ ...one, received })) };
    }
    case 'visit.rehearsed': return { ...scope, rehearsals: { ...scope.rehearsals, [event.data.zone]: { ...event.data, at: event.at, by: event.actor } } };
    case 'visit.zoneRemoved': return { ...scope, rehearsals: drop(scope.rehearsals, event.data.zone) };
    default: return scope;
  }
}
