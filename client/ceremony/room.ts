import { lazy } from 'react';
import { ceremonyPart } from '../../protocol/ceremony/part.ts';
import { nextPlaceFor } from '../../protocol/ceremony/places.ts';
import { registerPart } from '../../protocol/live/parts.ts';
import { useLive, useSession } from '../live/context.tsx';
import type { RoomCapability } from '../room/capability.ts';

registerPart(ceremonyPart);

/** A hook: one signature waits for who is on this side of the screen, or none. */
function useOwnSignature(): number {
  const { you } = useLive();
  return useSession((state) => state.session.phase === 'live' && nextPlaceFor(state.ceremony, you) ? 1 : 0);
}

/** What a signing ceremony adds to the room. */
export const ceremonyRoom: RoomCapability = {
  panels: [{
    id: 'ceremony', label: 'kinds:kind.ceremony', icon: 'pen', useCount: useOwnSignature,
    shows: (state) => state.session.kind === 'ceremony', Content: lazy(() => import('./panel/CeremonyPanel.tsx')),
  }],
  stageViews: [{
    id: 'ceremony', label: 'kinds:kind.ceremony', icon: 'pen', leads: true,
    shows: (state) => state.session.kind === 'ceremony', Content: lazy(() => import('./stage/CeremonyStage.tsx')),
  }],
};
