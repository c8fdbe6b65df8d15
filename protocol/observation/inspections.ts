import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import type { InspectionId, ZoneId } from './ids.ts';
import { patch, put } from './records.ts';
import type { Records } from './records.ts';

/** The seven points of a container, in the order in which one walks (CTPAT 7-point inspection; content/observation names them). */
export const points = ['undercarriage', 'doors', 'rightSide', 'leftSide', 'frontWall', 'ceiling', 'floor'] as const;
export type InspectionPoint = (typeof points)[number];
/** The seal's verification: properly affixed, of the standard (ISO 17712), intact, its number that of the document. */
export const sealChecks = ['affixed', 'standard', 'intact', 'matches'] as const;
type SealCheck = (typeof sealChecks)[number];

export const results = ['conform', 'notConform', 'notChecked'] as const;
export type PointResult = (typeof results)[number];

export interface Inspection {
  readonly id: InspectionId;
  /** Four letters and seven digits (ISO 6346). */
  readonly container: string;
  /** The number's check digit is wrong and it was recorded as it reads: a finding by itself. */
  readonly misread: boolean;
  readonly zone?: ZoneId;
  readonly points: Readonly<Partial<Record<InspectionPoint, { readonly result: PointResult; readonly remark: string }>>>;
  readonly seal?: Seal;
  readonly by: ParticipantId;
  readonly at: number;
  readonly closedAt?: number;
}

export interface Seal {
  /** As read on the seal, and as the document has it. */
  readonly number: string;
  readonly documentNumber: string;
  readonly checks: Readonly<Record<SealCheck, PointResult>>;
}

export interface InspectionEvents {
  'inspection.begun': { id: InspectionId; container: string; misread: boolean; zone?: ZoneId };
  'inspection.pointSet': { inspection: InspectionId; point: InspectionPoint; result: PointResult; remark: string };
  'inspection.sealSet': Seal & { inspection: InspectionId };
  'inspection.closed': { inspection: InspectionId };
}

export const initialInspections: Records<Inspection> = {};

export function reduceInspections(all: Records<Inspection>, event: SessionEvent): Records<Inspection> {
  switch (event.type) {
    case 'inspection.begun': return put(all, { ...event.data, points: {}, by: event.actor, at: event.at });
    case 'inspection.pointSet': {
      const { inspection, point, result, remark } = event.data;
      return patch(all, inspection, (one) => ({ ...one, points: { ...one.points, [point]: { result, remark } } }));
    }
    case 'inspection.sealSet': {
      const { inspection, ...seal } = event.data;
      return patch(all, inspection, (one) => ({ ...one, seal }));
    }
    case 'inspection.closed': return patch(all, event.data.inspection, (one) => ({ ...one, closedAt: event.at }));
    default: return all;
  }
}

/** The number of a seal as numbers are compared: without spaces and dashes, and in capitals; empty: nothing was read. */
export function sealNumber(text: string): string {
  return text.replace(/[\s-]/gu, '').toUpperCase();
}

export function sameSeal(one: string, other: string): boolean {
  return sealNumber(one) === sealNumber(other);
}
