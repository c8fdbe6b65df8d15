import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import type { Annotation, Region } from './annotation.ts';
import type { CriterionId, EvidenceId, InspectionId, RequestId, VersionId, ZoneId } from './ids.ts';
import { patch, put } from './records.ts';
import type { Records } from './records.ts';

export const evidenceKinds = ['still', 'page', 'file'] as const;
type EvidenceKind = (typeof evidenceKinds)[number];

/** Bytes that exist, or will once they are uploaded. `hash`: SHA-256 in hexadecimal, computed where they were made. */
export interface Content {
  readonly hash: string;
  readonly bytes: number;
  /** image/jpeg, image/png, image/webp or application/pdf. */
  readonly mime: string;
  /** Of a picture, pixels. */
  readonly width?: number;
  readonly height?: number;
}

/** A small picture of it for lists; absent for what has none. */
export interface Pictured {
  readonly content: Content;
  readonly thumbnail?: Content;
}

/** Where the device said it was, when its holder allowed that. Degrees, metres. */
export interface Place {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: number;
}

/**
 * original: as captured. mask: with regions burnt out, a file of its own. markup: vectors over another version, without a file.
 * Each names the version that it was made of; nothing is ever changed.
 */
export interface Version {
  readonly id: VersionId;
  readonly kind: 'original' | 'mask' | 'markup';
  readonly of?: VersionId;
  readonly by: ParticipantId;
  readonly at: number;
  readonly pictured?: Pictured;
  readonly regions?: readonly Region[];
  readonly marks?: readonly Annotation[];
  /** Which of its bytes the server holds, checked against their hashes. */
  readonly stored: readonly Part[];
}

export const parts = ['content', 'thumbnail'] as const;
export type Part = (typeof parts)[number];

/** What is known of an item apart from its bytes. */
export interface Origin {
  readonly kind: EvidenceKind;
  readonly title: string;
  /** The device's clock, ms. */
  readonly capturedAt: number;
  readonly zone?: ZoneId;
  readonly criterion?: CriterionId;
  readonly place?: Place;
  readonly request?: RequestId;
  /** The point of a container inspection that it shows. */
  readonly inspection?: { readonly id: InspectionId; readonly point: string };
}

/** uploading: known, its bytes are on their way. review: with the operator's representative. */
type EvidenceState = 'uploading' | 'review' | 'released' | 'withheld' | 'discarded';
type DiscardReason = 'consent' | 'cancelled';

/** One step of an item's way through the hands that had it. */
interface Handling {
  readonly step: 'captured' | 'described' | 'stored' | 'masked' | 'markedUp' | 'released' | 'withheld' | 'discarded';
  readonly at: number;
  readonly by: ParticipantId;
  /** The version that was stored, made or released. */
  readonly version?: VersionId;
}

/** An item as those see it who have custody of evidence: the host's lead and cameras, and the operator's representative. */
export interface Evidence extends Origin {
  readonly id: EvidenceId;
  /** As people call it: the first that was captured in the visit is 1. */
  readonly number: number;
  readonly by: ParticipantId;
  readonly registeredAt: number;
  readonly versions: readonly Version[];
  readonly state: EvidenceState;
  /** Why it was withheld or discarded. */
  readonly reason?: string;
  readonly decidedAt?: number;
  /** Who did what with it, the oldest first. */
  readonly trail: readonly Handling[];
}

/** An item as it was released: this is all that observers ever receive of it. */
export interface Released extends Origin {
  readonly id: EvidenceId;
  readonly number: number;
  readonly by: ParticipantId;
  readonly version: VersionId;
  readonly masked: boolean;
  readonly pictured: Pictured;
  readonly marks: readonly Annotation[];
  /** SHA-256 of the untouched original, so that it can be told one day that this was made of it. */
  readonly original: string;
  readonly releasedAt: number;
  readonly releasedBy: ParticipantId;
  /** Mark-ups made since, the oldest first. */
  readonly markups: readonly Version[];
}

/** What observers know of an item that was withheld. */
export interface Withheld {
  readonly id: EvidenceId;
  readonly number: number;
  readonly kind: EvidenceKind;
  readonly capturedAt: number;
  readonly zone?: ZoneId;
  readonly criterion?: CriterionId;
  readonly reason: string;
  readonly at: number;
}

export interface EvidenceRoom {
  readonly items: Records<Evidence>;
  readonly released: Records<Released>;
  readonly withheld: Records<Withheld>;
}

export interface EvidenceEvents {
  /** Custody. */
  'evidence.captured': Origin & { id: EvidenceId; number: number; pictured: Pictured };
  'evidence.described': { evidence: EvidenceId; title: string; criterion?: CriterionId };
  'evidence.stored': { evidence: EvidenceId; version: VersionId; part: Part };
  'evidence.masked': { evidence: EvidenceId; id: VersionId; of: VersionId; regions: readonly Region[]; pictured: Pictured };
  /** Custody before the release, evidence.see after it. */
  'evidence.markedUp': { evidence: EvidenceId; id: VersionId; of: VersionId; marks: readonly Annotation[] };
  'evidence.discarded': { evidence: EvidenceId; reason: DiscardReason };
  /** evidence.see: whole in itself, because who sees it may never have seen the item. */
  'evidence.released': Origin & {
    id: EvidenceId; number: number; by: ParticipantId; version: VersionId; masked: boolean; pictured: Pictured; marks: readonly Annotation[]; original: string;
  };
  'evidence.withheld': { evidence: EvidenceId; number: number; kind: EvidenceKind; capturedAt: number; zone?: ZoneId; criterion?: CriterionId; reason: string };
}

export const initialEvidence: EvidenceRoom = { items: {}, released: {}, withheld: {} };

export function reduceEvidence(room: EvidenceRoom, event: SessionEvent): EvidenceRoom {
  switch (event.type) {
    case 'evidence.captured': {
      const { pictured, ...origin } = event.data;
      const original: Version = { id: origin.id, kind: 'original', by: event.actor, at: event.at, pictured, stored: [] };
      const item: Evidence = { ...origin, by: event.actor, registeredAt: event.at, versions: [original], state: 'uploading', trail: [handled('captured', event)] };
      return { ...room, items: put(room.items, item) };
    }
    case 'evidence.described': {
      const { evidence, title, criterion } = event.data;
      return change(room, evidence, ({ criterion: _before, ...one }) => ({
        ...one, title, ...(criterion === undefined ? {} : { criterion }), trail: [...one.trail, handled('described', event)],
      }));
    }
    case 'evidence.stored': {
      const { evidence, version, part } = event.data;
      return change(room, evidence, (one) => {
        const versions = one.versions.map((each) => each.id === version && !each.stored.includes(part) ? { ...each, stored: [...each.stored, part] } : each);
        const whole = versions.some((each, index) => each.id === version && isStored(each) && !isStored(one.versions[index]!));
        return {
          ...one, versions, state: one.state === 'uploading' && isStored(versions[0]!) ? 'review' : one.state,
          trail: whole ? [...one.trail, handled('stored', event, version)] : one.trail,
        };
      });
    }
    case 'evidence.masked': {
      const { evidence, ...rest } = event.data;
      return change(room, evidence, (one) => ({
        ...one, versions: [...one.versions, { ...rest, kind: 'mask', by: event.actor, at: event.at, stored: [] }],
        trail: [...one.trail, handled('masked', event, rest.id)],
      }));
    }
    case 'evidence.markedUp': {
      const { evidence, ...rest } = event.data;
      const version: Version = { ...rest, kind: 'markup', by: event.actor, at: event.at, stored: [] };
      const after = change(room, evidence, (one) => ({ ...one, versions: [...one.versions, version], trail: [...one.trail, handled('markedUp', event, version.id)] }));
      return { ...after, released: patch(room.released, evidence, (one) => ({ ...one, markups: [...one.markups, version] })) };
    }
    case 'evidence.discarded': return change(room, event.data.evidence, (one) => ({
      ...one, state: 'discarded', reason: event.data.reason, decidedAt: event.at, trail: [...one.trail, handled('discarded', event)],
    }));
    case 'evidence.released': {
      const after = change(room, event.data.id, ({ reason: _before, ...one }) => ({
        ...one, state: 'released', decidedAt: event.at, trail: [...one.trail, handled('released', event, event.data.version)],
      }));
      const { [event.data.id]: _withheld, ...withheld } = room.withheld;
      return { ...after, withheld, released: put(room.released, { ...event.data, releasedAt: event.at, releasedBy: event.actor, markups: [] }) };
    }
    case 'evidence.withheld': {
      const { evidence, ...rest } = event.data;
      const after = change(room, evidence, (one) => ({
        ...one, state: 'withheld', reason: rest.reason, decidedAt: event.at, trail: [...one.trail, handled('withheld', event)],
      }));
      return { ...after, withheld: put(room.withheld, { ...rest, id: evidence, at: event.at }) };
    }
    default: return room;
  }
}

/** Whether the server holds all bytes that belong to a version. A mark-up has none. */
export function isStored(version: Version): boolean {
  const { pictured, stored } = version;
  return pictured === undefined || (stored.includes('content') && (pictured.thumbnail === undefined || stored.includes('thumbnail')));
}

/** The bytes that a version shows: its own, or for a mark-up those of the version under it. */
export function picturedOf(one: Evidence, version: VersionId): Pictured | undefined {
  const found = one.versions.find((each) => each.id === version);
  if (!found) return undefined;
  return found.pictured ?? (found.of === undefined ? undefined : picturedOf(one, found.of));
}

function handled(step: Handling['step'], event: SessionEvent, version?: VersionId): Handling {
  return { step, at: event.at, by: event.actor, ...(version === undefined ? {} : { version }) };
}

function change(room: EvidenceRoom, id: EvidenceId, step: (one: Evidence) => Evidence): EvidenceRoom {
  return { ...room, items: patch(room.items, id, step) };
}
