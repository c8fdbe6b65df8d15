import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Reaction } from '../../../protocol/live/reactions.ts';
import type { Room } from '../../../protocol/live/rooms.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useSession } from '../../live/context.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useAlongsideWords } from '../alongside/useAlongside.ts';
import { useCellPart } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import type { OwnView } from './plan.ts';
import { reactionIcons } from './reactions.ts';
import css from './TileBadges.module.css';

/** What stands at the head of a tile: hand with its place in the order, quick signal, pin. */
export function TileBadges({ id }: { readonly id: ParticipantId }): ReactNode {
  const { t } = useTranslation('room');
  const words = useAlongsideWords();
  const room = useRoom();
  const hand = useSession(useCallback((state: SessionState) => state.hands.findIndex((one) => one.participant === id), [id]));
  const pinned = useSession(useCallback((state: SessionState) => state.stages[state.participants[id]?.room ?? '']?.pinned.includes(id) ?? false, [id]));
  const pinnedByMe = useCellPart(room.view, useCallback((view: OwnView) => view.pinned.includes(id), [id]));
  const reaction = useCellPart(room.reactions.cell, useCallback((all: ReadonlyMap<string, Reaction>) => all.get(id), [id]));
  const onFloor = useSession(useCallback((state: SessionState) => state.participants[id]?.hasFloor === true, [id]));
  const beside = useBeside(id);
  if (hand < 0 && !reaction && !pinned && !pinnedByMe && !onFloor && !beside) return null;
  return (
    <div className={css['badges']}>
      {hand >= 0 && <span className={css['hand']} aria-label={t('tile.hand', { place: hand + 1 })} role="img"><Icon name="hand" size={16} />{hand + 1}</span>}
      {onFloor && <span className={css['floor']}><Icon name="microphone" size={16} />{t('tile.hasFloor')}</span>}
      {beside && <span className={css['beside']}><Icon name="headphones" size={16} />{words(beside).speak}</span>}
      {reaction && <span className={css['reaction']}><Icon name={reactionIcons[reaction]} size={16} />{t(`reaction.${reaction}`)}</span>}
      {(pinned || pinnedByMe) && <span className={css['pin']} role="img" aria-label={t('tile.pinned')}><Icon name="pin" size={15} /></span>}
    </div>
  );
}

/** The room beside the floor to which somebody speaks now, as far as one hears it. */
function useBeside(id: ParticipantId): Room | undefined {
  const { speaking } = useRoom();
  const room = useCellPart(speaking.beside, useCallback((all: ReadonlyMap<string, ReadonlySet<string>>) => [...all].find(([, voices]) => voices.has(id))?.[0], [id]));
  return useSession(useCallback((state: SessionState) => (room === undefined ? undefined : state.rooms[room]), [room]));
}
