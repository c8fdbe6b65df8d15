import type { SessionId } from '../../../protocol/live/ids.ts';
import { LiveClient } from '../../live/client.ts';
import { isLoaded, loadCapability } from '../capability.ts';
import { OpenRoom } from './OpenRoom.ts';

/** Media is a part of its own, fetched beside the page's first questions to the server. */
const engine = (): Promise<typeof import('../../media/engine.ts')> => import('../../media/engine.ts');
// Not after them: a thin line answers each question late. What fails here is asked for again when a room is opened.
engine().catch(() => {});

/** Connects to a session; `ready` is called once there is a room to show. Closing it is leaving: the page went somewhere else. */
export function openRoom(session: SessionId, ready: (room: OpenRoom) => void): { close(): void } {
  const live = new LiveClient(session, { isLoaded, load: loadCapability });
  let room: OpenRoom | undefined;
  let closed = false;
  const away = async (): Promise<void> => {
    if (room?.door.wish.get() === 'in') await room.door.leave();
    room?.close();
    live.close();
  };
  live.connect();
  void engine().then(({ createMediaEngine }) => {
    if (closed) return;
    room = new OpenRoom(live, createMediaEngine(live, { remember: `gangway.media.${session}` }));
    ready(room);
  });
  return {
    close() {
      closed = true;
      void away();
    },
  };
}
