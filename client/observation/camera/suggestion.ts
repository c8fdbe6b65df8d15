import type { Rehearsal } from '../../../protocol/observation/scope.ts';
import type { ConnectionReport } from '../../media/connectionTest.ts';

/** What the middle size of a field camera's picture and a voice need, with air for a still on its way (client/media/profiles.ts). */
const ENOUGH_KBPS = 800;
/** Above it a request and its answer no longer feel like one talk. */
const LONG_MS = 700;

/** What the figures of a line speak for; the officer decides. No public rule names minima for remote validation. */
export function suggestionFor({ transport, upKbps = 0, roundTripMs = 0 }: ConnectionReport): Rehearsal['verdict'] {
  return transport !== undefined && transport !== 'none' && upKbps >= ENOUGH_KBPS && roundTripMs <= LONG_MS ? 'go' : 'noGo';
}
