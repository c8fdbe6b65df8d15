import type { Consumer, Producer, RtpCapabilities, WebRtcTransport } from 'mediasoup/types';
import type { ParticipantId, PublicationId, RoomId } from '../../protocol/live/ids.ts';
import type { Source } from '../../protocol/live/publications.ts';

/** session: what the others hear and see; test: for the sender alone, and for a minute. */
export type Purpose = 'session' | 'test';

/** A stream that comes in. */
export interface Sent {
  readonly producer: Producer;
  readonly source: Source;
  readonly alongside?: RoomId;
  /** What was last asked of the producer, which follows a moment later. */
  paused: boolean;
  /** The log has it; from then on the state rules it. */
  recorded: boolean;
}

/** A stream that goes out. */
export interface Received {
  readonly consumer: Consumer;
  readonly publication: PublicationId;
  keyFrameAt: number;
}

/** One opened page of one participant: two transports and what runs over them. */
export class MediaPeer {
  readonly participant: ParticipantId;
  readonly instance: string;
  readonly purpose: Purpose;
  readonly send: WebRtcTransport;
  readonly receive: WebRtcTransport;
  readonly sent = new Map<PublicationId, Sent>();
  readonly received = new Map<string, Received>();
  /** Receptions that are being set up, so that a repeated request does not make a second. */
  readonly pending = new Map<PublicationId, Promise<Received | undefined>>();
  readonly connected = new Set<string>();
  capabilities?: RtpCapabilities;
  readonly #closing = new Set<() => void>();
  #closed = false;

  constructor(who: Pick<MediaPeer, 'participant' | 'instance' | 'purpose'>, send: WebRtcTransport, receive: WebRtcTransport) {
    this.participant = who.participant;
    this.instance = who.instance;
    this.purpose = who.purpose;
    this.send = send;
    this.receive = receive;
  }

  get closed(): boolean {
    return this.#closed || this.send.closed || this.receive.closed;
  }

  transport(id: string): WebRtcTransport | undefined {
    return [this.send, this.receive].find((one) => one.id === id && !one.closed);
  }

  receiving(publication: PublicationId): Received | undefined {
    for (const one of this.received.values()) if (one.publication === publication && !one.consumer.closed) return one;
    return undefined;
  }

  onClose(listener: () => void): void {
    this.#closing.add(listener);
  }

  /** Everything that runs over the transports ends with them. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.send.close();
    this.receive.close();
    for (const listener of this.#closing) listener();
  }
}
