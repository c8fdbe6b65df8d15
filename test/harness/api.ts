import { request } from 'node:http';
import { RefusalError } from '../../protocol/errors.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import { routePaths } from '../../protocol/routes/paths.ts';
import type { RouteBodyInput, RouteName, RouteQueryInput, RouteReply } from '../../protocol/routes/table.ts';

export interface CallOptions<N extends RouteName> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: RouteQueryInput<N>;
  readonly body?: RouteBodyInput<N>;
  /** The file of an upload. */
  readonly file?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** The address of this machine (127.0.0.0/8) that the call comes from; limits by address count each apart. */
  readonly from?: string;
}

/** A server under test, as one person or nobody sees it over HTTP. */
export interface Api {
  /** The reply of a route; a refusal is thrown as a RefusalError. */
  call<N extends RouteName>(name: N, options?: CallOptions<N>): Promise<RouteReply<N>>;
  /** The answer as it came. */
  raw<N extends RouteName>(name: N, options?: CallOptions<N>): Promise<Response>;
  /** The code with which a route refuses; undefined when it does not. */
  refusal<N extends RouteName>(name: N, options?: CallOptions<N>): Promise<ErrorCode | undefined>;
}

/** Calls routes as a page of the server itself would: with its origin, and with the cookie of a sign-in. */
export function apiOf(url: string, cookie?: string): Api {
  const raw: Api['raw'] = (name, { params = {}, query, body, file, headers, from } = {}) => {
    const { method, path } = routePaths[name];
    const target = new URL(path.replace(/:(\w+)/g, (_whole, key: string) => encodeURIComponent(params[key] ?? '')), url);
    for (const [key, value] of Object.entries<string | undefined>(query ?? {})) if (value !== undefined) target.searchParams.set(key, value);
    const all = {
      Origin: new URL(url).origin,
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(file ? { 'Content-Type': 'application/pdf' } : body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    };
    const content = file ? Buffer.from(file) : body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    return from === undefined
      ? fetch(target, { method, redirect: 'manual', headers: all, body: content })
      : callFrom(from, target, method, all, content);
  };
  const call: Api['call'] = async (name, options) => {
    const response = await raw(name, options);
    if (response.status === 204) return undefined as never;
    const answer = await response.json() as { error?: { code: ErrorCode; detail?: string } };
    if (!response.ok && answer.error) throw new RefusalError(answer.error.code, answer.error.detail);
    return answer as never;
  };
  return {
    raw, call,
    refusal: async (name, options) => {
      try {
        await call(name, options);
        return undefined;
      } catch (error) {
        if (error instanceof RefusalError) return error.refusal.code;
        throw error;
      }
    },
  };
}

/** As fetch, from another address of this machine, which fetch cannot choose. */
function callFrom(localAddress: string, target: URL, method: string, headers: Record<string, string>, content: Buffer | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(target, { localAddress, method, headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const received = new Headers();
        for (const [name, values] of Object.entries(answer.headersDistinct)) for (const value of values ?? []) received.append(name, value);
        const status = answer.statusCode ?? 0;
        resolve(new Response(status === 204 ? null : Buffer.concat(parts), { status, headers: received }));
      });
    });
    sent.on('error', reject).end(content);
  });
}

/** The cookie that an answer sets, ready to be sent back. */
export function cookieOf(response: Response): string {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  if (cookies.length === 0) throw new Error(`the answer (${response.status}) sets no cookie`);
  return cookies.join('; ');
}
