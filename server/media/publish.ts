import type { Producer } from 'mediasoup/types';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import type { Draft } from '../../protocol/live/event.ts';
import type { PublicationId } from '../../protocol/live/ids.ts';
import { limits } from '../../protocol/limits.ts';
import type { Publication } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { RequestPayload } from '../../protocol/table.ts';
import { about } from '../live/decide/media.ts';
import { decided, refused } from '../live/decide/decision.ts';
import type { Decision } from '../live/decide/decision.ts';
import { parseRtpParameters } from './parameters.ts';
import type { MediaPeer } from './peer.ts';
import { kindOf, maySend } from './rules.ts';
import type { SessionMedia } from './session.ts';

type Wanted = RequestPayload<'media.publish'>;

/** A stream for oneself: it takes the same way through the worker, but nobody learns of it. */
export async function publishTest(peer: MediaPeer, wanted: Wanted): Promise<Result<{ id: PublicationId }>> {
  if (peer.sent.size >= limits.publicationsPerParticipant) return refuse('media.limit');
  const producer = await produce(peer, wanted);
  if (!producer.ok) return producer;
  peer.sent.set(producer.value.id, { producer: producer.value, source: wanted.source, paused: wanted.paused, recorded: false });
  producer.value.observer.once('close', () => peer.sent.delete(producer.value.id));
  return accept({ id: producer.value.id });
}

/**
 * A stream for the session. What the log says of it is decided on the newest state once the stream stands, so that
 * nobody is heard who was shown out, or lost the ability, while it was being set up.
 */
export async function publish(session: SessionMedia, peer: MediaPeer, wanted: Wanted): Promise<Result<{ id: PublicationId }>> {
  const wish = { participant: peer.participant, source: wanted.source, channel: wanted.channel, paused: wanted.paused, room: wanted.alongside };
  const before = maySend(session.live.state, wish);
  if (!before.ok) return before;
  if (peer.sent.size > limits.publicationsPerParticipant) return refuse('media.limit');
  const producer = await produce(peer, wanted);
  if (!producer.ok) return producer;
  const { id } = producer.value;
  session.addSent(peer, { producer: producer.value, source: wanted.source, alongside: wanted.alongside, paused: wanted.paused, recorded: false });
  const done = await session.live.decide(peer.participant, (state): Decision => {
    if (producer.value.closed || peer.closed) return refused('media.absent');
    const now = maySend(state, wish);
    if (!now.ok) return now;
    return record(state, { ...wish, id });
  });
  if (!done.ok) {
    producer.value.close();
    return done;
  }
  return accept({ id });
}

/** The new stream takes the place of the one that the sender had from the same source to the same place. */
function record(state: SessionState, one: Publication): Decision {
  const own = Object.values(state.publications).filter((other) => other.participant === one.participant);
  const replaced = own.filter((other) => other.source === one.source && other.room === one.room && other.channel === one.channel);
  if (own.length - replaced.length >= limits.publicationsPerParticipant) return refused('media.limit');
  const { room: alongside, ...rest } = one;
  return decided(
    ...replaced.map((other): Draft => about(other, { type: 'media.closed', data: { publication: other.id } })),
    about(one, { type: 'media.published', data: alongside === undefined ? rest : { ...rest, alongside } }),
  );
}

async function produce(peer: MediaPeer, { transport, kind, source, rtpParameters, paused }: Wanted): Promise<Result<Producer>> {
  if (transport !== peer.send.id) return refuse('media.absent');
  if (kind !== kindOf(source)) return refuse('media.unsupported', 'kind');
  const parameters = parseRtpParameters(rtpParameters);
  if (!parameters.ok) return parameters;
  try {
    return accept(await peer.send.produce({ kind, rtpParameters: parameters.value, paused }));
  } catch {
    return peer.closed ? refuse('media.absent') : refuse('media.unsupported');
  }
}
