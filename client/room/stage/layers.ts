import { useCallback } from 'react';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useSession } from '../../live/context.tsx';
import { capabilityOf } from '../capability.ts';
import type { PictureLayerDefinition } from './pictureLayer.ts';

/** What lies over this participant's picture. */
export function usePictureLayer(id: ParticipantId): PictureLayerDefinition | undefined {
  return useSession(useCallback((state: SessionState) => {
    const one = state.participants[id];
    return one && capabilityOf(state.session.kind).pictureLayers?.find((layer) => layer.shows(state, one));
  }, [id]));
}
