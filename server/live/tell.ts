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
  const framed = [textFrame(MESSAGE + packet)];
  for (const { socket: { conn } } of connections) {
    if (conn.readyState !== 'open') continue;
    const line = conn.transport.name === 'websocket' ? (conn.request as { websocket?: Line }).websocket : undefined;
    // Writable: the layers between hold nothing back. No buffered amount: the line itself does not either.
    if (line && conn.transport.writable && line.readyState === line.OPEN && line.bufferedAmount === 0) line._sender.sendFrame(framed);
    else if (!volatile || (!line && conn.transport.writable)) conn.write(packet);
  }
}

/** The sender of a line is what Engine.IO hands its own frames that were encoded once, too. */
type Line = Pick<WebSocket, 'readyState' | 'OPEN' | 'bufferedAmount'> & { readonly _sender: { sendFrame(list: readonly Buffer[]): void } };

/** A whole text message of a server, RFC 6455 section 5.2: one buffer, so that a line takes one write. */
function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = 0x81;
  frame[1] = length < 126 ? length : length < 65_536 ? 126 : 127;
  if (start === 4) frame.writeUInt16BE(length, 2);
  if (start === 10) frame.writeBigUInt64BE(BigInt(length), 2);
  frame.write(text, start);
  return frame;
}

/** The whole state for these eyes. */
export function tellState(live: LiveSession, connection: Connection): void {
  connection.scope = scopeOf(live.state, connection.participant);
  connection.notify('state.snapshot', { state: project(live.state, connection.participant), scope: connection.scope });
}
