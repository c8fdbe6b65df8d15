import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

/** A mail server that remembers what was said to it, and takes everything but what is for an address that it refuses. */
export class MailServer {
  refuses: string | undefined;
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
    let here: MailServer;
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
          } else if (here.refuses !== undefined && line.startsWith('RCPT') && line.includes(here.refuses)) {
            socket.write('550 no such mailbox\r\n');
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
    here = new MailServer(server, lines);
    return here;
  }

  close(): Promise<unknown> {
    return new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }
}
