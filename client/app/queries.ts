import { QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RouteName, RouteReply } from '../../protocol/routes/table.ts';
import { call } from './api.ts';
import type { CallArguments, CallInput, Known } from './api.ts';
import { ProblemError } from './problem.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ProblemError;
  }
}

/** Refusals are final; only what a moment may mend is tried again. */
const passing: ReadonlySet<string> = new Set(['client.offline', 'client.timeout', 'server.stopping']);

export function newQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 1_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && error instanceof ProblemError && passing.has(error.problem.code),
      },
    },
  });
}

interface Options {
  /** Asks again this often while the page is looked at. */
  readonly everyMs?: number;
}

/** The server's tags for what is kept, by query; they go with it. */
const tags = new WeakMap<object, string>();

/** The reply of a GET route, kept and shared between the screens that ask for it. */
export function useApi<N extends RouteName>(name: N, ...rest: [...CallArguments<N>, options?: Options]): UseQueryResult<RouteReply<N>, ProblemError> {
  // Routes that take nothing leave the input out; TypeScript cannot follow which ones while N is open.
  const [input, options] = rest as unknown as [CallInput<N> | undefined, Options | undefined];
  return useQuery({
    queryKey: [name, input ?? {}],
    queryFn: async ({ signal, client, queryKey }): Promise<RouteReply<N>> => {
      const query = client.getQueryCache().find<RouteReply<N>>({ queryKey, exact: true });
      const known: Known<RouteReply<N>> = { tag: query && tags.get(query), value: query?.state.data };
      const result = await call(name, input, signal, known);
      if (!result.ok) throw new ProblemError(result.error);
      if (query && known.tag !== undefined) tags.set(query, known.tag);
      return result.value;
    },
    refetchInterval: options?.everyMs ?? false,
  });
}

/** Fetches these routes anew wherever they are shown. */
export function useRefresh(): (...names: readonly RouteName[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(async (...names) => {
    await Promise.all(names.map((name) => client.invalidateQueries({ queryKey: [name] })));
  }, [client]);
}
