import type { Request, Response } from 'express';
import type { Participant } from '../../protocol/live/participants.ts';
import type { RouteBody, RouteName, RouteQuery, RouteReply } from '../../protocol/routes/table.ts';
import type { Caller } from '../identity/caller.ts';
import type { LiveSession } from '../live/session.ts';
import type { GateSeats } from './gates.ts';

/** What a handler gets: parsed, and authorised by the route's access rule; with what the gate knows that the row names. */
export interface Call<N extends RouteName> extends Partial<GateSeats> {
  readonly params: Readonly<Record<string, string>>;
  readonly query: RouteQuery<N>;
  readonly body: RouteBody<N>;
  readonly caller: Caller;
  /** For upload bodies, cookies and file replies. */
  readonly request: Request;
  readonly response: Response;
  /** Set where the route's access names a session ability. */
  readonly seat?: Seat;
}

export interface Seat {
  readonly live: LiveSession;
  readonly participant: Participant;
}

/** Answers the reply of its row, or undefined when the row has none (204, or the handler has answered a file by itself). Refuses by throwing a RefusalError. */
export type RouteHandler<N extends RouteName> = (call: Call<N>) => Promise<[RouteReply<N>] extends [never] ? void : RouteReply<N>>;

export type RouteHandlers<N extends RouteName = RouteName> = { readonly [K in N]: RouteHandler<K> };

/** The seat of a call whose route demands one. */
export function seatOf(call: { readonly seat?: Seat }): Seat {
  if (!call.seat) throw new Error('the route has no session access rule');
  return call.seat;
}
