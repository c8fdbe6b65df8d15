/**
 * The baseline for a class: a bare Socket.IO server with its own rooms. Each message is a line that is synced to disk; "open" puts
 * everybody into their room and tells each where they are, "close" takes them out, "turn" and "answer" are told to those concerned.
 */
import { createServer } from 'node:http';
import { mkdtemp, open, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { answerBench, tell } from './message.ts';

const directory = await mkdtemp(join(tmpdir(), 'gangway-bench-'));
const file = await open(join(directory, 'log'), 'a');
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, transports: ['websocket'] });
const people: Socket[] = [];
const durable = async (data: unknown): Promise<void> => {
  await file.write(`${JSON.stringify(data)}\n`);
  await file.datasync();
};

io.on('connection', (socket) => {
  people.push(socket);
  const on = (event: string, then: (data: { readonly groups?: number }) => Promise<void> | void): void => {
    socket.on(event, (data: { readonly groups?: number }, ack: (answer: unknown) => void) => {
      void (async () => {
        await durable(data);
        ack({ ok: true });
        await then(data);
      })();
    });
  };
  on('open', async ({ groups = 1 }) => {
    for (const [index, one] of people.entries()) {
      const group = `group-${index % groups}`;
      await one.join(group);
      one.emit('moved', { room: group });
    }
  });
  on('close', async () => {
    for (const one of people) {
      for (const room of one.rooms) if (room !== one.id) await one.leave(room);
      one.emit('moved', { room: 'floor' });
    }
  });
  on('turn', (data) => void io.emit('turned', data));
  on('answer', (data) => void people[0]?.emit('answered', data));
});
http.listen(0, '127.0.0.1', () => tell({ ready: (http.address() as AddressInfo).port }));
answerBench(async () => {
  await io.close();
  await file.close();
  await rm(directory, { recursive: true });
});
