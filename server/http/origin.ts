/**
 * Whether a request comes from a page of this installation. Browsers name the origin on every request that changes
 * something and on every WebSocket handshake; where they leave it out (a plain GET) they say with Sec-Fetch-Site whose
 * page it was. A client that says neither is no browser page of ours.
 */
export function originCheck(allowed: (host: string) => readonly string[]): (headers: NodeJS.Dict<string | string[]>) => boolean {
  return (headers) => {
    const { origin, host } = headers;
    if (typeof origin === 'string') return typeof host === 'string' && allowed(host).includes(origin);
    return headers['sec-fetch-site'] === 'same-origin';
  };
}
