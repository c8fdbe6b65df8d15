import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionId } from '../../../protocol/observation/ids.ts';
import type { ExpectedDocument } from '../../../protocol/observation/scope.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import { DocumentsDialog } from './DocumentsDialog.tsx';
import { mayPlan } from './mayPlan.ts';
import { SentSwitch } from './SentSwitch.tsx';
import css from './plan.module.css';

/** The documents that the operator is expected to show, by criterion; each received or not. */
export function DocumentsSection(): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const { scope } = visit.observation;
  const nameOf = useCriterionName();
  const canPlan = mayPlan(visit);
  const [adds, setAdds] = useState<CriterionId>();
  const documents = Object.values(scope.documents);
  // A document stays to be seen when its criterion was taken out of scope.
  const criteria = [...new Set([...scope.criteria, ...documents.map((one) => one.criterion)])];
  const shown = canPlan ? criteria : criteria.filter((id) => documents.some((one) => one.criterion === id));
  if (shown.length === 0) return <EmptyState icon="document" title={t('documents.none')}>{canPlan ? t('documents.nonePlan') : t('documents.noneWait')}</EmptyState>;
  return (
    <>
      <p className={css['hint']}>{t('documents.received', { count: documents.length, received: documents.filter((one) => one.received).length })}</p>
      <ul className={css['list']}>
        {shown.map((id) => {
          const its = documents.filter((one) => one.criterion === id);
          return (
            <li key={id} className={css['row']}>
              <b className={css['name']}>{nameOf(id)}</b>
              {canPlan && <Button look="quiet" icon="plus" aria-label={t('documents.addTo', { name: nameOf(id) })} onClick={() => setAdds(id)}>{t('documents.add')}</Button>}
              {its.length > 0 && <ul className={css['below']}>{its.map((one) => <DocumentRow key={one.id} document={one} canPlan={canPlan} />)}</ul>}
            </li>
          );
        })}
      </ul>
      {adds !== undefined && <DocumentsDialog criterion={adds} onClose={() => setAdds(undefined)} />}
    </>
  );
}

/** One document; whoever plans says whether it is there, also when the session is over. */
export function DocumentRow({ document, canPlan }: { readonly document: ExpectedDocument; readonly canPlan: boolean }): ReactNode {
  const { t } = useTranslation('visit');
  const { may, run } = useVisit();
  return (
    <li className={css['document']}>
      {may('visit.plan')
        ? (
          <SentSwitch
            label={document.title} hint={document.received ? t('documents.isReceived') : t('documents.isExpected')} checked={document.received}
            onChange={(received) => run('visit.documentReceived', { document: document.id, received })}
          />
        )
        : <span className={css['plain']}>{document.title} <Chip {...(document.received ? { tone: 'ok' } : { icon: 'clock' })}>{document.received ? t('documents.isReceived') : t('documents.isExpected')}</Chip></span>}
      {canPlan && <IconButton icon="trash" label={t('documents.remove', { title: document.title })} onClick={() => void run('visit.removeDocument', { document: document.id })} />}
    </li>
  );
}
