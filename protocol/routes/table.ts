/** Every HTTP route of the server; the dispatcher, the client's calls and the authorisation test derive from it. */
import type { z } from 'zod';
import { compendiumRoutes } from '../compendium/routes.ts';
import { caseRoutes } from '../assessment/case/routes.ts';
import { meetingRoutes } from '../assessment/meeting/routes.ts';
import { classRoutes } from '../class/routes.ts';
import { identityRoutes } from './identity.ts';
import { observationRoutes } from '../observation/routes.ts';
import { operationsRoutes } from './operations.ts';
import type { routePaths } from './paths.ts';
import { sessionRoutes } from './sessions.ts';
import { trainingRoutes } from '../training/routes.ts';
import type { Route } from './rows.ts';
import { ceremonyRoutes } from '../ceremony/routes.ts';
import { signingRoutes } from '../signing/routes.ts';

const routes = { ...operationsRoutes, ...identityRoutes, ...sessionRoutes, ...observationRoutes, ...trainingRoutes, ...caseRoutes, ...compendiumRoutes, ...meetingRoutes, ...classRoutes, ...ceremonyRoutes, ...signingRoutes } as const satisfies Record<keyof typeof routePaths, Route>;
export type RouteName = keyof typeof routes;

type Part<R, K extends 'query' | 'body' | 'reply'> = R extends { readonly [P in K]?: infer S } ? Extract<S, z.ZodType> : never;
export type RouteQuery<N extends RouteName> = z.output<Part<(typeof routes)[N], 'query'>>;
export type RouteBody<N extends RouteName> = z.output<Part<(typeof routes)[N], 'body'>>;
export type RouteReply<N extends RouteName> = z.output<Part<(typeof routes)[N], 'reply'>>;
export type RouteQueryInput<N extends RouteName> = z.input<Part<(typeof routes)[N], 'query'>>;
export type RouteBodyInput<N extends RouteName> = z.input<Part<(typeof routes)[N], 'body'>>;

export function routeRow(name: RouteName): Route {
  return routes[name] as Route;
}
export const routeNames = Object.keys(routes) as RouteName[];
