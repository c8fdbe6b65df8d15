import type { PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/useLocale.ts';
import { useCell } from '../../room/live/cell.ts';
import { useRoom } from '../../room/live/context.tsx';
import { useMedia } from '../../room/live/useMedia.ts';
import { useNow } from '../../room/live/useNow.ts';
import { Button } from '../../ui/Button.tsx';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { coughing, useCough } from './cough.ts';
import { Meter } from './Meter.tsx';
import type { OwnBooth } from './useBooth.ts';
import { useVoice } from './useVoice.ts';
import css from './Booth.module.css';

/** Whose turn it is, since when and into which language; and the one thing to do about it. */
export function TurnCard({ own }: { readonly own: OwnBooth }): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  const voice = useMedia((snapshot) => snapshot.voice);
  const { turn, holder, isMine, isLost, asks, hasAsked, partners } = own;
  const language = nameOfLanguage(turn?.language ?? own.booth.languages[0]!, locale);
  const track = voice && 'track' in voice ? voice.track : undefined;
  return (
    <section className={cx(css['turn'], isMine && css['mine'], isLost && css['lost'])} aria-label={t('turn.title')}>
      <div className={css['state']}>
        <span className={css['lamp']}><Icon name={isMine ? 'microphone' : isLost ? 'lineOff' : 'headphones'} size={16} />{t(isMine ? 'turn.onAir' : isLost ? 'turn.lost' : turn ? 'turn.standBy' : 'turn.free')}</span>
        {turn && <Since since={turn.since} />}
      </div>
      <p className={css['who']}>
        {isMine ? t('turn.mine', { language }) : holder ? t(isLost ? 'turn.lostText' : 'turn.partner', { name: holder.name, language }) : t('turn.nobody', { language })}
      </p>
      {own.booth.languages.length > 1 && <Directions own={own} />}
      {asks && <p className={css['asks']}><Icon name="turn" size={18} />{t(isMine ? 'turn.offers' : 'turn.asks', { name: asks.name })}</p>}
      {hasAsked && isMine && partners.length > 0 && <p className={css['asks']}><Icon name="clock" size={18} />{t('turn.asked')}</p>}
      {!isMine && <Button look="primary" icon="microphone" wide aria-keyshortcuts="t" onClick={own.handOver}>{t('turn.take')}<kbd className={css['key']}>T</kbd></Button>}
      {isMine && <OwnVoice own={own} />}
      {voice?.state === 'blocked' && <p className={css['asks']} role="alert"><Icon name="microphoneOff" size={18} />{t('turn.blocked')}</p>}
      <Meter label={t('turn.level')} tracks={track ? [track] : []} />
      {!isMine && turn !== undefined && partners.length > 0 && !isLost && (
        <Button look="line" icon="turn" wide disabled={hasAsked} onClick={own.ask}>{t(hasAsked ? 'turn.offered' : 'turn.offer')}</Button>
      )}
    </section>
  );
}

/** Who speaks may be silent for a moment or for a while, ask to be relieved, or stop. */
function OwnVoice({ own }: { readonly own: OwnBooth }): ReactNode {
  const { t } = useTranslation('interpretation');
  const { voice: key } = useRoom();
  const silent = useMedia((snapshot) => snapshot.voice?.state) === 'muted';
  const cough = useCough(useVoice());
  const coughs = useCell(coughing);
  const hold = (event: PointerEvent<HTMLButtonElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    cough(true);
  };
  return (
    <>
      <div className={css['pair']}>
        <Button look={silent ? 'stop' : 'plain'} icon={silent ? 'microphoneOff' : 'microphone'} aria-pressed={silent} aria-keyshortcuts="m" onClick={() => key.get()?.()}>
          {t(silent ? 'turn.muted' : 'turn.mute')}<kbd className={css['key']}>M</kbd>
        </Button>
        <Button
          look={coughs ? 'stop' : 'plain'} icon="pause" aria-pressed={coughs} aria-keyshortcuts="x" title={t('turn.coughText')} style={{ touchAction: 'none' }}
          onPointerDown={hold} onPointerUp={() => cough(false)} onPointerCancel={() => cough(false)} onContextMenu={(event) => event.preventDefault()}
          onKeyDown={(event) => (event.key === ' ' || event.key === 'Enter') && cough(true)} onKeyUp={() => cough(false)} onBlur={() => cough(false)}
        >
          {t('turn.cough')}<kbd className={css['key']}>X</kbd>
        </Button>
      </div>
      {own.partners.length > 0 && <Button look="line" icon="turn" wide disabled={own.hasAsked} aria-keyshortcuts="t" onClick={own.ask}>{t('turn.ask')}<kbd className={css['key']}>T</kbd></Button>}
      <Button look="quiet" icon="stop" wide onClick={own.release}>{t('turn.release')}</Button>
    </>
  );
}

/** Both ways between two languages: into which of them. */
function Directions({ own }: { readonly own: OwnBooth }): ReactNode {
  const { t } = useTranslation('interpretation');
  const locale = useLocale();
  return (
    <div role="group" aria-label={t('turn.direction')} className={css['directions']}>
      {own.booth.languages.map((language) => (
        <button key={language} type="button" aria-pressed={own.turn?.language === language} disabled={!own.isMine} onClick={() => own.take(language)}>
          {t('turn.into', { language: nameOfLanguage(language, locale) })}
        </button>
      ))}
    </div>
  );
}

function Since({ since }: { readonly since: number }): ReactNode {
  const now = useNow(10_000);
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  const { t } = useTranslation('interpretation');
  return <span className={css['since']}>{t('turn.minutes', { count: minutes })}</span>;
}
