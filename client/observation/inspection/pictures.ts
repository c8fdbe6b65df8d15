import type { EvidenceRoom } from '../../../protocol/observation/evidence.ts';
import type { InspectionPoint } from '../../../protocol/observation/inspections.ts';

export interface PointPicture {
  readonly id: string;
  readonly version: string;
  readonly isStored: boolean;
}

/** The evidence that shows a point: for custody every item, for the others what was released. */
export function picturesOf({ items, released }: EvidenceRoom, inspection: string, point: InspectionPoint | 'seal'): readonly PointPicture[] {
  const isHere = (one: { readonly inspection?: { readonly id: string; readonly point: string } }): boolean =>
    one.inspection?.id === inspection && one.inspection.point === point;
  const kept = Object.values(items).filter((one) => isHere(one) && one.state !== 'discarded').map((one): PointPicture => ({
    id: one.id, version: one.versions[0]!.id, isStored: one.versions[0]!.stored.includes('thumbnail'),
  }));
  const shown = Object.values(released).filter((one) => isHere(one) && !items[one.id]).map((one): PointPicture => ({ id: one.id, version: one.version, isStored: true }));
  return [...kept, ...shown];
}
