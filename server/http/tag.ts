import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Seat } from './call.ts';

/** A page that says by itself what it has is asking for its tag to be looked at; the browser adds "no-cache" to that, for caches on the way. */
export const heedTags: RequestHandler = (request, _response, next) => {
  if (request.headers['if-none-match'] !== undefined) delete request.headers['cache-control'];
  next();
};

/** Names this process: the reply of another one may look otherwise, although the log is the same. */
const run = randomUUID().slice(0, 8);

/**
 * Says in the answer which reply this is: whose, and of which entry of the log. Whether the caller has that one already, and is to be
 * told so instead of receiving it again.
 */
export function isKnown({ live, participant }: Seat, request: Request, response: Response): boolean {
  response.set({ ETag: `W/"${run}.${participant.id}.${live.state.seq}"`, 'Cache-Control': 'private, no-store' });
  return request.fresh;
}
