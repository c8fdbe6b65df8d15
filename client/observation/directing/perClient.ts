import type { LiveClient } from '../../live/client.ts';

/** Something that lives as long as a page's connection and is made when it is first asked for. */
export function perClient<T>(make: (live: LiveClient) => T): (live: LiveClient) => T {
  const made = new WeakMap<LiveClient, T>();
  return (live) => {
    const known = made.get(live);
    if (known !== undefined) return known;
    const one = make(live);
    made.set(live, one);
    return one;
  };
}
