import { lazy, Suspense, useCallback, useEffect } from 'react';
import type { ReactNode } from 'react';
import { boothOf } from '../../protocol/live/interpretation.ts';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { useLive, useMe, useSession } from '../live/context.tsx';
import { useRoom } from '../room/live/context.tsx';
import { toFloor } from '../media/listening.ts';
import { rememberedListening } from './remembered.ts';
import { useChannels } from './useChannels.ts';

const BoothCompanion = lazy(() => import('./booth/BoothCompanion.tsx'));

/** What goes on while one is inside of a session that is interpreted, whatever is on the screen. */
export default function Companion(): ReactNode {
  const { you } = useLive();
  const isSeated = useSession(useCallback((state: SessionState) => boothOf(state.interpretation, you) !== undefined, [you]));
  useChosenLanguage();
  return isSeated ? <Suspense><BoothCompanion /></Suspense> : null;
}

/** Brings the language back that was chosen, as soon as it is offered: by an interpreter in their booth, by anybody else in an earlier visit. */
function useChosenLanguage(): void {
  const { media } = useRoom();
  const me = useMe();
  const { id, person } = me;
  const offered = useChannels().map((one) => one.channel).join(' ');
  const relay = useSession(useCallback((state: SessionState) => (
    boothOf(state.interpretation, id) ? state.interpretation.relays[id] ?? FLOOR_CHANNEL : undefined
  ), [id]));
  useEffect(() => {
    const { channel, floor } = rememberedListening({ id, ...(person === undefined ? {} : { person }) });
    const wanted = relay ?? channel;
    media.listen({ floor, channel: offered.split(' ').includes(wanted) ? wanted : FLOOR_CHANNEL });
  }, [media, id, person, offered, relay]);
  useEffect(() => () => media.listen(toFloor), [media]);
}
