import type { SessionEvent } from './event.ts';
import type { ParticipantId, PublicationId, RoomId } from './ids.ts';

/** Where a stream comes from. screenAudio is the sound of a shared screen; document is a second camera. */
export const sources = ['microphone', 'camera', 'document', 'screen', 'screenAudio'] as const;
export type Source = (typeof sources)[number];

/** The channel an audio stream speaks on: the floor, or a language (BCP 47) for interpretation. */
export type Channel = string;
export const FLOOR_CHANNEL: Channel = 'floor';

/** A stream that somebody sends. It lives as long as its sender's connection and the media worker. */
export interface Publication {
  readonly id: PublicationId;
  readonly participant: ParticipantId;
  readonly source: Source;
  readonly channel: Channel;
  readonly paused: boolean;
  /**
   * The alongside room it is sent to; absent: wherever its sender is, so that moving between rooms moves the stream
   * without touching it.
   */
  readonly room?: RoomId;
}

export type Publications = Readonly<Record<PublicationId, Publication>>;

export interface PublicationEvents {
  'media.published': { id: PublicationId; participant: ParticipantId; source: Source; channel: Channel; paused: boolean; alongside?: RoomId };
  'media.paused': { publication: PublicationId };
  'media.resumed': { publication: PublicationId };
  'media.closed': { publication: PublicationId };
  /** Every stream is gone: a worker died or the server restarted. Senders send anew. */
  'media.reset': Record<never, never>;
}

export function reducePublications(all: Publications, event: SessionEvent): Publications {
  switch (event.type) {
    case 'media.published': {
      const { alongside, ...rest } = event.data;
      return { ...all, [rest.id]: alongside === undefined ? rest : { ...rest, room: alongside } };
    }
    case 'media.paused': return change(all, event.data.publication, { paused: true });
    case 'media.resumed': return change(all, event.data.publication, { paused: false });
    case 'media.closed': return without(all, (one) => one.id === event.data.publication);
    case 'participant.left':
    case 'participant.removed':
      return without(all, (one) => one.participant === event.data.participant);
    case 'room.closed': return without(all, (one) => one.room === event.data.room);
    case 'session.ended':
    case 'media.reset': return {};
    default: return all;
  }
}

function change(all: Publications, id: PublicationId, patch: Partial<Publication>): Publications {
  const one = all[id];
  return one ? { ...all, [id]: { ...one, ...patch } } : all;
}

function without(all: Publications, test: (one: Publication) => boolean): Publications {
  const gone = Object.values(all).some(test);
  return gone ? Object.fromEntries(Object.entries(all).filter(([, one]) => !test(one))) : all;
}
