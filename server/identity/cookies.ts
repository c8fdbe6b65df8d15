import type { Response } from 'express';

export type CookieJar = ReadonlyMap<string, string>;

/** The cookies of a request by name; of two with one name the first counts, which is the one with the closer path. */
export function readJar(header: string | undefined): CookieJar {
  const jar = new Map<string, string>();
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    const name = part.slice(0, Math.max(0, at)).trim();
    if (name !== '' && !jar.has(name)) jar.set(name, part.slice(at + 1).trim());
  }
  return jar;
}

/**
 * The cookies of sign-ins. A guest's has the session in its name, so that a browser can hold a person's sign-in and
 * seats as a guest beside each other. Over HTTPS the prefix __Host- keeps other hosts and plain HTTP from setting one.
 */
export class SignInCookies {
  readonly person: string;
  readonly #guest: string;
  readonly #secure: boolean;

  constructor(secure: boolean) {
    const prefix = secure ? '__Host-' : '';
    this.person = `${prefix}gangway`;
    this.#guest = `${prefix}gangway_guest_`;
    this.#secure = secure;
  }

  guest(session: string): string {
    return `${this.#guest}${session}`;
  }

  /** The tokens of all guests' seats that a browser holds. */
  guestTokens(jar: CookieJar): string[] {
    return [...jar].filter(([name]) => name.startsWith(this.#guest)).map(([, value]) => value);
  }

  /** Every cookie of ours in a jar, by name. */
  namesIn(jar: CookieJar): string[] {
    return [...jar.keys()].filter((name) => name === this.person || name.startsWith(this.#guest));
  }

  set(response: Response, name: string, token: string, maxAgeMs: number): void {
    response.cookie(name, token, { ...this.#attributes(), maxAge: maxAgeMs });
  }

  clear(response: Response, name: string): void {
    response.clearCookie(name, this.#attributes());
  }

  #attributes(): { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.#secure };
  }
}
