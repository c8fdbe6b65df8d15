import { describe, expect, test } from 'vitest';
import { readJar, SignInCookies } from '../../../server/identity/cookies.ts';
import { newToken, readToken, sameHash } from '../../../server/identity/tokens.ts';

describe('a token', () => {
  test('holds 256 random bits, of which only a hash is kept', () => {
    const { id, text, secretHash } = newToken();
    const secret = text.slice(id.length + 1);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(secretHash).not.toContain(secret);
    const read = readToken(text)!;
    expect(read.id).toBe(id);
    expect(sameHash(read.secretHash, secretHash)).toBe(true);
  });

  test('is never the same twice', () => {
    expect(new Set(Array.from({ length: 200 }, () => newToken().text.split('.')[1])).size).toBe(200);
  });

  test.each(['', '.', 'a.b', '__proto__', `${'0'.repeat(36)}.${'0'.repeat(63)}`, `${newToken().text}0`, ` ${newToken().text}`])('is not "%s"', (text) => {
    expect(readToken(text)).toBeUndefined();
  });

  test('of another secret does not match', () => {
    expect(sameHash(newToken().secretHash, newToken().secretHash)).toBe(false);
    expect(sameHash(newToken().secretHash, '')).toBe(false);
  });
});

describe('a Cookie header', () => {
  test('is read by name; the first of two counts', () => {
    expect([...readJar('a=1; b = 2;c=3=4; a=5; novalue; =6')]).toEqual([['a', '1'], ['b', '2'], ['c', '3=4']]);
    expect(readJar(undefined).size).toBe(0);
  });

  test('names its guests by session, and over HTTPS with the prefix that binds to the host', () => {
    expect(new SignInCookies(false).guest('s1')).toBe('gangway_guest_s1');
    const secure = new SignInCookies(true);
    expect(secure.person).toBe('__Host-gangway');
    expect(secure.guestTokens(readJar('__Host-gangway_guest_s1=x; gangway_guest_s2=y'))).toEqual(['x']);
  });
});
