import { WebSocket } from 'ws';

/**
 * A Socket.IO client of a few lines over ws, so that what receives costs as little as in the bare baseline and the
 * figures are the server's. Speaks Engine.IO 4 / Socket.IO 5: "0" open, "2" ping, "40" connect, "42" event, "43" answer.
 */
export class LeanClient {
  onEvent: (event: string, data: unknown) => void = () => {};
  /** In place of onEvent: the event as it came, for who only has to know that it did. */
  onText: ((text: string) => void) | undefined;
  readonly #socket: WebSocket;
  readonly #asked = new Map<number, (answer: unknown) => void>();
  #next = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  static open(port: number, auth: object = {}, cookie = ''): Promise<LeanClient> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false, headers: { cookie } });
    const client = new LeanClient(socket);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('closed before it was connected')));
      socket.on('message', (data) => {
        const text = String(data);
        if (text === '2') socket.send('3');
        else if (text.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
        else if (text.startsWith('40')) resolve(client);
        else if (text.startsWith('44')) reject(new Error(text));
        else client.#received(text);
      });
    });
  }

  ask(event: string, data: unknown): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      this.#socket.send(`42${id}${JSON.stringify([event, data])}`);
    });
  }

  close(): void {
    this.#socket.close();
  }

  #received(text: string): void {
    if (text.startsWith('42') && this.onText) this.onText(text);
    else if (text.startsWith('42')) {
      const [event, data] = JSON.parse(text.slice(2)) as [string, unknown];
      this.onEvent(event, data);
    } else if (text.startsWith('43')) {
      const at = text.indexOf('[');
      const id = Number(text.slice(2, at));
      this.#asked.get(id)?.((JSON.parse(text.slice(at)) as unknown[])[0]);
      this.#asked.delete(id);
    }
  }
}
