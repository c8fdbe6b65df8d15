import type { ErrorCode, Refusal } from '../../protocol/errors.ts';

/** What can go wrong on this side of the wire, beside the server's refusals. */
export const clientCodes = [
  /** The server could not be reached. */
  'client.offline',
  /** The server took too long. */
  'client.timeout',
  /** The caller stopped it. */
  'client.stopped',
  /** The page is older than the server. */
  'client.outdated',
  /** A fault of the page itself. */
  'client.fault',
] as const;

export type ProblemCode = ErrorCode | (typeof clientCodes)[number];

/** A refusal, or a fault of this side, as a value that a person can quote. `detail` names the field or thing. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail?: string;
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Problem };

/** A problem where only an exception can travel (queries, rendering). */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem | Refusal) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** The problem behind anything that was thrown. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Error && /dynamically imported module|module script failed/iu.test(error.message)) return { code: 'client.outdated' };
  return { code: 'client.fault', detail: error instanceof Error ? error.name : typeof error };
}
