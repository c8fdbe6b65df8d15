import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceId } from '../../../protocol/observation/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AddEvidence } from '../capture/AddEvidence.tsx';
import { useVisit } from '../source.tsx';
import { EvidenceCard } from './EvidenceCard.tsx';
import { Filters } from './Filters.tsx';
import { filtered, waitingFor } from './list.ts';
import type { Filter } from './list.ts';
import { useEntries } from './useEvidence.ts';
import css from './Evidence.module.css';

const Viewer = lazy(() => import('./viewer/Viewer.tsx'));

interface Opened {
  readonly id: EvidenceId;
  /** The others that one turns to from here, in the order of the list. */
  readonly among: readonly EvidenceId[];
  /** After a decision the next that waits comes up. */
  readonly isReview: boolean;
}

/** The evidence of a visit: what there is, where each item is on its way, and for the operator what waits for a decision. */
export function EvidenceSection(): ReactNode {
  const { t } = useTranslation('evidence');
  const { may, observation } = useVisit();
  const entries = useEntries();
  const [filter, setFilter] = useState<Filter>({});
  const [opened, setOpened] = useState<Opened>();
  const shown = filtered(entries, filter);
  const waiting = may('evidence.release') ? waitingFor(observation.evidence) : [];
  const viewable = shown.filter((one) => one.pictures.length > 0).map((one) => one.id);
  return (
    <div className={css['section']}>
      {waiting.length > 0 && (
        <Button look="primary" icon="eye" wide onClick={() => setOpened({ id: waiting[0]!, among: waiting, isReview: true })}>
          {t('review.open', { count: waiting.length })}
        </Button>
      )}
      <Filters entries={entries} filter={filter} onFilter={setFilter}><AddEvidence /></Filters>
      {entries.length === 0 && <Nothing />}
      {entries.length > 0 && shown.length === 0 && (
        <EmptyState icon="search" title={t('none.filtered')} actions={<Button look="line" onClick={() => setFilter({})}>{t('filter.clear')}</Button>} />
      )}
      <ul className={css['list']} aria-label={t('title')}>
        {shown.map((entry) => <EvidenceCard key={entry.id} entry={entry} onOpen={() => setOpened({ id: entry.id, among: viewable, isReview: false })} />)}
      </ul>
      {opened && (
        <Suspense fallback={null}>
          <Viewer {...opened} onTurn={(id) => setOpened({ ...opened, id })} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** What happens here, to who sees nothing yet. */
function Nothing(): ReactNode {
  const { t } = useTranslation('evidence');
  const { may } = useVisit();
  const role = may('evidence.release') ? 'operator' : may('evidence.custody') ? 'custody' : 'observer';
  return <EmptyState icon="still" title={t(`none.${role}`)}>{t(`none.${role}Text`)}</EmptyState>;
}
