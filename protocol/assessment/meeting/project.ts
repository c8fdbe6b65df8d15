import type { Audience } from '../../live/event.ts';
import type { Participant } from '../../live/participants.ts';
import type { Assessment } from './meeting.ts';
import type { Position } from './positions.ts';

/** Everything is for all delegations but a position that was not tabled yet: that is its own side's. */
export function readersOf({ tabled, side }: Pick<Position, 'tabled' | 'side'>): Audience {
  return tabled ? 'everyone' : { administration: side };
}

/** The meeting for one pair of eyes that are inside, or that look into its file afterwards. */
export function projectAssessment(all: Assessment, one: Participant): Assessment {
  const seen = Object.entries(all.positions).filter(([, position]) => position.tabled || position.side === one.administration);
  return { ...all, positions: Object.fromEntries(seen) };
}
