import type { ParticipantId, PublicationId } from '../../protocol/live/ids.ts';
import type { Channel, Source } from '../../protocol/live/publications.ts';
import type { Aside } from './asides.ts';
import type { Heard, Listening } from './listening.ts';

/**
 * Why a device cannot be used. denied: by the browser's permission for this page; system: the operating system keeps
 * the browser from it; inUse: another program has it; none: there is no such device; insecure: the page came without
 * HTTPS, where browsers offer no devices; refused: the role may not; failed: anything else.
 */
export type BlockReason = 'denied' | 'system' | 'inUse' | 'none' | 'insecure' | 'refused' | 'failed';

/** What one of this page's own sources does. muted: the device runs, and nothing of it is sent. */
export type LocalSource =
  | { readonly state: 'off' }
  | { readonly state: 'starting' }
  | {
    readonly state: 'on' | 'muted';
    readonly track: MediaStreamTrack;
    /** As the state of the session knows it; absent until it is sent. */
    readonly publication?: PublicationId;
    /** The device that was unplugged, so that this one took its place. */
    readonly insteadOf?: string;
  }
  | { readonly state: 'blocked'; readonly reason: BlockReason };

/** 3 good, 2 fair, 1 poor, 0 nothing comes through. */
export type Quality = 0 | 1 | 2 | 3;

/** A stream that is received. Whether its sender paused it stands in the session's state. */
export interface RemoteStream {
  readonly publication: PublicationId;
  readonly participant: ParticipantId;
  readonly source: Source;
  readonly channel: Channel;
  /** It goes to a room beside where its sender is. */
  readonly beside: boolean;
  readonly track: MediaStreamTrack;
  /** This page holds it back: it is off screen, or pictures are switched off. */
  readonly held: boolean;
  readonly quality: Quality;
}

/** new: not inside yet; reconnecting: it stood and is being mended; failed: given up for now, tried again now and then. */
interface MediaConnection {
  readonly state: 'new' | 'connecting' | 'connected' | 'reconnecting' | 'failed';
  /** How the packets travel; absent until they do. */
  readonly protocol?: 'udp' | 'tcp';
  readonly roundTripMs?: number;
}

export type DeviceKind = 'microphone' | 'camera' | 'document' | 'speaker';

export interface Device {
  readonly id: string;
  /** Empty until the page may use a device of this kind. */
  readonly label: string;
}

export interface DeviceList {
  readonly available: readonly Device[];
  /** The device in use, or to be used; absent: the system's default. */
  readonly chosen?: string;
}

export interface MediaSnapshot {
  readonly connection: MediaConnection;
  readonly local: Readonly<Record<Source, LocalSource>>;
  /** This page speaks to a room beside the floor, and not to the floor. */
  readonly aside?: Aside | undefined;
  readonly remote: Readonly<Record<PublicationId, RemoteStream>>;
  readonly listening: Listening;
  readonly heard: Heard;
  /** This page's voice on the channel of its booth; absent: nobody interprets here. */
  readonly voice?: LocalSource;
  /** Who speaks in this room, loudest first. */
  readonly speaking: readonly ParticipantId[];
  /** This page's own line. */
  readonly quality: Quality;
  readonly devices: Readonly<Record<DeviceKind, DeviceList>>;
  /** "You are muted": somebody speaks before the muted microphone. */
  readonly speakingWhileMuted: boolean;
  /** "We cannot hear you": the microphone is open and gives nothing. */
  readonly silentMicrophone: boolean;
  /** The browser plays no sound before a click; resumeAudio() in its handler. */
  readonly needsGesture: boolean;
  /** Only sound, and what is shared, at a low rate. */
  readonly audioOnly: boolean;
  /** Sound in long packets at a low rate, one small picture. */
  readonly lowBandwidth: boolean;
}

/** What a tile shows of a video stream: whether it is on screen, and its width in CSS pixels. */
export interface Wish {
  readonly visible: boolean;
  readonly widthPx: number;
}
