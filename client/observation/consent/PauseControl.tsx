import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useVisit } from '../source.tsx';
import { mayConsent } from './mayConsent.ts';
import css from './consent.module.css';

/** A pause of all capture: a break, a private talk. One press, in the room; everybody is told that it is on. `quiet`: beside what is more often pressed. */
export function PauseControl({ quiet = false }: { readonly quiet?: boolean }): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const { paused, pausedByOperator } = visit.observation.consents;
  const canPause = visit.isLive && mayConsent(visit) && (!pausedByOperator || visit.may('evidence.release'));
  if (!paused && !canPause) return null;
  return (
    <section className={css['pause']} data-paused={paused || undefined} aria-label={t('pause.label')}>
      <Icon name={paused ? 'cameraOff' : 'camera'} size={24} />
      <div className={css['pauseWords']}>
        <b>{paused ? t('pause.isOn') : t('pause.isOff')}</b>
        <p>{paused ? t('pause.onText') : t('pause.offText')}</p>
      </div>
      {canPause && (
        <Button look={paused ? 'primary' : quiet ? 'stopLine' : 'stop'} wide className={css['pauseButton']} onClick={() => void visit.run('consent.pause', { paused: !paused })}>
          {paused ? t('pause.end') : t('pause.begin')}
        </Button>
      )}
    </section>
  );
}
