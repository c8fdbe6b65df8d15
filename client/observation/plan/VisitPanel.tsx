import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentsSection } from '../consent/ConsentsSection.tsx';
import { OwnConsent } from '../consent/OwnConsent.tsx';
import { PauseControl } from '../consent/PauseControl.tsx';
import { RoomVisit, useVisit } from '../source.tsx';
import { Views } from '../../ui/Views.tsx';
import { AgendaPart } from './AgendaPart.tsx';
import { ChecklistPart } from './ChecklistPart.tsx';
import css from './panel.module.css';

/** The visit beside the stage: where it is in its agenda, what is to be looked at, what may be captured. */
export default function VisitPanel(): ReactNode {
  return <RoomVisit><Parts /></RoomVisit>;
}

const parts = { agenda: NowPart, checklist: ChecklistPart, consents: ConsentsSection } as const;
type Part = keyof typeof parts;

function Parts(): ReactNode {
  const { t } = useTranslation('visit');
  const { may, observation } = useVisit();
  const [chosen, choose] = useState<Part>('agenda');
  const views = (['agenda', 'checklist', 'consents'] as const).filter((one) => one !== 'checklist' || may('visit.see'))
    .map((id) => ({ id, label: t(`panel.${id}`), ...(id === 'checklist' ? { count: observation.scope.criteria.length } : {}) }));
  const Part = parts[chosen];
  return (
    <div className={css['panel']}>
      <div className={css['views']}><Views label={t('panel.views')} views={views} chosen={chosen} onChoose={choose} /></div>
      <div className={css['scroll']}><Part /></div>
    </div>
  );
}

/** What is asked of somebody, or stands in the way, comes before the agenda. */
function NowPart(): ReactNode {
  const { observation } = useVisit();
  return (
    <>
      {observation.consents.paused && <PauseControl />}
      <OwnConsent />
      <AgendaPart />
      {!observation.consents.paused && <PauseControl quiet />}
    </>
  );
}
