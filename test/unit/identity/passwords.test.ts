import * as argon2 from '@node-rs/argon2';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RefusalError } from '../../../protocol/errors.ts';
import { Passwords } from '../../../server/identity/passwords.ts';

vi.mock('@node-rs/argon2', { spy: true });

beforeEach(() => {
  vi.clearAllMocks();
});

describe('passwords', () => {
  test('are kept as argon2id with at least 19 MiB, two passes, one lane', async () => {
    const hash = await (await Passwords.open()).hash('seven quiet lanterns');
    expect(hash).toMatch(/^\$argon2id\$v=19\$/);
    const { memoryCost, timeCost, parallelism } = argon2.parseOptions(hash);
    expect(memoryCost).toBeGreaterThanOrEqual(19 * 1024);
    expect(timeCost).toBeGreaterThanOrEqual(2);
    expect(parallelism).toBeGreaterThanOrEqual(1);
  });

  test('match themselves alone, however the keyboard composes them', async () => {
    const passwords = await Passwords.open();
    const hash = await passwords.hash('caf\u00e9 au bord de l\u2019eau');
    expect(await passwords.verify(hash, 'cafe\u0301 au bord de l\u2019eau')).toBe(true);
    expect(await passwords.verify(hash, 'cafe au bord de l\u2019eau')).toBe(false);
  });

  test('of an account that does not exist cost the same computation', async () => {
    const passwords = await Passwords.open();
    const known = await passwords.hash('seven quiet lanterns');
    vi.mocked(argon2.verify).mockClear();
    expect(await passwords.verify(undefined, 'seven quiet lanterns')).toBe(false);
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    const compared = vi.mocked(argon2.verify).mock.calls[0]![0];
    expect(argon2.parseOptions(compared)).toEqual(argon2.parseOptions(known));
  });

  test('are refused for an account that does not exist even if the stand-in would match', async () => {
    const passwords = await Passwords.open();
    vi.mocked(argon2.verify).mockResolvedValueOnce(true);
    expect(await passwords.verify(undefined, 'anything at all')).toBe(false);
  });

  test('are computed two at a time, in order, and a flood is turned away', async () => {
    const passwords = await Passwords.open();
    const waiting: ((matches: boolean) => void)[] = [];
    vi.mocked(argon2.verify).mockImplementation(() => new Promise((resolve) => waiting.push(resolve)));
    const answers = Array.from({ length: 102 }, () => passwords.verify('hash', 'password'));
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    await expect(passwords.verify('hash', 'password')).rejects.toThrow(RefusalError);
    for (let done = 0; done < answers.length; done++) {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(done), { interval: 1 });
      expect(waiting.length).toBeLessThanOrEqual(done + 2);
      waiting[done]!(true);
    }
    expect(await Promise.all(answers)).toEqual(answers.map(() => true));
    vi.mocked(argon2.verify).mockRestore();
  });

  test('leave their turn to the next when the computation fails', async () => {
    const passwords = await Passwords.open();
    for (let round = 0; round < 3; round++) await expect(passwords.verify('no hash', 'password')).rejects.toThrow();
    expect(await passwords.verify(await passwords.hash('seven quiet lanterns'), 'seven quiet lanterns')).toBe(true);
  });
});
