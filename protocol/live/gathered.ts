import type { SessionState } from './state.ts';

/** What begins the facts of any document that follows from a session's state, and so from its log. */
export interface Gathered {
  /** The last event that is in here. */
  readonly seq: number;
  readonly gatheredAt: number;
  readonly title: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly zone: string;
}

/** As things stand; `now` in ms. */
export function gathered({ seq, session: { title, zone, startedAt, endedAt } }: SessionState, now: number): Gathered {
  return { seq, gatheredAt: now, title, zone, ...(startedAt === undefined ? {} : { startedAt }), ...(endedAt === undefined ? {} : { endedAt }) };
}
