import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icons.tsx';
import { CaptureThumbnail } from './CaptureThumbnail.tsx';
import { useOwnCaptures } from './ownCaptures.ts';
import type { OwnCapture } from './ownCaptures.ts';
import css from './Captures.module.css';

/** What has become of the captures, in one line; a press shows each. */
export function CapturesButton({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation('camera');
  const captures = useOwnCaptures();
  const [last] = captures;
  if (!last) return <span className={css['nothing']}>{t('captures.none')}</span>;
  return (
    <button type="button" className={css['open']} aria-haspopup="dialog" onClick={onOpen}>
      <CaptureThumbnail capture={last} />
      <span>{t('captures.count', { count: captures.length })}<Summary captures={captures} /></span>
    </button>
  );
}

function Summary({ captures }: { readonly captures: readonly OwnCapture[] }): ReactNode {
  const { t } = useTranslation('camera');
  const of = (...states: readonly OwnCapture['state'][]): readonly OwnCapture[] => captures.filter((one) => states.includes(one.state));
  const wrong = of('deleted', 'stopped').length;
  const sending = of('sending')[0];
  const waiting = of('waiting').length;
  if (wrong > 0) return <b className={css['wrong']}><Icon name="warning" size={16} />{t('captures.wrong', { count: wrong })}</b>;
  if (sending && waiting === 0) return <b>{t('captures.sending', { percent: Math.round(sending.share * 100) })}</b>;
  if (waiting > 0) return <b>{t('captures.waiting', { count: waiting + (sending ? 1 : 0) })}</b>;
  return <b>{t('captures.allSent')}</b>;
}
