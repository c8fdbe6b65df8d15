import type { SessionEvent } from './event.ts';
import type { ParticipantId } from './ids.ts';

/** What the test before joining found. Bandwidths in kbit/s, round trip in ms; absent where it could not be measured. */
export interface ReadinessReport {
  readonly transport: 'udp' | 'tcp' | 'none';
  readonly roundTripMs?: number;
  readonly upKbps?: number;
  readonly downKbps?: number;
  readonly camera: 'ok' | 'none' | 'blocked';
  readonly microphone: 'ok' | 'silent' | 'none' | 'blocked';
  readonly speaker: 'ok' | 'failed' | 'untested';
}

export interface Readiness extends ReadinessReport {
  readonly at: number;
}

export type ReadinessBoard = Readonly<Record<ParticipantId, Readiness>>;

export interface ReadinessEvents {
  'readiness.reported': { participant: ParticipantId; report: ReadinessReport };
}

export function reduceReadiness(board: ReadinessBoard, event: SessionEvent): ReadinessBoard {
  if (event.type !== 'readiness.reported') return board;
  return { ...board, [event.data.participant]: { ...event.data.report, at: event.at } };
}
