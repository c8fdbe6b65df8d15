import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomesOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Outcome, OutcomeKind } from '../../../../protocol/assessment/meeting/outcomes.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useMeeting } from '../source.tsx';
import { OutcomeCard } from './OutcomeCard.tsx';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import css from '../meeting.module.css';

/** Decisions or actions, as they were proposed. */
export function OutcomesSection({ kind }: { readonly kind: OutcomeKind }): ReactNode {
  const { t } = useTranslation('meeting');
  const { assessment: { outcomes }, may, isUnderWay } = useMeeting();
  const [edits, setEdits] = useState<{ readonly outcome?: Outcome }>();
  const all = outcomesOf(outcomes, kind);
  const add = may('outcome.propose') && isUnderWay && <div><Button look="line" icon="plus" onClick={() => setEdits({})}>{t(`${kind}.propose`)}</Button></div>;
  return (
    <>
      {all.length === 0
        ? <EmptyState icon="edit" title={t(`${kind}.none`)} actions={add}>{t(`${kind}.noneText`)}</EmptyState>
        : <ul className={css['cards']} aria-label={t(`${kind}.title`)}>{all.map((one) => <OutcomeCard key={one.id} outcome={one} onEdit={() => setEdits({ outcome: one })} />)}</ul>}
      {all.length > 0 && add}
      {edits && <OutcomeDialog kind={kind} outcome={edits.outcome} onClose={() => setEdits(undefined)} />}
    </>
  );
}
