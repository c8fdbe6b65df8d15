import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { limits } from '../../../../protocol/limits.ts';
import { may, rolesOf } from '../../../../protocol/kinds.ts';
import type { KindName, Role } from '../../../../protocol/kinds.ts';
import type { Permission } from '../../../../protocol/permissions.ts';
import { rates } from '../../../../protocol/rows.ts';
import type { RateClass } from '../../../../protocol/rows.ts';
import { commandRow, commands, requestRow, requests, signalRow, signals } from '../../../../protocol/table.ts';
import type { CommandName, RequestName, SignalName } from '../../../../protocol/table.ts';
import type { LiveTestClient } from '../../../harness/liveClient.ts';
import { payloads, plain, runs, seed } from './arbitrary.ts';
import { codeOf, FuzzHouse } from './house.ts';

let house: FuzzHouse;
let bystander: LiveTestClient;
beforeAll(async () => {
  house = await FuzzHouse.open();
  bystander = await house.server.connect(house.host.cookie, await house.server.session(house.host));
});
afterAll(() => house.close());

const GONE = Symbol('the connection ended');

/** The kind of session and the role in which a row gets as far as its decision: the host's, but for what belongs to a visit. */
function whereFor(permission: Permission): readonly [KindName, Role] {
  if (may('plain', 'host', permission)) return ['plain', 'host'];
  const role = rolesOf('observation').find((one) => may('observation', one, permission));
  return role ? ['observation', role] : ['plain', 'host'];
}

/** Whoever may do it, on as many connections as the limits on frames ask for. */
class Sender {
  readonly #perConnection: number;
  readonly #kind: KindName;
  readonly #role: Role;
  #session = '';
  #client: LiveTestClient | undefined;
  #sent = 0;

  constructor(rate: RateClass, isCommand = false, permission: Permission = 'session.attend') {
    [this.#kind, this.#role] = whereFor(permission);
    // A request or signal that does not fit counts as a press of a button as well, so a button's may count twice.
    this.#perConnection = Math.min(rates[rate].burst - 2, isCommand ? rates[rate].burst : rates.control.burst / 2 - 2);
  }

  async client(): Promise<LiveTestClient> {
    if (this.#client?.socket.connected && this.#sent < this.#perConnection) return this.#client;
    this.#client?.close();
    this.#sent = 0;
    if (this.#session !== '') {
      const again = house.server.client(house.actor.cookie, this.#session);
      await again.connect();
      const joined = await again.join();
      // Ended, removed by their own hand, waiting behind a lock: another session.
      if (joined.ok && again.state.participants[again.you]?.presence === 'in' && again.state.participants[again.you]?.role === this.#role) return (this.#client = again);
      again.close();
    }
    this.#session = await house.session(this.#kind, this.#role);
    return (this.#client = await house.server.connect(house.actor.cookie, this.#session));
  }

  /** The acknowledgement, or that the connection ended without one. */
  async send(event: string, frame: unknown): Promise<unknown> {
    const { socket } = await this.client();
    this.#sent += 1;
    return new Promise((resolve) => {
      socket.once('disconnect', () => resolve(GONE));
      (socket as { emit(...args: unknown[]): unknown }).emit(event, frame, resolve);
    }).finally(() => socket.off('disconnect'));
  }

  async signal(frame: unknown): Promise<void> {
    const { socket } = await this.client();
    this.#sent += 1;
    (socket as { emit(...args: unknown[]): unknown }).emit('signal', frame);
  }

  close(): void {
    this.#client?.close();
  }
}

async function fuzz(sender: Sender, schema: z.ZodType, send: (payload: unknown) => Promise<unknown>): Promise<void> {
  await fc.assert(fc.asyncProperty(payloads(schema), async (payload) => {
    const first = await send(payload);
    // The connection may have been on its way out, for what was asked for before.
    const answer = first === GONE ? await send(payload) : first;
    const isTooLarge = Buffer.byteLength(JSON.stringify(payload) ?? '') > limits.frameBytes - 200;
    if (answer === GONE) {
      // What is too large ends the connection; so may what was asked for: to end the session, to leave.
      if (!isTooLarge) expect(schema.safeParse(plain(payload)).success).toBe(true);
      return;
    }
    const code = codeOf(answer);
    if (!schema.safeParse(plain(payload)).success) expect(code).toBe('payload.invalid');
    else expect(code).not.toBe('rate.limited');
  }), { numRuns: runs, seed });
  sender.close();
}

async function allIsWell(): Promise<void> {
  await house.assertWell();
  const seq = await bystander.must('session.change', { title: `Still here ${randomUUID()}` });
  await bystander.untilSeq(seq);
}

describe('anything at all in the place of a payload', () => {
  // Several at once: most of the time goes into waiting for the disk.
  test.concurrent.each(Object.keys(commands) as CommandName[])('of the command %s', async (name) => {
    const row = commandRow(name);
    const sender = new Sender(row.rate, true, row.permission);
    await fuzz(sender, row.payload, (payload) => sender.send('command', { id: randomUUID(), name, payload }));
    await allIsWell();
  });

  test.concurrent.each(Object.keys(requests) as RequestName[])('of the request %s', async (name) => {
    const row = requestRow(name);
    const sender = new Sender(row.rate, false, row.permission);
    await fuzz(sender, row.payload, (payload) => sender.send('request', { name, payload }));
    await allIsWell();
  });

  test.concurrent.each(Object.keys(signals) as SignalName[])('of the signal %s', async (name) => {
    const row = signalRow(name);
    const sender = new Sender(row.rate, false, row.permission);
    await fc.assert(fc.asyncProperty(payloads(row.payload), (payload) => sender.signal({ name, payload })), { numRuns: runs, seed });
    await allIsWell();
    sender.close();
  });
});

describe('anything at all in the place of a frame', () => {
  const names = [...Object.keys(commands), ...Object.keys(requests), ...Object.keys(signals), '__proto__', 'constructor', 'toString', '', 'x'.repeat(65)];
  const frames = fc.oneof(
    fc.record({ id: fc.oneof(fc.uuid(), fc.string()), name: fc.constantFrom(...names), payload: fc.jsonValue({ maxDepth: 2 }) }, { requiredKeys: [] }),
    fc.record({ id: fc.uuid(), name: fc.jsonValue({ maxDepth: 1 }), payload: fc.constant({}), extra: fc.jsonValue({ maxDepth: 1 }) }, { requiredKeys: ['id'] }),
    fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(undefined, null, Buffer.alloc(3), [Buffer.alloc(0)], { id: Buffer.from('x') }),
  );
  /** With nobody to answer, with something that cannot be called, with too many or no arguments. */
  const endings = fc.constantFrom<readonly unknown[]>([], ['no function'], [{}], [null], [{}, [], 5], [Buffer.alloc(1)]);

  test.each(['command', 'request', 'signal'] as const)('%s', async (event) => {
    const sender = new Sender('control');
    await fc.assert(fc.asyncProperty(frames, endings, fc.boolean(), async (frame, ending, isAnswerable) => {
      if (isAnswerable && event !== 'signal') {
        const answer = await sender.send(event, frame);
        if (answer !== GONE) codeOf(answer);
        return;
      }
      const { socket } = await sender.client();
      (socket as { emit(...args: unknown[]): unknown }).emit(event, ...(frame === undefined ? [] : [frame]), ...ending);
      // Answered after it, on the same connection.
      const after = await sender.send('command', { id: 'none' });
      if (after !== GONE) expect(codeOf(after)).toMatch(/^(?:payload\.invalid|rate\.limited)$/);
    }), { numRuns: runs, seed });
    await allIsWell();
    sender.close();
  });

  test('of no known event', async () => {
    const sender = new Sender('control');
    // The client's own library refuses to send the names that mean something to it; those come in raw frames.
    const events = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('__proto__', 'constructor', 'notice', 'error', 'ready', 'join', 'message', 'data', 'close', 'toString'))
      .filter((name) => !['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener'].includes(name));
    await fc.assert(fc.asyncProperty(events, fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 3 }), async (event, values) => {
      const { socket } = await sender.client();
      (socket as { emit(...args: unknown[]): unknown }).emit(event, ...values);
      const after = await sender.send('command', { id: 'none' });
      expect(codeOf(after)).toMatch(/^(?:payload\.invalid|rate\.limited)$/);
    }), { numRuns: runs, seed });
    await allIsWell();
    sender.close();
  });

  // It reached the listener for the library's own errors, which took the missing argument for an error: the end of the process.
  test('named "error", with or without anything in it', async () => {
    const sender = new Sender('control');
    for (const values of [[], [null], ['text'], [{ message: {} }], [{ message: 'a line of the log' }]]) {
      const { socket } = await sender.client();
      (socket as { emit(...args: unknown[]): unknown }).emit('error', ...values);
      expect(codeOf(await sender.send('command', { id: 'none' }))).toBe('payload.invalid');
    }
    await allIsWell();
    sender.close();
  });
});
