import compression from 'compression';
import express from 'express';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { z } from 'zod';
import { errorCodes, RefusalError } from '../../protocol/errors.ts';
import type { Refusal } from '../../protocol/errors.ts';
import { routeNames, routeRow } from '../../protocol/routes/table.ts';
import type { RouteName } from '../../protocol/routes/table.ts';
import type { Route } from '../../protocol/routes/rows.ts';
import type { Caller } from '../identity/caller.ts';
import type { LiveHost } from '../live/host.ts';
import { parse } from '../live/parse.ts';
import type { Log } from '../log.ts';
import { refusalOf } from '../refusal.ts';
import { admit } from './access.ts';
import type { Call, RouteHandler, RouteHandlers } from './call.ts';
import { passGate } from './gates.ts';
import type { Gates } from './gates.ts';
import { securityHeaders } from './headers.ts';
import { heedTags, isKnown } from './tag.ts';

export interface AppOptions {
  readonly handlers: RouteHandlers;
  readonly host: LiveHost;
  readonly callerOf: (cookie: string | undefined, session?: string) => Promise<Caller>;
  /** Whether a page of this origin may change anything here. */
  readonly originAllowed: (headers: NodeJS.Dict<string | string[]>) => boolean;
  readonly mayReadMetrics: (request: Request) => boolean;
  /** The gates of capabilities. */
  readonly gates?: Gates;
  /** Serves the built client; absent in tests that need none. */
  readonly client?: RequestHandler;
  readonly trustedProxies: number;
  readonly secure: boolean;
  /** Told of every answer, for the figures. */
  readonly answered?: (route: RouteName, status: number, seconds: number) => void;
  readonly log: Log;
}

/** Express, with every route of the table and nothing else. */
export function createApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustedProxies);
  app.set('query parser', 'simple');
  app.use(securityHeaders(options.secure));
  app.use(compression({ filter: (request, response) => !request.path.endsWith('.pdf') && compression.filter(request, response) }));
  app.use('/api', heedTags);
  for (const name of routeNames) mount(app, name, options);
  app.use('/api', (_request, response) => sendRefusal(response, { code: 'name.unknown' }));
  if (options.client) app.use(options.client);
  app.use(errorHandler(options.log));
  return app;
}

function mount(app: Express, name: RouteName, options: AppOptions): void {
  const row = routeRow(name);
  const handlers: RequestHandler[] = [watch(name, options), guard(row, options), limit(row)];
  if (row.body && !row.upload) handlers.push(express.json({ limit: '256kb', strict: true }));
  handlers.push(run(name, row, options));
  app[row.method.toLowerCase() as 'get'](row.path, ...handlers);
}

function watch(name: RouteName, { answered }: AppOptions): RequestHandler {
  return (_request, response, next) => {
    if (answered) {
      const since = performance.now();
      response.once('finish', () => answered(name, response.statusCode, (performance.now() - since) / 1000));
    }
    next();
  };
}

/** Cross-site requests change nothing: the cookie is SameSite, and the origin is looked at as well. */
function guard(row: Route, options: AppOptions): RequestHandler {
  return (request, _response, next) => {
    if (row.method !== 'GET' && !options.originAllowed(request.headers)) throw new RefusalError('origin.foreign');
    next();
  };
}

function limit(row: Route): RequestHandler {
  if (row.perMinute === undefined) return (_request, _response, next) => next();
  const limiter = new RateLimiterMemory({ points: row.perMinute, duration: 60 });
  return async (request, response, next) => {
    try {
      await limiter.consume(request.ip ?? 'unknown');
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      response.setHeader('Retry-After', '60');
      throw new RefusalError('rate.limited');
    }
    next();
  };
}

function run(name: RouteName, row: Route, options: AppOptions): RequestHandler {
  // Each handler fits its own row; the loop over all rows hides which one from TypeScript.
  const handler = options.handlers[name] as unknown as RouteHandler<'me'>;
  return async (request, response) => {
    const params = request.params as Record<string, string>;
    const caller = await options.callerOf(request.headers.cookie, params['session']);
    const seat = await admit(row.access, caller, params['session'], options.host, () => options.mayReadMetrics(request));
    const passed = typeof row.access === 'object' && !('session' in row.access) ? passGate(options.gates ?? {}, row.access, caller, params) : {};
    const call = {
      params, query: read(row.query, request.query), body: row.upload ? undefined : read(row.body, request.body),
      caller, request, response, ...(seat ? { seat } : {}), ...passed,
    } as Call<'me'>;
    if (row.followsState && seat && isKnown(seat, request, response)) {
      response.status(304).end();
      return;
    }
    const reply: unknown = await handler(call);
    if (response.headersSent) return;
    if (row.reply === undefined) response.status(204).end();
    else response.json(reply);
  };
}

function read(schema: z.ZodType | undefined, data: unknown): unknown {
  if (!schema) return undefined;
  const parsed = parse(schema, data);
  if (!parsed.ok) throw new RefusalError(parsed.error.code, parsed.error.detail);
  return parsed.value;
}

function errorHandler(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const refusal = refusalOf(error) ?? bodyError(error);
    if (!refusal) log.error({ err: error }, 'a request failed');
    sendRefusal(response, refusal ?? { code: 'server.fault' });
  };
}

/** What Express's body parser throws. */
function bodyError(error: unknown): Refusal | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  if (error.status === 413) return { code: 'payload.tooLarge' };
  return typeof error.status === 'number' && error.status < 500 ? { code: 'payload.invalid' } : undefined;
}

function sendRefusal(response: Response, refusal: Refusal): void {
  response.status(errorCodes[refusal.code]).json({ error: refusal });
}
