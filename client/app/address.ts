import { routePaths } from '../../protocol/routes/paths.ts';
import type { RouteName } from '../../protocol/routes/table.ts';

/** The names after a colon in a path. */
export type PathParam<P extends string> =
  P extends `${string}:${infer Name}/${infer Rest}` ? Name | PathParam<`/${Rest}`> : P extends `${string}:${infer Name}` ? Name : never;

export type RouteParams<N extends RouteName> = Readonly<Record<PathParam<(typeof routePaths)[N]['path']>, string>>;

type Query = Readonly<Record<string, string | number | undefined>>;

/** The address of a route, for links and requests. */
export function address<N extends RouteName>(name: N, params: RouteParams<N>, query?: Query): string {
  const values: Readonly<Record<string, string>> = params;
  const path = routePaths[name].path.replace(/:(\w+)/gu, (_match, key: string) => encodeURIComponent(values[key] ?? ''));
  const given = Object.entries(query ?? {}).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString()}`;
}
