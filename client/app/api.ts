import { errorCodes } from '../../protocol/errors.ts';
import type { ErrorCode } from '../../protocol/errors.ts';
import { routePaths } from '../../protocol/routes/paths.ts';
import type { RouteBodyInput, RouteName, RouteQueryInput, RouteReply } from '../../protocol/routes/table.ts';
import { address } from './address.ts';
import type { PathParam, RouteParams } from './address.ts';
import type { Answer, Problem } from './problem.ts';

const timeoutMs = 30_000;

type ParamsPart<N extends RouteName> = [PathParam<(typeof routePaths)[N]['path']>] extends [never] ? unknown : { readonly params: RouteParams<N> };
type Part<K extends string, T> = [T] extends [undefined] ? unknown : undefined extends T ? { readonly [P in K]?: T } : { readonly [P in K]: T };
/** What a call of this route takes; only what its row in the table has. */
export type CallInput<N extends RouteName> = ParamsPart<N> & Part<'query', RouteQueryInput<N>> & Part<'body', RouteBodyInput<N>>;
/** Routes that take nothing may be called without input. */
export type CallArguments<N extends RouteName> = unknown extends CallInput<N> ? [input?: CallInput<N>] : [input: CallInput<N>];

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
}

let whenSignedOut: () => void = () => {};
/** Called when the server no longer knows who this is. */
export function onSignedOut(listener: () => void): void {
  whenSignedOut = listener;
}

/** Calls a route of the table. Never throws: what went wrong is the answer. */
export async function api<N extends RouteName>(name: N, ...[input]: CallArguments<N>): Promise<Answer<RouteReply<N>>> {
  return call(name, input);
}

/** What the caller has of a route already, and the server's tag for it. */
export interface Known<T> {
  tag: string | undefined;
  readonly value: T | undefined;
}

/**
 * The same with a signal that stops the call: client.stopped. With what is `known`, the server may answer that it still holds, and it
 * is the value; the tag of a new one is put into it.
 */
export async function call<N extends RouteName>(
  name: N, input: CallInput<N> | undefined, signal?: AbortSignal, known?: Known<RouteReply<N>>,
): Promise<Answer<RouteReply<N>>> {
  const { params = {}, query, body } = (input ?? {}) as AnyInput;
  const patience = AbortSignal.timeout(timeoutMs);
  const tag = known?.value === undefined ? undefined : known.tag;
  try {
    const response = await fetch(address(name, params as RouteParams<N>, query), {
      method: routePaths[name].method,
      headers: { accept: 'application/json', 'accept-language': screenLanguage(), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(tag === undefined ? {} : { 'if-none-match': tag }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    if (tag !== undefined && response.status === 304) return { ok: true, value: known!.value! };
    const result = answer<N>(response.status, await response.text());
    if (known && result.ok) known.tag = response.headers.get('etag') ?? undefined;
    return result;
  } catch {
    if (signal?.aborted) return { ok: false, error: { code: 'client.stopped' } };
    return { ok: false, error: { code: patience.aborted ? 'client.timeout' : 'client.offline' } };
  }
}

/** What the server writes itself (descriptions, mail) is in the language of the screen. */
function screenLanguage(): string {
  return typeof document === 'undefined' ? 'en' : document.documentElement.lang;
}

/** Reads what came back. The server checks its replies against the table; a reply of another shape is an older or newer server. */
export function answer<N extends RouteName>(status: number, text: string): Answer<RouteReply<N>> {
  const data = parse(text);
  if (status >= 200 && status < 300) {
    return data === broken ? { ok: false, error: { code: 'client.outdated' } } : { ok: true, value: data as RouteReply<N> };
  }
  const error = refusal(data) ?? { code: status === 502 || status === 503 || status === 504 ? 'server.stopping' : 'server.fault' };
  if (error.code === 'identity.required') whenSignedOut();
  return { ok: false, error };
}

const broken = Symbol('not JSON');

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return broken;
  }
}

function refusal(data: unknown): Problem | undefined {
  if (typeof data !== 'object' || data === null || !('error' in data)) return undefined;
  const { error } = data;
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return undefined;
  if (!Object.hasOwn(errorCodes, error.code)) return { code: 'client.outdated', detail: error.code };
  const code = error.code as ErrorCode;
  return 'detail' in error && typeof error.detail === 'string' ? { code, detail: error.detail } : { code };
}
