import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { RefusalError } from '../../protocol/errors.ts';

/** OWASP's parameters for argon2id (the library's default variant): 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;
/** Each computation takes a core and 19 MiB. */
const AT_ONCE = 2;
/** More than this many in line is a flood, not people. */
const LONGEST_LINE = 100;

/** Hashes and checks passwords, a few at a time. */
export class Passwords {
  /** Stands in for the hash of an account that does not exist, so that the answer takes as long. */
  readonly #dummy: string;
  #free = AT_ONCE;
  readonly #line: (() => void)[] = [];

  private constructor(dummy: string) {
    this.#dummy = dummy;
  }

  static async open(): Promise<Passwords> {
    return new Passwords(await hash(randomBytes(32), ARGON2));
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(normal(password), ARGON2));
  }

  /** Takes the same time whether there is a hash to compare with or not; without one the answer is no. */
  async verify(known: string | undefined, password: string): Promise<boolean> {
    const matches = await this.#inTurn(() => verify(known ?? this.#dummy, normal(password)));
    return matches && known !== undefined;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else {
      if (this.#line.length >= LONGEST_LINE) throw new RefusalError('identity.throttled');
      await new Promise<void>((resolve) => this.#line.push(resolve));
    }
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      if (next) next();
      else this.#free++;
    }
  }
}

/** The same characters typed on another keyboard or system are the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
