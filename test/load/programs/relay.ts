/** The baseline for page turns: a bare Socket.IO server that syncs one line to disk and sends it to everyone. */
import { createServer } from 'node:http';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { answerBench, tell } from './message.ts';

const directory = await mkdtemp(join(tmpdir(), 'gangway-bench-'));
const file = await open(join(directory, 'log'), 'a');
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });
io.on('connection', (socket) => {
  socket.on('turn', (data: unknown, ack: (answer: unknown) => void) => {
    void (async () => {
      await file.write(`${JSON.stringify(data)}\n`);
      await file.datasync();
      ack({ ok: true });
      io.emit('turned', data);
    })();
  });
});
http.listen(0, '127.0.0.1', () => tell({ ready: (http.address() as AddressInfo).port }));
answerBench(async () => {
  await io.close();
  await file.close();
  await rm(directory, { recursive: true });
});
