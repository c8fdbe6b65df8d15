import type { ParticipantId, SessionId } from '../../../protocol/live/ids.ts';
import type { Part, Pictured } from '../../../protocol/observation/evidence.ts';
import type { EvidenceId, VersionId, ZoneId } from '../../../protocol/observation/ids.ts';
import type { CommandInput } from '../../../protocol/table.ts';
import type { ProblemCode } from '../../app/problem.ts';

/** What this device itself may say against a capture, beside the server's refusals. */
export type DeviceCode =
  /** No room is left on the device. */
  | 'device.full'
  /** This browser keeps nothing for this page. */
  | 'device.noStore'
  /** The page came without HTTPS, where browsers compute no hashes. */
  | 'device.insecure'
  /** The camera gave no picture. */
  | 'device.noPicture'
  /** The file cannot be read, or is none of those that may become evidence. */
  | 'device.unreadable'
  | 'device.tooLarge'
  /** The bytes on the device are no longer those that were captured. */
  | 'device.damaged'
  /** A consent was withdrawn while it was on its way. */
  | 'device.consentGone';

export type CaptureCode = ProblemCode | DeviceCode;

/** The bytes of a version, and of the small picture of it. */
export interface Blobs {
  readonly content: Blob;
  readonly thumbnail?: Blob;
}

export type CapturePayload = CommandInput<'evidence.capture'>;

/** What waits on the device, as it is written there. */
export interface Kept {
  /** Also the id of the command that registers it, and of the evidence or the version that it becomes. */
  readonly id: string;
  readonly session: SessionId;
  readonly participant: ParticipantId;
  /** The device's clock, ms: the order in which they are sent. */
  readonly keptAt: number;
  readonly evidence: EvidenceId;
  readonly version: VersionId;
  readonly pictured: Pictured;
  /** What registers it; absent for a version that is registered already. */
  readonly capture?: CapturePayload;
  readonly registered: boolean;
  /** Why it rests until somebody presses "try again". */
  readonly stopped?: CaptureCode;
  /** Why its bytes were deleted: what is left is this word, until it has been read. */
  readonly refused?: CaptureCode;
}

/** waiting: for its turn or for a line. stopped: it is tried again when somebody asks. refused: it was deleted. */
export type QueueState = 'waiting' | 'sending' | 'stopped' | 'refused';

/** An item as the screens see it. */
export interface Queued {
  readonly id: string;
  readonly evidence: EvidenceId;
  readonly kind: 'still' | 'page' | 'file' | 'version';
  readonly keptAt: number;
  readonly zone?: ZoneId;
  readonly state: QueueState;
  /** Share of its bytes that have arrived, 0 to 1. */
  readonly share: number;
  readonly code?: CaptureCode;
}

/** The small picture goes first: the operator sees what was taken while the rest is on its way. */
export function partsOf(pictured: Pictured): readonly Part[] {
  return pictured.thumbnail ? ['thumbnail', 'content'] : ['content'];
}

export function bytesOf(pictured: Pictured): number {
  return pictured.content.bytes + (pictured.thumbnail?.bytes ?? 0);
}
