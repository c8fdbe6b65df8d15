import type { Result } from '../../protocol/errors.ts';
import type { RequestName, RequestPayload, RequestReply } from '../../protocol/table.ts';
import type { Connection } from './connection.ts';
import type { LiveSession } from './session.ts';

/** Answers one request; parsed, authorised and within its rate already. */
export type RequestHandler<N extends RequestName> = (
  live: LiveSession, connection: Connection, payload: RequestPayload<N>,
) => Promise<Result<RequestReply<N>>>;

export type RequestHandlers<N extends RequestName = RequestName> = { readonly [K in N]: RequestHandler<K> };

/** The media of a session as the live core needs it; server/media implements it. */
export interface MediaSeats {
  /** Whether the streams of this opened page still stand after a lost connection. */
  kept(session: string, participant: string, instance: string): boolean;
  /** Transports for the session in the join's own reply, to save a round trip. Undefined: no media just now. */
  offer(live: LiveSession, connection: Connection): Promise<RequestReply<'media.open'> | undefined>;
  /** The page is gone, or its time to come back is over: closes everything of it. */
  release(live: LiveSession, participant: string, instance: string): Promise<void>;
}
