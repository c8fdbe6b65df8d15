import type { SessionEvent } from '../../live/event.ts';
import type { AdministrationId, ParticipantId } from '../../live/ids.ts';

/** A delegation has asked for the floor; each has one place in the order. */
export interface Request {
  readonly administration: AdministrationId;
  /** Who will speak for it. */
  readonly speaker: ParticipantId;
  readonly at: number;
}

/** The delegation that has the floor. */
export interface Speaker {
  readonly administration: AdministrationId;
  readonly speaker: ParticipantId;
  readonly since: number;
  /** For how long it was given; absent: without a limit. */
  readonly minutes?: number;
}

export interface Speaking {
  /** Who speaks next, in the order that the chair keeps. */
  readonly queue: readonly Request[];
  readonly current?: Speaker;
  /** How long each delegation has had the floor in all, ms, the current one not counted. */
  readonly spokenMs: Readonly<Record<AdministrationId, number>>;
}

export interface SpeakingEvents {
  'speaking.asked': { administration: AdministrationId; speaker: ParticipantId };
  'speaking.withdrawn': { administration: AdministrationId };
  'speaking.ordered': { administrations: readonly AdministrationId[] };
  'speaking.given': { administration: AdministrationId; speaker: ParticipantId; minutes?: number };
  /** Within the delegation that has the floor; its clock goes on. */
  'speaking.passed': { speaker: ParticipantId };
  'speaking.timed': { minutes: number };
  'speaking.ended': Record<never, never>;
}

export const initialSpeaking: Speaking = { queue: [], spokenMs: {} };

export function reduceSpeaking(speaking: Speaking, event: SessionEvent): Speaking {
  switch (event.type) {
    case 'speaking.asked': {
      const { administration, speaker } = event.data;
      const known = speaking.queue.some((one) => one.administration === administration);
      return {
        ...speaking,
        queue: known
          ? speaking.queue.map((one) => one.administration === administration ? { ...one, speaker } : one)
          : [...speaking.queue, { administration, speaker, at: event.at }],
      };
    }
    case 'speaking.withdrawn': return withoutRequest(speaking, event.data.administration);
    case 'speaking.ordered': {
      const place = (one: Request): number => event.data.administrations.indexOf(one.administration);
      return { ...speaking, queue: speaking.queue.toSorted((a, b) => place(a) - place(b)) };
    }
    case 'speaking.given': return { ...withoutRequest(ended(speaking, event.at), event.data.administration), current: { ...event.data, since: event.at } };
    case 'speaking.passed': return speaking.current ? { ...speaking, current: { ...speaking.current, speaker: event.data.speaker } } : speaking;
    case 'speaking.timed': return speaking.current ? { ...speaking, current: { ...speaking.current, minutes: event.data.minutes } } : speaking;
    case 'speaking.ended': return ended(speaking, event.at);
    case 'session.ended': return { ...ended(speaking, event.at), queue: [] };
    default: return speaking;
  }
}

function withoutRequest(speaking: Speaking, administration: AdministrationId): Speaking {
  return { ...speaking, queue: speaking.queue.filter((one) => one.administration !== administration) };
}

function ended({ current, ...rest }: Speaking, at: number): Speaking {
  if (!current) return rest;
  const before = rest.spokenMs[current.administration] ?? 0;
  return { ...rest, spokenMs: { ...rest.spokenMs, [current.administration]: before + Math.max(0, at - current.since) } };
}
