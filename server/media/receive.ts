import { mayReceive } from '../../protocol/live/audience.ts';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import type { PublicationId } from '../../protocol/live/ids.ts';
import type { ConsumerOffer } from '../../protocol/requests/table.ts';
import type { RequestPayload } from '../../protocol/table.ts';
import { parseRtpCapabilities } from './parameters.ts';
import type { MediaPeer, Received } from './peer.ts';
import { reportQuality } from './quality.ts';
import type { SessionMedia } from './session.ts';

type Wanted = RequestPayload<'media.receive'>;

/** What the sender may receive of what was asked; they start paused. */
export async function receive(session: SessionMedia, peer: MediaPeer, wanted: Wanted): Promise<Result<{ consumers: ConsumerOffer[] }>> {
  if (wanted.rtpCapabilities !== undefined) {
    const capabilities = parseRtpCapabilities(wanted.rtpCapabilities);
    if (!capabilities.ok) return capabilities;
    peer.capabilities = capabilities.value;
  }
  if (peer.capabilities === undefined) return refuse('payload.invalid', 'rtpCapabilities');
  const received = await Promise.all([...new Set(wanted.publications)].map((id) => receiveOne(session, peer, id)));
  return accept({ consumers: received.filter((one) => one !== undefined).map(offer) });
}

function receiveOne(session: SessionMedia, peer: MediaPeer, publication: PublicationId): Promise<Received | undefined> {
  const known = peer.receiving(publication);
  if (known) return Promise.resolve(known);
  const underWay = peer.pending.get(publication);
  if (underWay) return underWay;
  const setUp = consume(session, peer, publication).finally(() => peer.pending.delete(publication));
  peer.pending.set(publication, setUp);
  return setUp;
}

async function consume(session: SessionMedia, peer: MediaPeer, publication: PublicationId): Promise<Received | undefined> {
  const capabilities = peer.capabilities!;
  if (!allowed(session, peer, publication) || !session.router.canConsume({ producerId: publication, rtpCapabilities: capabilities })) return undefined;
  const consumer = await peer.receive.consume({ producerId: publication, rtpCapabilities: capabilities, paused: true }).catch(() => undefined);
  if (!consumer) return undefined;
  // They may have gone to different rooms while it was being set up.
  if (!allowed(session, peer, publication)) {
    consumer.close();
    return undefined;
  }
  const one: Received = { consumer, publication, keyFrameAt: 0 };
  peer.received.set(consumer.id, one);
  consumer.observer.once('close', () => {
    peer.received.delete(consumer.id);
    session.sizes.look(publication);
  });
  if (peer.purpose === 'session') {
    const { live, notify } = session;
    consumer.once('producerclose', () => notify(live.id, peer.participant, 'media.consumerClosed', { consumer: consumer.id }));
    reportQuality(consumer, (name, payload) => notify(live.id, peer.participant, name, payload));
  }
  return one;
}

/** In a test, only what oneself sends there; else what the state allows. */
function allowed(session: SessionMedia, peer: MediaPeer, id: PublicationId): boolean {
  if (peer.purpose === 'test') return peer.sent.has(id);
  const publication = session.live.state.publications[id];
  return publication !== undefined && session.sent(id)?.producer.closed === false && mayReceive(session.live.state, peer.participant, publication);
}

function offer({ consumer, publication }: Received): ConsumerOffer {
  const { id, kind, type, producerPaused } = consumer;
  // Plain JSON already; the library's types, with optional fields, do not say so.
  return { id, publication, kind, type, producerPaused, rtpParameters: consumer.rtpParameters as object as ConsumerOffer['rtpParameters'] };
}
