import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttp } from '../../../server/http/listen.ts';
import { openCertificate } from '../../../server/http/tls.ts';
import { SettingsError } from '../../../server/settings.ts';

const DAY_MS = 86_400_000;
let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gangway-tls-'));
});
afterEach(() => rm(directory, { recursive: true }));

const own = (): Parameters<typeof openCertificate>[0] =>
  ({ TLS_SELF_SIGNED: true, DATA_DIR: directory, PUBLIC_URL: 'https://gangway.example:8443', TLS_CERT: undefined, TLS_KEY: undefined, HOST: undefined });

describe('a certificate of the server\'s own', () => {
  test('names this machine and the public address, and its key is the owner\'s alone', async () => {
    const { cert } = (await openCertificate(own()))!;
    const certificate = new X509Certificate(cert);
    for (const name of ['localhost', 'gangway.example']) expect(certificate.checkHost(name)).toBe(name);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect((await stat(join(directory, 'tls', 'key.pem'))).mode & 0o077).toBe(0);
  });

  test('is kept, and made again when it is about to expire', async () => {
    const now = Date.now();
    const first = await openCertificate(own(), now);
    expect(await openCertificate(own(), now + 300 * DAY_MS)).toEqual(first);
    const later = await openCertificate(own(), now + 340 * DAY_MS);
    expect(later?.cert).not.toBe(first?.cert);
    expect(await readFile(join(directory, 'tls', 'cert.pem'), 'utf8')).toBe(later?.cert);
  });

  test('is made again for another public address, and in place of one that is damaged', async () => {
    await openCertificate(own());
    const moved = await openCertificate({ ...own(), PUBLIC_URL: 'https://other.example' });
    expect(new X509Certificate(moved!.cert).checkHost('other.example')).toBe('other.example');
    await writeFile(join(directory, 'tls', 'cert.pem'), 'damaged');
    expect(new X509Certificate((await openCertificate(own()))!.cert).checkHost('localhost')).toBe('localhost');
  });
});

describe('certificate files', () => {
  test('are used as they are', async () => {
    const made = (await openCertificate(own()))!;
    const settings = { ...own(), TLS_SELF_SIGNED: false, TLS_CERT: join(directory, 'tls', 'cert.pem'), TLS_KEY: join(directory, 'tls', 'key.pem') };
    expect(await openCertificate(settings)).toEqual(made);
    expect(() => createHttp(made, () => undefined)).not.toThrow();
  });

  test('that are absent, no certificate, or no pair are refused by the name of the setting', async () => {
    await openCertificate(own());
    const path = (name: string): string => join(directory, 'tls', name);
    const refused = (TLS_CERT: string, TLS_KEY: string) => openCertificate({ ...own(), TLS_SELF_SIGNED: false, TLS_CERT, TLS_KEY });
    await expect(refused(path('none.pem'), path('key.pem'))).rejects.toThrow(/^TLS_CERT: .*none\.pem/);
    await expect(refused(path('cert.pem'), path('none.pem'))).rejects.toThrow(/^TLS_KEY: .*none\.pem/);
    await expect(refused(path('key.pem'), path('key.pem'))).rejects.toThrow(SettingsError);
    const cert = await readFile(path('cert.pem'), 'utf8');
    expect(() => createHttp({ cert, key: 'no key' }, () => undefined)).toThrow(/^TLS_KEY/);
  });
});
