import { refuse } from '../errors.ts';
import type { Result } from '../errors.ts';
import type { ParticipantId } from '../live/ids.ts';
import { isFrozen, sides } from './ceremony.ts';
import type { Ceremony, Copy, Side } from './ceremony.ts';

/** The places of a copy, as its fields are called. */
export const placeIds = ['signatory-a', 'signatory-b', 'witness-a', 'witness-b'] as const;
export type PlaceId = (typeof placeIds)[number];

export interface PlaceOwner {
  readonly side: Side;
  readonly as: 'signatory' | 'witness';
}

export function ownerOf(place: PlaceId): PlaceOwner {
  const [as, side] = place.split('-') as [PlaceOwner['as'], Side];
  return { as, side };
}

/** The places that a ceremony has on each copy: both signatories', and those of the witnesses who are named. */
export function placesOf({ sides: both }: Pick<Ceremony, 'sides'>): readonly PlaceId[] {
  return placeIds.filter((place) => {
    const { side, as } = ownerOf(place);
    return as === 'signatory' || both[side]?.witness !== undefined;
  });
}

/** Who signs in a place; undefined as long as nobody is named. */
export function personOf({ sides: both }: Pick<Ceremony, 'sides'>, place: PlaceId): ParticipantId | undefined {
  const { side, as } = ownerOf(place);
  return both[side]?.[as];
}

export function isSigned(copy: Copy, place: PlaceId): boolean {
  return copy.signatures.some((one) => one.place === place);
}

/**
 * Whether somebody may sign in a place of a copy now. Refused: ceremony.noCopy; ceremony.foreignPlace (another's); signing.taken;
 * ceremony.notYourTurn: on the copy that a side keeps that side signs first, and witnesses after both.
 */
export function maySign(ceremony: Ceremony, who: ParticipantId, side: Side, place: PlaceId): Result<Copy> {
  const copy = ceremony.copies[side];
  if (!copy) return refuse('ceremony.noCopy');
  if (personOf(ceremony, place) !== who) return refuse('ceremony.foreignPlace');
  if (isSigned(copy, place)) return refuse('signing.taken');
  return placesBefore(side, place).every((one) => isSigned(copy, one)) ? { ok: true, value: copy } : refuse('ceremony.notYourTurn');
}

/** The places that are signed first on the copy that a side keeps (alternat): its own signatory's before the other's, and both before any witness. */
export function placesBefore(keeper: Side, place: PlaceId): readonly PlaceId[] {
  const { as, side } = ownerOf(place);
  if (as === 'witness') return ['signatory-a', 'signatory-b'];
  return side === keeper ? [] : [`signatory-${keeper}`];
}

export function isComplete(ceremony: Ceremony): boolean {
  return isFrozen(ceremony) && sides.every((side) => {
    const copy = ceremony.copies[side];
    return copy !== undefined && placesOf(ceremony).every((place) => isSigned(copy, place));
  });
}

/** What somebody may sign next: the first place of theirs that is free, in the order of the copies. */
export function nextPlaceFor(ceremony: Ceremony, who: ParticipantId): { readonly copy: Side; readonly place: PlaceId } | undefined {
  for (const copy of sides) {
    for (const place of placeIds) if (maySign(ceremony, who, copy, place).ok) return { copy, place };
  }
  return undefined;
}
