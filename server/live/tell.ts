import type { WebSocket } from 'ws';
import { project, scopeOf } from '../../protocol/live/audience.ts';
import type { ServerToClient } from '../../protocol/table.ts';
import type { Connection } from './connection.ts';
import type { LiveSession } from './session.ts';

/** "4": a message of Engine.IO; "2": an event of Socket.IO, in its one namespace. */
const MESSAGE = '4';
const EVENT = '2';

/**
 * One frame for many. It is encoded once, and the same bytes go straight to every line that has nothing waiting; the
 * layers between add nothing there and cost as much as the line itself. A line with something waiting, or that is no
 * WebSocket, is written to by the usual way, behind what waits. So each line has its frames in the order of the calls.
 * `volatile`: who cannot take it at once goes without.
 */
export function tellAll<E extends keyof ServerToClient>(
  connections: readonly Connection[], event: E, frame: Parameters<ServerToClient[E]>[0], { volatile = false } = {},
): void {
  if (connections.length === 0) return;
  const packet = EVENT + JSON.stringify([event, frame]);
  const bytes = Buffer.from(MESSAGE + packet);
  for (const { socket: { conn } } of connections) {
    if (conn.readyState !== 'open') continue;
    const line = conn.transport.name === 'websocket' ? (conn.request as { websocket?: WebSocket }).websocket : undefined;
    // Writable: the layers between hold nothing back. No buffered amount: the line itself does not either.
    if (line && conn.transport.writable && line.bufferedAmount === 0) line.send(bytes, { binary: false });
    else if (!volatile || (!line && conn.transport.writable)) conn.write(packet);
  }
}

/** The whole state for these eyes. */
export function tellState(live: LiveSession, connection: Connection): void {
  connection.scope = scopeOf(live.state, connection.participant);
  connection.notify('state.snapshot', { state: project(live.state, connection.participant), scope: connection.scope });
}
