import type { ConnectionState, Transport } from 'mediasoup-client/types';

/** A line that stutters often comes back by itself within this time. */
const PATIENCE_MS = 1_000;
/** After a restart of ICE so long for the line to stand. */
const RESTART_MS = 4_000;
/** Restarts before everything is opened anew. */
const RESTARTS = 2;

export interface MenderHooks {
  /** Whether the server can be asked. While it cannot, nothing can be mended, and nothing is given up. */
  canAsk(): boolean;
  /** Restarts ICE with fresh parameters of the server; false: it does not know the transport any more. */
  restart(transport: Transport): Promise<boolean>;
  /** Nothing helped. */
  giveUp(): void;
  changed(): void;
}

/** Watches one transport and mends it: waits a moment, restarts ICE, and in the end gives it up. */
export class Mender {
  readonly #transport: Transport;
  readonly #hooks: MenderHooks;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #restarts = 0;
  #closed = false;

  constructor(transport: Transport, hooks: MenderHooks) {
    this.#transport = transport;
    this.#hooks = hooks;
    transport.on('connectionstatechange', (state) => this.#changed(state));
  }

  /** Restarts ICE now, because the network may be another one. */
  restartNow(): void {
    clearTimeout(this.#timer);
    this.#restarts = 0;
    void this.#restart();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #changed(state: ConnectionState): void {
    if (this.#closed) return;
    if (state === 'connected') {
      clearTimeout(this.#timer);
      this.#restarts = 0;
    }
    if (state === 'disconnected') this.#later(PATIENCE_MS);
    if (state === 'failed') this.#later(0);
    this.#hooks.changed();
  }

  #later(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#restart(), delayMs);
  }

  async #restart(): Promise<void> {
    // The join that ends this time begins anew.
    if (this.#closed || !this.#hooks.canAsk()) return;
    this.#restarts += 1;
    if (this.#restarts > RESTARTS || !(await this.#hooks.restart(this.#transport).catch(() => false))) {
      if (!this.#closed) this.#hooks.giveUp();
      return;
    }
    const { connectionState } = this.#transport;
    // Without a stream nothing was connected yet, and nothing has to be mended.
    if (!this.#closed && connectionState !== 'connected' && connectionState !== 'new') this.#later(RESTART_MS);
  }
}
