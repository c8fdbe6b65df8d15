import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../protocol/live/rooms.ts';
import { useLive, useSession } from '../../live/context.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useCellPart } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useMedia } from '../live/useMedia.ts';
import { useAlongsideWords, useHeardRooms } from './useAlongside.ts';
import css from './AsideVoices.module.css';

/** Who speaks in the rooms beside the floor: oneself, so that one never forgets it, and the others, whom the floor does not hear. */
export function AsideVoices(): ReactNode {
  return useHeardRooms().map((room) => <Voices key={room.id} room={room} />);
}

function Voices({ room }: { readonly room: Room }): ReactNode {
  const { t } = useTranslation('room');
  const { you } = useLive();
  const { media, speaking } = useRoom();
  const words = useAlongsideWords()(room);
  const aside = useMedia((snapshot) => snapshot.aside);
  const voices = useCellPart(speaking.beside, (all) => all.get(room.id));
  const participants = useSession((state) => state.participants);
  const others = [...voices ?? []].filter((id) => id !== you).map((id) => participants[id]?.name).filter((name) => name !== undefined);
  return (
    <>
      {aside?.room === room.id && (
        <div className={css['own']} data-speaks={room.id}>
          <Icon name="headphones" />
          <div className={css['words']}><b>{words.speaking}</b><span>{t(aside.floorWaits ? 'alongside.floorWaits' : 'alongside.floorDeaf')}</span></div>
          <button type="button" className={css['stop']} onClick={() => void media.speakTo(undefined)}>{t('alongside.stop')}</button>
        </div>
      )}
      {others.length > 0 && <p className={css['others']} data-heard={room.id}><Icon name="headphones" size={16} />{words.heard(others.join(', '))}</p>}
    </>
  );
}
