import type { z } from 'zod';
import type { Permission } from '../permissions.ts';
import type { GateAccess } from './gates.ts';
import type { RoutePath } from './paths.ts';

/**
 * Who may call a route. public: anyone; local: this machine or the metrics token; person: signed in (not a guest);
 * seated: signed in or a guest; administrator: manages the people of their own administration; installation: manages
 * all; session: has a seat in the session of the path, with this ability; inside: admitted to it as well, or holds another ability
 * (orHolds); else the gate of a capability (gates.ts), with the ability that it is asked for.
 */
export type Access =
  | 'public' | 'local' | 'person' | 'seated' | 'administrator' | 'installation'
  | { readonly session: Permission; readonly inside?: boolean; readonly orHolds?: Permission }
  | GateAccess;

/** Method and path come from paths.ts; what a path names is checked by the access rule. */
export interface Route<Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> extends RoutePath {
  readonly access: Access;
  /** Parsed query, for GET and uploads. */
  readonly query?: Q;
  /** Parsed JSON body; absent: no body is read, except by an upload. */
  readonly body?: B;
  /** The body is a file that is streamed to the store. */
  readonly upload?: true;
  /** Absent: the handler answers a file or text by itself. */
  readonly reply?: R;
  /** The reply follows from the session's state and from who asks, and from nothing else: who has it is told that nothing has changed (304). */
  readonly followsState?: true;
  /** At most this many calls a minute from one address. */
  readonly perMinute?: number;
  readonly doc: string;
}

export function route<Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined, R extends z.ZodType = z.ZodUndefined>(
  row: Route<Q, B, R>,
): Route<Q, B, R> {
  return row;
}
