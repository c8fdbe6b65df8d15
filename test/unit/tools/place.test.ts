import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cacheDirectory, keyOf } from '../../../tools/setup/cache.mjs';
import { sourcesKey } from '../../../tools/setup/client.mjs';
import { npmCommand } from '../../../tools/setup/npm.mjs';
import { isInstalled, isLockFor } from '../../../tools/setup/packages.mjs';
import { prebuiltAddress } from '../../../tools/setup/prebuilt.mjs';
import { stripsTypes } from '../../../tools/setup/runtime.mjs';
import { distribution, mediasoupVersion } from '../../../tools/setup/worker-place.mjs';

test.each([
  ['18.20.4', false], ['20.20.2', false], ['22.17.1', false], ['22.18.0', true], ['22.21.3', true],
  ['23.5.0', false], ['23.6.0', true], ['24.0.0', true], ['24.21.0', true], ['26.1.0', true],
])('Node %s runs TypeScript by itself: %s', (version, expected) => {
  expect(stripsTypes(version)).toBe(expected);
});

test('npm is called with the Node that will run the packages, whoever started us', () => {
  expect(npmCommand('/n/node', { npm_execpath: '/usr/lib/node_modules/npm/bin/npm-cli.js' }))
    .toEqual({ command: '/n/node', prefix: ['/usr/lib/node_modules/npm/bin/npm-cli.js'] });
  expect(npmCommand('/n/node', {})).toEqual({ command: 'npm', prefix: [] });
  expect(npmCommand('/n/node', { npm_execpath: '/opt/yarn.cjs' })).toEqual({ command: 'npm', prefix: [] });
});

test('the cache is where the environment says', () => {
  expect(cacheDirectory({ GANGWAY_CACHE: '/c', XDG_CACHE_HOME: '/x', HOME: '/h' })).toBe('/c');
  expect(cacheDirectory({ XDG_CACHE_HOME: '/x', HOME: '/h' })).toBe('/x/gangway');
  expect(cacheDirectory({ HOME: '/h' })).toBe('/h/.cache/gangway');
});

test('a distribution is named in one word', () => {
  expect(distribution('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\nVERSION_ID="12"\n')).toBe('debian12');
  expect(distribution('ID="ubuntu"\nVERSION_ID="24.04"\n')).toBe('ubuntu24.04');
  expect(distribution('ID=../../etc\n')).not.toContain('/');
  expect(distribution('')).toBe(process.platform);
});

test('the version of mediasoup is the one that the lock file names', () => {
  expect(mediasoupVersion(JSON.stringify({ packages: { 'node_modules/mediasoup': { version: '3.27.1' } } }))).toBe('3.27.1');
});

test('the published worker is asked for by the name that mediasoup gives it', () => {
  const machine = { version: '3.27.1', platform: 'linux', arch: 'x64', kernel: '6.1.0-26-amd64' };
  expect(prebuiltAddress(machine))
    .toBe('https://github.com/versatica/mediasoup/releases/download/3.27.1/mediasoup-worker-3.27.1-linux-x64-kernel6.tgz');
  expect(prebuiltAddress({ ...machine, platform: 'darwin', arch: 'arm64', base: 'https://mirror.example/m' }))
    .toBe('https://mirror.example/m/3.27.1/mediasoup-worker-3.27.1-darwin-arm64.tgz');
});

test('a key changes with the borders between its parts, not only with their sum', () => {
  expect(keyOf('ab', 'c')).not.toBe(keyOf('a', 'bc'));
  expect(keyOf('ab', 'c')).toBe(keyOf('ab', Buffer.from('c')));
});

describe('node packages', () => {
  const wanted = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0', optional: true } } };

  test.each([
    ['everything is there', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['an optional one is for another platform', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['one is missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    ['one is of another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['an optional one is of another version', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.9.0' } }, false],
  ])('%s', (_, packages: Record<string, { version: string }>, expected) => {
    expect(isInstalled(wanted, { packages })).toBe(expected);
  });
});

test.each([
  ['the same', { dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0' } }, true],
  ['another version', { dependencies: { a: '1.0.1' }, devDependencies: { b: '2.0.0' } }, false],
  ['one more', { dependencies: { a: '1.0.0', c: '1.0.0' }, devDependencies: { b: '2.0.0' } }, false],
  ['one less', { dependencies: { a: '1.0.0' } }, false],
])('a lock file is held against package.json: %s', (_, manifest, expected) => {
  const lock = { packages: { '': { dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0' } } } };
  expect(isLockFor(manifest, lock)).toBe(expected);
});

describe('the key of the client\'s sources', () => {
  let root = '';
  const key = () => sourcesKey(root, ['client', 'missing'], ['lock']);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gangway-key-'));
    mkdirSync(join(root, 'client/room'), { recursive: true });
    writeFileSync(join(root, 'client/room/Stage.tsx'), 'one');
    writeFileSync(join(root, 'lock'), 'lock');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('stays when only times change', () => {
    const before = key();
    utimesSync(join(root, 'client/room/Stage.tsx'), 1, 1);
    expect(key()).toBe(before);
  });

  test.each([
    ['a content', () => writeFileSync(join(root, 'client/room/Stage.tsx'), 'two')],
    ['a new file', () => writeFileSync(join(root, 'client/new.ts'), '')],
    ['a file that went', () => rmSync(join(root, 'client/room/Stage.tsx'))],
    ['a single file', () => writeFileSync(join(root, 'lock'), 'other')],
  ])('changes with %s', (_, change) => {
    const before = key();
    change();
    expect(key()).not.toBe(before);
  });
});
