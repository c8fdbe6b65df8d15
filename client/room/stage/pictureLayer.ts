import type { ComponentType } from 'react';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { TileSize } from './arrange.ts';
import type { Fit } from './pictureBox.ts';

export interface PictureLayerProps {
  readonly participant: ParticipantId;
  /** What plays the moving picture, while there is one. */
  readonly video: HTMLVideoElement | null;
  readonly fit: Fit;
  readonly size: TileSize;
}

/** What a kind lays over somebody's picture on the stage: marks, pointers, controls. Such a picture is never cut where there is room for it. */
export interface PictureLayerDefinition {
  readonly id: string;
  /** Over whose picture. */
  readonly shows: (state: SessionState, whose: Participant) => boolean;
  readonly Content: ComponentType<PictureLayerProps>;
}
