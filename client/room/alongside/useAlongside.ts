import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { belongs } from '../../../protocol/live/rooms.ts';
import type { Room } from '../../../protocol/live/rooms.ts';
import { speaksAlongside } from '../../../protocol/live/audience.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useSession } from '../../live/context.tsx';

const sameRooms = (a: readonly Room[], b: readonly Room[]): boolean => a.length === b.length && a.every((room, index) => room === b[index]);

/** The rooms beside the floor that this participant may speak to. */
export function useSpokenRooms(): readonly Room[] {
  const { you } = useLive();
  return useSession(useCallback((state: SessionState) => {
    const me = state.participants[you];
    return me ? Object.values(state.rooms).filter((room) => speaksAlongside(state, me, room)) : [];
  }, [you]), sameRooms);
}

/** The rooms beside the floor that this participant hears. */
export function useHeardRooms(): readonly Room[] {
  const { you } = useLive();
  return useSession(useCallback((state: SessionState) => {
    const me = state.participants[you];
    return me ? Object.values(state.rooms).filter((room) => room.mode === 'alongside' && belongs(room, me)) : [];
  }, [you]), sameRooms);
}

export interface AlongsideWords {
  /** What the control does, in two or three words. */
  readonly speak: string;
  /** What is so while one speaks there. */
  readonly speaking: string;
  /** Who is heard there. */
  readonly heard: (names: string) => string;
}

/** A standing room is spoken of as its kind calls it, a booth as what it is; any other by its name. */
export function useAlongsideWords(): (room: Room) => AlongsideWords {
  const { t } = useTranslation(['room', 'kinds']);
  return useCallback(({ id, name, roles, booth }) => booth
    ? { speak: t('alongside.booth'), speaking: t('alongside.speakingBooth'), heard: (names) => t('alongside.heardBooth', { names }) }
    : roles === undefined ? { speak: t('alongside.speak', { name }), speaking: t('alongside.speaking', { name }), heard: (names) => t('alongside.heard', { name, names }) }
    : { speak: t(`kinds:speak.${id}`), speaking: t(`kinds:speaking.${id}`), heard: (names) => t(`kinds:heard.${id}`, { names }) }, [t]);
}
