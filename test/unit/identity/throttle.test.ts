import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { networkOf, Throttle } from '../../../server/identity/throttle.ts';

const account = 'lea@customs.example';
let throttle: Throttle;

beforeEach(() => {
  vi.useFakeTimers();
  throttle = new Throttle();
});
afterEach(() => {
  vi.useRealTimers();
});

/** How many of so many attempts pass. */
async function passing(attempts: number, address: string, of = account): Promise<number> {
  let passed = 0;
  for (let attempt = 0; attempt < attempts; attempt++) if (await throttle.attempt(address, of) === undefined) passed++;
  return passed;
}

describe('guesses', () => {
  test('from one address at one account: ten a minute', async () => {
    expect(await passing(15, '192.0.2.1')).toBe(10);
    const wait = await throttle.attempt('192.0.2.1', account);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    vi.advanceTimersByTime(61_000);
    expect(await passing(15, '192.0.2.1')).toBe(10);
  });

  test('from one address at one account: thirty an hour', async () => {
    let passed = 0;
    for (let minute = 0; minute < 50; minute++) {
      passed += await passing(10, '192.0.2.1');
      vi.advanceTimersByTime(61_000);
    }
    expect(passed).toBe(30);
  });

  test('do not touch other accounts, nor the account at other addresses', async () => {
    await passing(40, '192.0.2.1');
    expect(await throttle.attempt('192.0.2.1', 'other@customs.example')).toBeUndefined();
    expect(await throttle.attempt('192.0.2.2', account)).toBeUndefined();
  });

  test('from many addresses at one account: a hundred an hour', async () => {
    let passed = 0;
    for (let address = 0; address < 40; address++) passed += await passing(10, `198.51.100.${address}`);
    expect(passed).toBe(100);
    vi.advanceTimersByTime(3_601_000);
    expect(await throttle.attempt('203.0.113.1', account)).toBeUndefined();
  });

  test('are forgotten for an address once the person proves to be themselves', async () => {
    await passing(9, '192.0.2.1');
    await throttle.attempt('192.0.2.1', account);
    await throttle.succeeded('192.0.2.1', account);
    expect(await passing(15, '192.0.2.1')).toBe(10);
  });
});

describe('an address', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0000::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    [undefined, 'unknown'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
