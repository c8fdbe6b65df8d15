import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { points } from '../../../protocol/observation/inspections.ts';
import type { Inspection } from '../../../protocol/observation/inspections.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useVisit } from '../source.tsx';
import { useStamp } from '../useStamp.ts';
import { BeginInspection } from './BeginInspection.tsx';
import { InspectionForm } from './InspectionForm.tsx';
import { verdictOf } from './verdict.ts';
import css from './Inspection.module.css';

/** The containers that were inspected: seven points and the seal, with a picture for each. */
export function InspectionsSection(): ReactNode {
  const { t } = useTranslation('notebook');
  const { observation, may, isLive } = useVisit();
  const [opened, setOpened] = useState<string>();
  const inspections = Object.values(observation.inspections).toSorted((a, b) => b.at - a.at);
  const one = opened === undefined ? undefined : observation.inspections[opened];
  if (one) return <InspectionForm inspection={one} onBack={() => setOpened(undefined)} />;
  return (
    <section className={css['section']} aria-label={t('view.containers')}>
      {may('inspection.run') && isLive && <BeginInspection onBegun={setOpened} />}
      {inspections.length === 0
        ? <EmptyState icon="grid" title={t('inspection.none')}>{t('inspection.noneText')}</EmptyState>
        : <ul className={css['list']}>{inspections.map((each) => <InspectionCard key={each.id} inspection={each} onOpen={() => setOpened(each.id)} />)}</ul>}
    </section>
  );
}

function InspectionCard({ inspection, onOpen }: { readonly inspection: Inspection; readonly onOpen: () => void }): ReactNode {
  const { t } = useTranslation('notebook');
  const { observation } = useVisit();
  const stamp = useStamp()(inspection.at);
  const done = points.filter((point) => inspection.points[point] !== undefined).length;
  const verdict = verdictOf(inspection);
  const zone = inspection.zone === undefined ? undefined : observation.plan.zones[inspection.zone]?.name;
  return (
    <li className={css['card']}>
      <div className={css['head']}>
        <b className={css['number']}>{inspection.container}</b>
        <Chip tone={verdict.tone}>{t(`inspection.verdict.${verdict.name}`)}</Chip>
      </div>
      <p className={css['meta']}>
        {[zone, t('inspection.progress', { done, of: points.length })].filter((part) => part !== undefined).join(' · ')}
        {' · '}<time dateTime={stamp.iso} title={stamp.both}>{stamp.own}</time>
      </p>
      {inspection.misread && <p className={css['wrong']}>{t('inspection.misread')}</p>}
      <Button look="line" onClick={onOpen}>{t(inspection.closedAt === undefined ? 'inspection.goOn' : 'inspection.look')}</Button>
    </li>
  );
}
