import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../protocol/live/rooms.ts';

/** The floor, the booths, the caucuses and the standing rooms of a kind have no name of their own; they are called so in every language. */
export function useRoomName(): (room: Room | undefined) => string {
  const { t } = useTranslation(['room', 'kinds']);
  return useCallback((room) => {
    if (room === undefined || room.mode === 'floor') return t('floor');
    if (room.booth) return t('booth', { name: room.name });
    if (room.administration !== undefined) return t('caucus', { name: room.name });
    return room.roles === undefined ? room.name : t(`kinds:room.${room.id}`);
  }, [t]);
}
