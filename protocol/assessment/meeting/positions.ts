import type { SessionEvent } from '../../live/event.ts';
import type { AdministrationId, ParticipantId } from '../../live/ids.ts';
import { drop, put } from '../../live/records.ts';
import type { Records } from '../../live/records.ts';
import type { ItemId, PositionId } from './ids.ts';

/** What a delegation holds. Until it is tabled it is that delegation's alone. */
export interface Position {
  readonly id: PositionId;
  readonly side: AdministrationId;
  readonly text: string;
  readonly item?: ItemId;
  readonly tabled: boolean;
  readonly by: ParticipantId;
  readonly at: number;
}

export type Positions = Records<Position>;

export interface PositionEvents {
  'position.written': Omit<Position, 'by' | 'at'>;
  'position.removed': { position: PositionId };
}

export function reducePositions(positions: Positions, event: SessionEvent): Positions {
  switch (event.type) {
    case 'position.written': return put(positions, { ...event.data, by: event.actor, at: event.at });
    case 'position.removed': return drop(positions, event.data.position);
    default: return positions;
  }
}
