import { randomBytes } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { RefusalError } from '../../protocol/errors.ts';
import type { Store } from '../store/store.ts';

const key = z.object({ id: z.string(), secret: z.string() });
const KEY = 'invitations';
const ALGORITHM = 'HS256';
const ISSUER = 'gangway';
const AUDIENCE = 'invitation';

/** Signs the links of invitations with a key of this installation, made at its first start. */
export class InvitationTokens {
  readonly #secret: Uint8Array;

  private constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  static async open(store: Store): Promise<InvitationTokens> {
    const keys = await store.collection('keys', key);
    const known = keys.get(KEY)?.secret;
    if (known !== undefined) return new InvitationTokens(Buffer.from(known, 'base64url'));
    const secret = randomBytes(32);
    await keys.put({ id: KEY, secret: secret.toString('base64url') });
    return new InvitationTokens(secret);
  }

  /** `expiresAt` in ms. */
  sign(invitation: string, expiresAt: number): Promise<string> {
    return new SignJWT().setProtectedHeader({ alg: ALGORITHM }).setIssuer(ISSUER).setAudience(AUDIENCE).setJti(invitation)
      .setExpirationTime(Math.floor(expiresAt / 1000)).sign(this.#secret);
  }

  /** The id of the invitation. Throws link.invalid or link.expired. */
  async read(token: string): Promise<string> {
    try {
      // The algorithm is ours to say, never the token's.
      const { payload } = await jwtVerify(token, this.#secret, {
        algorithms: [ALGORITHM], issuer: ISSUER, audience: AUDIENCE, requiredClaims: ['jti', 'exp'],
      });
      return payload.jti!;
    } catch (error) {
      throw new RefusalError(error instanceof errors.JWTExpired ? 'link.expired' : 'link.invalid', undefined, { cause: error });
    }
  }
}
