import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RefusalError } from '../../../protocol/errors.ts';
import { Invitations } from '../../../server/sessions/invitations.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Store } from '../../../server/store/store.ts';

const HOUR = 3_600_000;
let directory = '';
let store: Store;
let invitations: Invitations;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'gangway-tokens-'));
  store = await openEmbeddedStore(directory);
  invitations = await Invitations.open(store);
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const create = (expiresAt = Date.now() + HOUR) =>
  invitations.create({ session: 's1', label: 'Broker', role: 'attendee', expiresAt, createdBy: 'anna' });
async function refusal(token: string): Promise<string | undefined> {
  try {
    await invitations.read(token);
    return undefined;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal.code;
    throw error;
  }
}
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (id: string) => ({ iss: 'gangway', aud: 'invitation', jti: id, exp: Math.floor(Date.now() / 1000) + 3600 });

describe('the link of an invitation', () => {
  test('is read back, also after a restart', async () => {
    const { token, invitation } = await create();
    expect(await invitations.read(token)).toEqual(invitation);
    await store.close();
    store = await openEmbeddedStore(directory);
    invitations = await Invitations.open(store);
    expect(await invitations.read(token)).toEqual(invitation);
  });

  test('is refused once it has expired, and once it was revoked', async () => {
    expect(await refusal((await create(Date.now() - 1_000)).token)).toBe('link.expired');
    const { token, invitation } = await create();
    await invitations.revoke('s1', invitation.id);
    expect(await refusal(token)).toBe('link.revoked');
  });

  test('cannot be revoked by way of another session', async () => {
    const { token, invitation } = await create();
    await expect(invitations.revoke('s2', invitation.id)).rejects.toThrow('record.absent');
    expect(await refusal(token)).toBeUndefined();
  });

  test('of another installation is refused', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'gangway-tokens-'));
    const other = await openEmbeddedStore(elsewhere);
    const foreign = await (await Invitations.open(other)).create({ session: 's1', label: 'x', role: 'host', expiresAt: Date.now() + HOUR, createdBy: 'eve' });
    expect(await refusal(foreign.token)).toBe('link.invalid');
    await other.close();
    await rm(elsewhere, { recursive: true });
  });
});

describe('a forged link is refused', () => {
  test('with every single character changed', async () => {
    const { token } = await create();
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < token.length; at += 1) {
      if (token[at] === '.') continue;
      // The last letter of a part may carry bits that decode to nothing; a far one changes the bytes for certain.
      const changed = letters[(letters.indexOf(token[at]!) + 32) % 64]!;
      expect(await refusal(token.slice(0, at) + changed + token.slice(at + 1)), `character ${at}`).toMatch(/^link\./);
    }
  });

  test('without a signature (alg none)', async () => {
    const { invitation } = await create();
    for (const alg of ['none', 'None', 'NONE', 'nOnE']) {
      for (const signature of ['', 'x']) {
        expect(await refusal(`${part({ alg })}.${part(claims(invitation.id))}.${signature}`)).toBe('link.invalid');
      }
    }
  });

  test('signed with a public key taken for a secret (HS and RS confused)', async () => {
    const { invitation } = await create();
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' });
    const head = `${part({ alg: 'HS256' })}.${part(claims(invitation.id))}`;
    expect(await refusal(`${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`)).toBe('link.invalid');
    const rsa = await new SignJWT({ jti: invitation.id }).setProtectedHeader({ alg: 'RS256' }).setIssuer('gangway').setAudience('invitation')
      .setExpirationTime('1h').sign(privateKey);
    expect(await refusal(rsa)).toBe('link.invalid');
    const withKey = await new SignJWT({ jti: invitation.id }).setProtectedHeader({ alg: 'RS256', jwk: publicKey.export({ format: 'jwk' }) as object })
      .setIssuer('gangway').setAudience('invitation').setExpirationTime('1h').sign(privateKey);
    expect(await refusal(withKey)).toBe('link.invalid');
  });

  test('with a guessed secret, an empty one, or another size of hash', async () => {
    const { invitation } = await create();
    for (const [alg, hash] of [['HS256', 'sha256'], ['HS384', 'sha384'], ['HS512', 'sha512']] as const) {
      for (const secret of ['', 'secret', 'gangway', '0'.repeat(32)]) {
        const head = `${part({ alg })}.${part(claims(invitation.id))}`;
        expect(await refusal(`${head}.${createHmac(hash, secret).update(head).digest('base64url')}`)).toBe('link.invalid');
      }
    }
  });

  test('that is no token at all', async () => {
    for (const text of ['', '.', '..', '...', 'x', 'a.b.c', randomUUID(), '__proto__', `${'a'.repeat(10_000)}.b.c`, '\u0000.\u0000.\u0000', '{}']) {
      expect(await refusal(text)).toBe('link.invalid');
    }
  });
});
