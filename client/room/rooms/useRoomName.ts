import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../protocol/live/rooms.ts';

/** The floor has no name of its own; it is called so in every language. */
export function useRoomName(): (room: Room | undefined) => string {
  const { t } = useTranslation('room');
  return useCallback((room) => (room === undefined || room.mode === 'floor' ? t('floor') : room.name), [t]);
}
