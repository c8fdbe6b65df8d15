import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import type { MediaOffer } from '../../protocol/requests/table.ts';
import type { RequestPayload } from '../../protocol/table.ts';
import type { Connection } from '../live/connection.ts';
import type { RequestHandlers } from '../live/handlers.ts';
import type { LiveSession } from '../live/session.ts';
import { parseDtlsParameters } from './parameters.ts';
import type { MediaPeer, Purpose, Received } from './peer.ts';
import { publish, publishTest } from './publish.ts';
import { receive } from './receive.ts';
import type { SessionMedia } from './session.ts';
import type { MediaSessions } from './sessions.ts';
import { iceServers } from './turn.ts';
import type { Turn } from './turn.ts';

/** A key frame costs everyone who receives the stream; one receiver gets no more than this. */
const KEY_FRAME_MS = 1_000;

/** Who asks, as far as media needs to know. */
export type Asking = Pick<Connection, 'participant' | 'instance' | 'stage'> & { readonly socket: { readonly connected: boolean } };

/**
 * Transports for one page. Undefined when no worker is alive, or the page went in the meantime: its release has been
 * and gone, so nobody would close them.
 */
export async function openFor(
  sessions: MediaSessions, turn: Turn | undefined, live: LiveSession, asking: Asking, purpose: Purpose,
): Promise<MediaOffer | undefined> {
  const peer = await sessions.openPeer(live, asking.participant, asking.instance, purpose);
  if (!peer) return undefined;
  if (!asking.socket.connected) {
    peer.close();
    return undefined;
  }
  const session = sessions.get(live.id);
  return session && {
    routerRtpCapabilities: wire(session.router.rtpCapabilities), send: transportOffer(peer.send), receive: transportOffer(peer.receive),
    iceServers: iceServers(turn, asking.participant, Date.now()),
  };
}

/** Every id in a payload is looked up among what the asking page itself holds; knowing somebody else's opens nothing. */
export function mediaRequests(sessions: MediaSessions, turn: Turn | undefined): Omit<RequestHandlers, 'session.join'> {
  const own = (live: LiveSession, asking: Asking): { readonly session: SessionMedia; readonly peers: MediaPeer[] } | undefined => {
    const session = sessions.get(live.id);
    const peers = session?.peersOf(asking.participant).filter((peer) => peer.instance === asking.instance && !peer.closed) ?? [];
    return session && { session, peers };
  };
  const ownTransport = (live: LiveSession, asking: Asking, id: string) => {
    const peer = own(live, asking)?.peers.find((one) => one.transport(id));
    const transport = peer?.transport(id);
    return peer && transport && { peer, transport };
  };

  return {
    'media.open': async (live, connection, { purpose }) => {
      const inside = live.state.participants[connection.participant]?.presence === 'in';
      if (purpose === 'session' && (!inside || connection.stage !== 'seated')) return refuse('lobby.waiting');
      const offer = await openFor(sessions, turn, live, connection, purpose);
      return offer ? accept(offer) : refuse('media.unavailable');
    },

    'media.connect': async (live, connection, { transport: id, dtlsParameters }) => {
      const found = ownTransport(live, connection, id);
      if (!found) return refuse('media.absent');
      const { peer, transport } = found;
      if (peer.connected.has(id)) return accept(null);
      const parameters = parseDtlsParameters(dtlsParameters);
      if (!parameters.ok) return parameters;
      peer.connected.add(id);
      return work(peer, () => transport.connect({ dtlsParameters: parameters.value }), () => peer.connected.delete(id));
    },

    'media.restart': async (live, connection, { transport: id }) => {
      const found = ownTransport(live, connection, id);
      if (!found) return refuse('media.absent');
      try {
        return accept({ iceParameters: wire(await found.transport.restartIce()) });
      } catch {
        return refuse('media.absent');
      }
    },

    'media.publish': async (live, connection, payload) => {
      const found = ownTransport(live, connection, payload.transport);
      const session = sessions.get(live.id);
      if (!found || !session) return refuse('media.absent');
      return found.peer.purpose === 'test' ? publishTest(found.peer, payload) : publish(session, found.peer, payload);
    },

    'media.receive': async (live, connection, payload) => {
      const found = own(live, connection);
      const tested = found?.peers.find((peer) => peer.purpose === 'test' && payload.publications.every((id) => peer.sent.has(id)));
      const peer = tested ?? found?.peers.find((one) => one.purpose === 'session');
      return found && peer ? receive(found.session, peer, payload) : refuse('media.absent');
    },

    'media.consumer': async (live, connection, payload) => {
      const found = own(live, connection)?.peers.flatMap((peer) => {
        const one = peer.received.get(payload.consumer);
        return one && !one.consumer.closed ? [{ peer, one }] : [];
      })[0];
      if (!found) return refuse('media.absent');
      const steered = await work(found.peer, () => steer(found.one, payload));
      sessions.get(live.id)?.sizes.look(found.one.publication);
      return steered;
    },
  };
}

async function steer(one: Received, { paused, close, keyFrame, layers, priority }: RequestPayload<'media.consumer'>): Promise<void> {
  const { consumer } = one;
  if (close) return consumer.close();
  if (layers && consumer.type !== 'simple') await consumer.setPreferredLayers({ spatialLayer: layers.spatial, temporalLayer: layers.temporal });
  if (priority !== undefined) await consumer.setPriority(priority);
  if (paused !== undefined) await (paused ? consumer.pause() : consumer.resume());
  if (keyFrame && consumer.kind === 'video' && Date.now() - one.keyFrameAt >= KEY_FRAME_MS) {
    one.keyFrameAt = Date.now();
    await consumer.requestKeyFrame();
  }
}

/** What the worker refuses: because the thing went, or because it cannot be done. */
async function work(peer: MediaPeer, does: () => Promise<unknown>, undo?: () => void): Promise<Result<null>> {
  try {
    await does();
    return accept(null);
  } catch {
    undo?.();
    return refuse(peer.closed ? 'media.absent' : 'media.unsupported');
  }
}

function transportOffer({ id, iceParameters, iceCandidates, dtlsParameters }: MediaPeer['send']): MediaOffer['send'] {
  return { id, iceParameters: wire(iceParameters), iceCandidates: wire(iceCandidates), dtlsParameters: wire(dtlsParameters) };
}

/** Plain JSON already; the library's types, with optional fields, do not say so. */
function wire(value: object): MediaOffer['routerRtpCapabilities'] {
  return value as MediaOffer['routerRtpCapabilities'];
}
