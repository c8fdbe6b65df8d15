import { mayReceive } from '../../protocol/live/audience.ts';
import type { ParticipantId, PublicationId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';

/** So long are tiles waited for, ms; a room draws them much sooner. */
export const EXPECT_MS = 3_000;
/** Few, so that a slow line is not filled with faces that may never be shown. */
const MOST = 4;

/**
 * The pictures that a room most likely shows first: what is shared, then cameras in the order of their tiles. They are
 * asked for together with the sound, while the room is still being drawn.
 */
export function firstPictures(state: SessionState, you: ParticipantId): PublicationId[] {
  const place = (participant: ParticipantId): number => state.participants[participant]?.order ?? 0;
  return Object.values(state.publications)
    .filter((one) => !one.paused && one.source !== 'microphone' && one.source !== 'screenAudio' && mayReceive(state, you, one))
    .toSorted((a, b) => Number(a.source === 'camera') - Number(b.source === 'camera') || place(a.participant) - place(b.participant))
    .slice(0, MOST)
    .map((one) => one.id);
}
