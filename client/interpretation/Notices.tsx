import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { boothOf } from '../../protocol/live/interpretation.ts';
import { FLOOR_CHANNEL } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { useLocale } from '../i18n/useLocale.ts';
import { useLive, useSession } from '../live/context.tsx';
import { useCell } from '../room/live/cell.ts';
import { useRoom } from '../room/live/context.tsx';
import { useMedia } from '../room/live/useMedia.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Icon } from '../ui/icons.tsx';
import { nameOfLanguage } from '../ui/names.ts';
import { useBooth } from './booth/useBooth.ts';
import { useSoundTrouble } from './sound/useSoundTrouble.ts';
import css from './Notices.module.css';

/** Somebody takes the turn, or a page has just chosen: not every moment of silence is news. */
const SETTLES_MS = 1_500;

/** Over the stage: what a listener, an interpreter and a speaker have to know about the interpretation. */
export default function Notices(): ReactNode {
  const { you } = useLive();
  const isSeated = useSession(useCallback((state: SessionState) => boothOf(state.interpretation, you) !== undefined, [you]));
  return isSeated ? <BoothNotice /> : <><ListenerNotice /><SpeakerNotice /></>;
}

/** One hears the floor although a language was chosen, and why. */
function ListenerNotice(): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const { channel } = useMedia((snapshot) => snapshot.listening);
  const now = useMedia((snapshot) => snapshot.heard);
  const heard = useSettled(now, now === 'lost' ? 0 : SETTLES_MS);
  const isSaid = channel !== FLOOR_CHANNEL && (heard === 'lost' || heard === 'silent');
  return (
    <div role="status" aria-live="polite" className={css['region']}>
      {isSaid && <p className={css['notice']} data-heard={heard}><Icon name={heard === 'lost' ? 'lineOff' : 'headphones'} size={18} />{t(`heard.${heard}`, { language: nameOfLanguage(channel, locale) })}</p>}
    </div>
  );
}

/** One's own voice cannot be interpreted well: what to do about it. Until it is closed. */
function SpeakerNotice(): ReactNode {
  const { t } = useTranslation(['interpretation', 'common']);
  const room = useRoom();
  // Nobody is disturbed for the sake of an interpreter who is not there.
  const isInterpreted = useSession(({ interpretation, participants }) =>
    Object.values(interpretation.booths).some(({ seats }) => seats.some(({ participant }) => participants[participant]?.presence === 'in')));
  const found = useSoundTrouble();
  const trouble = isInterpreted ? found : undefined;
  const [closed, setClosed] = useState<string>();
  const remedy = trouble === 'lowBandwidth' ? () => room.media.setLowBandwidth(false) : () => room.dialog.set('settings');
  return (
    <div role="status" aria-live="polite" className={css['region']}>
      {trouble !== undefined && trouble !== closed && (
        <div className={css['notice']} data-sound={trouble}>
          <Icon name="microphone" size={18} />
          <span className={css['text']}><b>{t('sound.title')}</b> {t(`sound.${trouble}`)}</span>
          {trouble !== 'lost' && <button type="button" className={css['remedy']} onClick={remedy}>{t(trouble === 'lowBandwidth' ? 'sound.lowBandwidthDo' : 'sound.device')}</button>}
          <IconButton icon="close" label={t('common:close')} className={css['close']} onClick={() => setClosed(trouble)} />
        </div>
      )}
    </div>
  );
}

/** What an interpreter must not miss while the console is closed: that they are on the air, and that they are wanted. */
function BoothNotice(): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const room = useRoom();
  const own = useBooth();
  const panel = useCell(room.panel);
  const silent = useMedia((snapshot) => snapshot.voice?.state) === 'muted';
  if (!own) return null;
  const wanted = own.isLost || (own.asks !== undefined && !own.isMine);
  const language = own.turn === undefined ? '' : nameOfLanguage(own.turn.language, locale);
  return (
    <>
      {wanted && (
        <div role="alert" className={css['notice']} data-wanted={own.isLost ? 'lost' : 'asked'}>
          <Icon name={own.isLost ? 'lineOff' : 'turn'} size={18} />
          <span className={css['text']}>{own.isLost ? t('turn.lostText', { name: own.holder?.name }) : t('turn.asks', { name: own.asks?.name })}</span>
          <button type="button" className={css['remedy']} onClick={() => own.take()}>{t('turn.take')}</button>
        </div>
      )}
      {own.isMine && panel !== 'booth' && (
        <div className={css['air']}>
          <Icon name={silent ? 'microphoneOff' : 'microphone'} size={18} />
          <span className={css['text']}>{t(silent ? 'turn.mineMuted' : 'turn.mine', { language })}</span>
          <button type="button" onClick={() => room.voice.get()?.()}>{t(silent ? 'turn.unmute' : 'turn.mute')}</button>
          <button type="button" onClick={() => room.panel.set('booth')}>{t('panel.booth')}</button>
        </div>
      )}
    </>
  );
}

/** A value once it has stood for so long. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
