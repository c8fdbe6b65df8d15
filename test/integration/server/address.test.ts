import type { Request } from 'express';
import { describe, expect, test } from 'vitest';
import { openAddresses } from '../../../server/http/address.ts';
import { metricsAccess } from '../../../server/operations/metricsAccess.ts';

const plain = { publicUrl: undefined, trustedProxies: 0, isSecure: false };

describe('whose page a request comes from', () => {
  test.each([
    ['its own', plain, { origin: 'http://a.example:3000', host: 'a.example:3000' }, true],
    ['another host', plain, { origin: 'http://b.example:3000', host: 'a.example:3000' }, false],
    ['another port', plain, { origin: 'http://a.example:3001', host: 'a.example:3000' }, false],
    ['another protocol', plain, { origin: 'https://a.example:3000', host: 'a.example:3000' }, false],
    ['TLS, plain origin', { ...plain, isSecure: true }, { origin: 'http://a.example', host: 'a.example' }, false],
    ['TLS', { ...plain, isSecure: true }, { origin: 'https://a.example', host: 'a.example' }, true],
    ['no origin', plain, { host: 'a.example:3000' }, false],
    ['no origin, same-origin by the browser\'s word', plain, { host: 'a.example', 'sec-fetch-site': 'same-origin' }, true],
    ['no origin, another site', plain, { host: 'a.example', 'sec-fetch-site': 'cross-site' }, false],
    ['a sandboxed page', plain, { origin: 'null', host: 'a.example' }, false],
    ['the public address', { ...plain, publicUrl: 'https://g.example/' }, { origin: 'https://g.example', host: '10.0.0.1:3000' }, true],
    ['forged forwarding', plain, { origin: 'https://b.example', host: 'a.example', 'x-forwarded-host': 'b.example', 'x-forwarded-proto': 'https' }, false],
    ['a trusted proxy', { ...plain, trustedProxies: 1 }, { origin: 'https://g.example', host: 'inner:3000', 'x-forwarded-host': 'g.example', 'x-forwarded-proto': 'https' }, true],
    ['a trusted proxy that leaves the host', { ...plain, trustedProxies: 1 }, { origin: 'https://g.example', host: 'g.example', 'x-forwarded-proto': 'https' }, true],
  ])('%s', (_name, options, headers, allowed) => {
    expect(openAddresses(options).originAllowed(headers)).toBe(allowed);
  });
});

test('links carry the public address, or the one by which the request came', () => {
  const request = (headers: Record<string, string>) => ({ headers }) as unknown as Request;
  expect(openAddresses(plain).of(request({ host: 'a.example:3000', 'x-forwarded-host': 'evil.example' }))).toBe('http://a.example:3000');
  expect(openAddresses({ ...plain, publicUrl: 'https://g.example/x' }).of(request({ host: 'evil.example' }))).toBe('https://g.example');
  expect(openAddresses({ ...plain, trustedProxies: 1 }).of(request({ host: 'inner', 'x-forwarded-host': 'g.example', 'x-forwarded-proto': 'https' }))).toBe('https://g.example');
});

describe('who reads the figures', () => {
  const token = 'a-token-of-some-length';
  const from = (ip: string, headers: Record<string, string> = {}) => ({ ip, headers }) as unknown as Request;
  test.each([
    ['this machine', undefined, 0, from('127.0.0.1'), true],
    ['this machine, IPv6', undefined, 0, from('::1'), true],
    ['this machine, mapped', undefined, 0, from('::ffff:127.0.0.1'), true],
    ['another machine', token, 0, from('10.0.0.2'), false],
    ['with the token', token, 0, from('10.0.0.2', { authorization: `Bearer ${token}` }), true],
    ['with another token', token, 0, from('10.0.0.2', { authorization: 'Bearer another-token-here' }), false],
    ['with a part of it', token, 0, from('10.0.0.2', { authorization: `Bearer ${token.slice(0, -1)}` }), false],
    ['without a token set', undefined, 0, from('10.0.0.2', { authorization: 'Bearer undefined' }), false],
    ['a proxy that nobody told of', undefined, 0, from('127.0.0.1', { 'x-forwarded-for': '10.0.0.2' }), false],
    ['a trusted proxy, from elsewhere', undefined, 1, from('10.0.0.2', { 'x-forwarded-for': '10.0.0.2' }), false],
    ['an address that only looks local', undefined, 0, from('127.0.0.1.example'), false],
  ])('%s', (_name, set, proxies, request, allowed) => {
    expect(metricsAccess(set, proxies)(request)).toBe(allowed);
  });
});
