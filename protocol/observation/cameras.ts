import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import type { Annotation } from './annotation.ts';
import type { CriterionId, RequestId, ZoneId } from './ids.ts';
import { drop, patch } from './records.ts';
import type { Records } from './records.ts';

export const requestKinds = ['goTo', 'pan', 'closer', 'back', 'hold', 'light', 'readLabel', 'still'] as const;
export type RequestKind = (typeof requestKinds)[number];
export const directions = ['left', 'right', 'up', 'down'] as const;
export type Direction = (typeof directions)[number];
export const answers = ['acknowledged', 'done', 'declined'] as const;
export type Answer = (typeof answers)[number];

/** What the observer with the turn asks of a camera. */
export interface CameraRequest {
  readonly id: RequestId;
  readonly camera: ParticipantId;
  readonly by: ParticipantId;
  readonly at: number;
  readonly kind: RequestKind;
  readonly zone?: ZoneId;
  readonly direction?: Direction;
  /** For a still: the criterion that it is for. */
  readonly criterion?: CriterionId;
  readonly text?: string;
  readonly state: 'sent' | Answer;
  readonly answeredAt?: number;
}

/** The picture of a camera stands still for everyone: each page holds the last one that it has shown. */
export interface Freeze {
  readonly id: string;
  readonly camera: ParticipantId;
  readonly at: number;
  readonly by: ParticipantId;
  /** Drawn over the frozen picture. */
  readonly marks: readonly Annotation[];
}

export interface Cameras {
  /** Where each field camera is. */
  readonly places: Readonly<Record<ParticipantId, ZoneId>>;
  /** The observer who directs the cameras now. */
  readonly turn?: ParticipantId;
  readonly frozen?: Freeze;
  /** For those who take part in the visit. The newest hundred; the log keeps all. */
  readonly requests: Records<CameraRequest>;
}

export interface CameraEvents {
  'camera.placed': { camera: ParticipantId; zone: ZoneId | null };
  'camera.turned': { participant: ParticipantId | null };
  'camera.requested': Omit<CameraRequest, 'by' | 'at' | 'state' | 'answeredAt'>;
  'camera.answered': { request: RequestId; answer: Answer };
  'camera.frozen': { id: string; camera: ParticipantId };
  'camera.unfrozen': Record<never, never>;
  'camera.marked': { freeze: string; mark: Annotation };
  'camera.marksCleared': { freeze: string };
}

const KEPT = 100;
export const initialCameras: Cameras = { places: {}, requests: {} };

export function reduceCameras(cameras: Cameras, event: SessionEvent): Cameras {
  switch (event.type) {
    case 'camera.placed': {
      const { camera, zone } = event.data;
      return { ...cameras, places: zone === null ? drop(cameras.places, camera) : { ...cameras.places, [camera]: zone } };
    }
    case 'visit.zoneRemoved': return {
      ...cameras, places: Object.fromEntries(Object.entries(cameras.places).filter(([, zone]) => zone !== event.data.zone)),
    };
    case 'camera.turned': {
      const { turn: _before, ...rest } = cameras;
      return event.data.participant === null ? rest : { ...rest, turn: event.data.participant };
    }
    case 'camera.requested': {
      const one: CameraRequest = { ...event.data, by: event.actor, at: event.at, state: 'sent' };
      const kept = Object.values(cameras.requests).slice(-(KEPT - 1));
      return { ...cameras, requests: Object.fromEntries([...kept, one].map((each) => [each.id, each])) };
    }
    case 'camera.answered': return {
      ...cameras, requests: patch(cameras.requests, event.data.request, (one) => ({ ...one, state: event.data.answer, answeredAt: event.at })),
    };
    case 'camera.frozen': return { ...cameras, frozen: { ...event.data, at: event.at, by: event.actor, marks: [] } };
    case 'camera.unfrozen': return thawed(cameras);
    case 'camera.marked':
    case 'camera.marksCleared': {
      const { frozen } = cameras;
      if (frozen?.id !== event.data.freeze) return cameras;
      return { ...cameras, frozen: { ...frozen, marks: event.type === 'camera.marked' ? [...frozen.marks, event.data.mark] : [] } };
    }
    // Who is gone directs nothing and shows nothing.
    case 'participant.left':
    case 'participant.removed':
    case 'participant.assigned': {
      const gone = event.data.participant;
      const { turn, ...rest } = cameras.frozen?.camera === gone ? thawed(cameras) : cameras;
      return { ...rest, ...(turn === undefined || turn === gone ? {} : { turn }), places: drop(rest.places, gone) };
    }
    case 'session.ended': return { places: {}, requests: cameras.requests };
    default: return cameras;
  }
}

function thawed(cameras: Cameras): Cameras {
  const { frozen: _gone, ...rest } = cameras;
  return rest;
}

/** The requests to a camera that still wait for an answer or for the act, the oldest first. */
export function openRequests(cameras: Cameras, camera: ParticipantId): readonly CameraRequest[] {
  return Object.values(cameras.requests).filter((one) => one.camera === camera && (one.state === 'sent' || one.state === 'acknowledged'));
}

