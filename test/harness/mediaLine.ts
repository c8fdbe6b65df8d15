import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import type { BrowserContext } from 'playwright-core';

declare global {
  interface Window {
    lineTo: (port: number) => Promise<number>;
  }
}

const HERE = '127.0.0.1';

/** The way of sound and pictures between browsers and the media workers of this machine, which can go dead as a network does. */
export class MediaLine {
  readonly #sockets = new Set<Socket>();
  /** By a worker's port: the port that leads there. */
  readonly #lines = new Map<number, Promise<number>>();
  #dead = false;

  /** Leads the media of these pages over the line: nothing else of what the server offers is tried. */
  async lead(context: BrowserContext): Promise<void> {
    await context.exposeFunction('lineTo', (port: number) => this.#lineTo(port));
    await context.addInitScript(() => {
      const original = RTCPeerConnection.prototype.setRemoteDescription as (this: RTCPeerConnection, one: RTCSessionDescriptionInit) => Promise<void>;
      RTCPeerConnection.prototype.setRemoteDescription = async function setRemoteDescription(this: RTCPeerConnection, description: RTCSessionDescriptionInit): Promise<void> {
        const lines = (description.sdp ?? '').split('\r\n').filter((one) => !/^a=candidate:.* tcp /iu.test(one));
        const led = await Promise.all(lines.map(async (one) => {
          const port = /^a=candidate:.* (\d+) typ /u.exec(one)?.[1];
          return port === undefined ? one : one.replace(` ${port} typ `, ` ${await window.lineTo(Number(port))} typ `);
        }));
        return original.call(this, { type: description.type, sdp: led.join('\r\n') });
      };
    });
  }

  /** What comes is lost, both ways, and nobody is told. */
  die(): void {
    this.#dead = true;
  }

  mend(): void {
    this.#dead = false;
  }

  close(): void {
    for (const socket of this.#sockets) socket.close();
  }

  #lineTo(worker: number): Promise<number> {
    const known = this.#lines.get(worker) ?? this.#open(worker);
    this.#lines.set(worker, known);
    return known;
  }

  #open(worker: number): Promise<number> {
    const line = this.#socket();
    // Towards the worker, a socket for each that the browsers send from, so that it tells them apart.
    const browsers = new Map<string, Socket>();
    line.on('message', (data, { address, port }) => {
      if (this.#dead) return;
      const from = `${address} ${port}`;
      let towards = browsers.get(from);
      if (!towards) {
        towards = this.#socket();
        browsers.set(from, towards);
        towards.on('message', (answer) => {
          if (!this.#dead) line.send(answer, port, address);
        });
      }
      towards.send(data, worker, HERE);
    });
    return new Promise((resolve) => line.bind(0, HERE, () => resolve(line.address().port)));
  }

  #socket(): Socket {
    const socket = createSocket('udp4');
    // Nobody listens there just now.
    socket.on('error', () => undefined);
    this.#sockets.add(socket);
    return socket;
  }
}
