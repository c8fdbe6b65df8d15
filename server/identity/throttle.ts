import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Attempts from one network on one account. */
const A_MINUTE = 10;
const AN_HOUR = 30;
/** Attempts on one account from everywhere: it takes several networks to get there, so no single one locks a person out. */
const AN_HOUR_FROM_EVERYWHERE = 100;

/** Slows down who guesses passwords. It counts attempts, on accounts that exist and on those that do not alike. */
export class Throttle {
  readonly #minute = new RateLimiterMemory({ keyPrefix: 'minute', points: A_MINUTE, duration: 60 });
  readonly #hour = new RateLimiterMemory({ keyPrefix: 'hour', points: AN_HOUR, duration: 3_600 });
  readonly #everywhere = new RateLimiterMemory({ keyPrefix: 'everywhere', points: AN_HOUR_FROM_EVERYWHERE, duration: 3_600 });

  /** Counts an attempt. Undefined: go on; else how many seconds to wait. */
  async attempt(address: string | undefined, account: string): Promise<number | undefined> {
    const pair = keyOf(networkOf(address), account);
    return await spend(this.#minute, pair) ?? await spend(this.#hour, pair) ?? await spend(this.#everywhere, keyOf(account));
  }

  /** The attempt was the person's own. */
  async succeeded(address: string | undefined, account: string): Promise<void> {
    const pair = keyOf(networkOf(address), account);
    await Promise.all([this.#minute.delete(pair), this.#hour.delete(pair), this.#everywhere.reward(keyOf(account))]);
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** Addresses and accounts are not kept, only told apart. */
function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64');
}

/** One machine may have 2^64 addresses of IPv6, so those count by their network (/64). */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]!.toLowerCase().split('::');
  const start = head === '' ? [] : head.split(':');
  const end = tail === '' ? [] : tail.split(':');
  const groups = address.includes('::') ? [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end] : start;
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
