import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisit } from '../source.tsx';
import { OwnConsent } from './OwnConsent.tsx';
import { PauseControl } from './PauseControl.tsx';
import { PersonConsents } from './PersonConsents.tsx';
import { ZoneConsents } from './ZoneConsents.tsx';
import plan from '../plan/plan.module.css';

/** What may be captured where, and who agreed to be seen. */
export function ConsentsSection(): ReactNode {
  const { t } = useTranslation('visit');
  const { may } = useVisit();
  return (
    <>
      <PauseControl />
      <OwnConsent />
      <p className={plan['hint']}>{t('consent.text')}</p>
      <h3 className={plan['sub']}>{t('consent.zones')}</h3>
      <ZoneConsents />
      {may('consent.see') && (
        <>
          <h3 className={plan['sub']}>{t('consent.persons')}</h3>
          <p className={plan['hint']}>{t('consent.personsText')}</p>
          <PersonConsents />
        </>
      )}
    </>
  );
}
