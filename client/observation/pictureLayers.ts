import { lazy } from 'react';
import { holds } from '../../protocol/live/audience.ts';
import type { PictureLayerDefinition } from '../room/stage/pictureLayer.ts';

/** What a visit lays over pictures: over those of its field cameras, what directs them. */
export const observationPictureLayers: readonly PictureLayerDefinition[] = [
  {
    id: 'directing',
    shows: (state, whose) => state.session.kind === 'observation' && holds(state, whose, 'camera.film'),
    Content: lazy(() => import('./directing/CameraLayer.tsx')),
  },
];
