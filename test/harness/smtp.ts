import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

/** A mail server that takes everything and remembers what was said to it. */
export class MailServer {
  /** What came, a line each. */
  readonly lines: readonly string[];
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server, lines: readonly string[]) {
    this.#server = server;
    this.lines = lines;
    this.port = (server.address() as AddressInfo).port;
  }

  /** On a port that the system chooses, or on this one. */
  static async open(port = 0): Promise<MailServer> {
    const lines: string[] = [];
    const server = createServer((socket) => {
      let inData = false;
      let rest = '';
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        const parts = (rest + chunk.toString()).split('\r\n');
        rest = parts.pop()!;
        for (const line of parts) {
          lines.push(line);
          if (inData) {
            if (line === '.') {
              inData = false;
              socket.write('250 taken\r\n');
            }
          } else if (line === 'DATA') {
            inData = true;
            socket.write('354 go on\r\n');
          } else if (line === 'QUIT') {
            socket.end('221 bye\r\n');
          } else {
            socket.write('250 ok\r\n');
          }
        }
      });
      socket.on('error', () => undefined);
    }).listen(port, '127.0.0.1');
    await new Promise((resolve) => {
      server.once('listening', resolve);
    });
    return new MailServer(server, lines);
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
