import type { z } from 'zod';
import type { Permission } from './permissions.ts';
import type { Phase } from './live/session.ts';

/**
 * Rate classes: tokens per second and burst, per participant. A flood empties the bucket and is refused; a client that
 * goes on is cut off (server/live/rate.ts).
 */
export const rates = {
  /** Presses of a button. */
  control: { perSecond: 10, burst: 40 },
  chat: { perSecond: 2, burst: 10 },
  draw: { perSecond: 20, burst: 60 },
  pointer: { perSecond: 40, burst: 80 },
  media: { perSecond: 60, burst: 400 },
  join: { perSecond: 1, burst: 10 },
} as const;
export type RateClass = keyof typeof rates;

/** inside: has a seat; lobby: waits or has a seat; seat: on the list, however far they have come. */
type From = 'inside' | 'lobby' | 'seat';

interface Row<P extends z.ZodType> {
  readonly payload: P;
  /** The ability that the sender's role needs. */
  readonly permission: Permission;
  readonly from: From;
  /** Phases of the session in which it is accepted. */
  readonly phases: readonly Phase[];
  readonly rate: RateClass;
  /** What it does, units and refusals, for the protocol's documentation page. */
  readonly doc: string;
}

/** Changes what the session remembers: parse, authorise, decide, append, reduce. Acknowledged once durable. */
export interface CommandRow<P extends z.ZodType = z.ZodType> extends Row<P> {
  readonly direction: 'command';
}
/** Asks the server for something that is not remembered (media transports, a test), with a reply. */
export interface RequestRow<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> extends Row<P> {
  readonly direction: 'request';
  readonly reply: R;
}
/** Passing and volatile: checked, sent on to those who are in the same room, never logged. */
export interface SignalRow<P extends z.ZodType = z.ZodType> extends Row<P> {
  readonly direction: 'signal';
  /** Reaches those alone who have this ability; absent: everybody in the sender's room. */
  readonly to?: Permission;
  /** Reaches them in whatever room they are. */
  readonly anywhere?: true;
}
/** From the server to a client, not remembered. */
export interface NoticeRow<P extends z.ZodType = z.ZodType> {
  readonly direction: 'notice';
  readonly payload: P;
  readonly doc: string;
}

type Given<P extends z.ZodType> = Partial<Omit<Row<P>, 'payload' | 'permission' | 'doc'>> & Pick<Row<P>, 'payload' | 'permission' | 'doc'>;

const usual = { from: 'inside', phases: ['open', 'live'], rate: 'control' } as const;

export function command<P extends z.ZodType>(row: Given<P>): CommandRow<P> {
  return { direction: 'command', ...usual, ...row };
}
export function request<P extends z.ZodType, R extends z.ZodType>(row: Given<P> & { readonly reply: R }): RequestRow<P, R> {
  return { direction: 'request', ...usual, ...row };
}
export function signal<P extends z.ZodType>(row: Given<P> & Pick<SignalRow, 'to' | 'anywhere'>): SignalRow<P> {
  return { direction: 'signal', ...usual, ...row };
}
export function notice<P extends z.ZodType>(row: Omit<NoticeRow<P>, 'direction'>): NoticeRow<P> {
  return { direction: 'notice', ...row };
}
