import { createHmac } from 'node:crypto';
import type { MediaOffer } from '../../protocol/requests/table.ts';

/** How long a credential opens the relay, seconds. An allocation that stands goes on; a new one asks for a new credential. */
export const TURN_TTL_S = 600;

export interface Turn {
  /** turn:host:port and turns:host:port, with commas. */
  readonly urls: string;
  readonly secret: string;
}

/**
 * Credentials by the shared secret, as coturn's use-auth-secret checks them: the name carries the end of its validity,
 * the password is its HMAC. `who` is an id, so that the relay's log holds nobody's name. `now` in ms.
 */
export function iceServers(turn: Turn | undefined, who: string, now: number): MediaOffer['iceServers'] {
  if (turn === undefined) return [];
  const username = `${Math.floor(now / 1000) + TURN_TTL_S}:${who}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return turn.urls.split(',').map((urls) => ({ urls, username, credential }));
}
