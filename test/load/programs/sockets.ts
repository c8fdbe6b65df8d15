/** The baseline for CPU per delivery: bare ws that sends what one client says to everyone. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answerBench, tell } from './message.ts';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = JSON.stringify(JSON.parse(String(data)));
    for (const client of server.clients) client.send(text);
  });
});
server.on('listening', () => tell({ ready: (server.address() as AddressInfo).port }));
answerBench(() => server.close());
