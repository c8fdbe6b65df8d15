import { isDeepStrictEqual } from 'node:util';
import { sightOf } from '../../protocol/live/audience.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { Change } from './session.ts';

/**
 * What came into the sight of somebody and went out of it because they, or a room of theirs, moved: the slices that the events of
 * the change, put on what they held, would not give. When a class goes into groups that is next to nothing, where the whole state
 * would be the same long list of people for each of them. Undefined: more than rooms has changed for them.
 */
export function sightAfter({ before, after }: Pick<Change, 'before' | 'after'>, viewer: ParticipantId): Partial<SessionState> | undefined {
  const was = before.participants[viewer];
  const is = after.participants[viewer];
  if (was?.presence !== 'in' || is?.presence !== 'in' || was.role !== is.role || was.administration !== is.administration) return undefined;
  // As if they still stood where they were, in the rooms as those were: what the events give.
  const given: Partial<SessionState> = sightOf({ ...after, rooms: before.rooms }, was);
  const changed = Object.entries(sightOf(after, is)).filter(([slice, value]) => !isDeepStrictEqual(value, given[slice as keyof SessionState]));
  return { seq: after.seq, ...Object.fromEntries(changed) };
}
