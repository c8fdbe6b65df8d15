import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../source.tsx';
import { ConsentButtons, ConsentChip } from './ConsentButtons.tsx';
import { ownConsent } from './ownConsent.ts';
import css from './consent.module.css';

/** One's own consent to be seen, for people of the operator; changeable at any time. In the room the first answer is asked for over the stage. */
export function OwnConsent(): ReactNode {
  const { t } = useTranslation('visit');
  const { observation, me, may, session, isLive, run } = useVisit();
  const own = ownConsent(observation.consents, me.id);
  if (!may('consent.own') || session.phase === 'ended' || (isLive && !own)) return null;
  return (
    <section className={css['own']}>
      <div className={css['ownHead']}><h3>{t('own.title')}</h3><ConsentChip state={own?.state} /></div>
      <p>{own === undefined ? t('own.question') : t(`own.after.${own.state}`)}</p>
      <ConsentButtons of={t('own.mine')} state={own?.state} onChoose={(state) => void run('consent.own', { state })} />
    </section>
  );
}
