import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriterionId } from '../../../protocol/observation/ids.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useCriteria } from '../../app/criteria.ts';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import { DocumentRow } from './DocumentsSection.tsx';
import { Questions } from './Questions.tsx';
import css from './panel.module.css';

/** The criteria in scope, each with what to ask and the documents that are expected. */
export function ChecklistPart(): ReactNode {
  const { t } = useTranslation('visit');
  const { observation: { scope } } = useVisit();
  if (scope.criteria.length === 0) return <EmptyState icon="check" title={t('criteria.none')}>{t('criteria.noneWait')}</EmptyState>;
  return <ul className={css['checklist']}>{scope.criteria.map((id) => <Item key={id} id={id} />)}</ul>;
}

function Item({ id }: { readonly id: CriterionId }): ReactNode {
  const { t } = useTranslation('visit');
  const { observation: { scope } } = useVisit();
  const nameOf = useCriterionName();
  const { criteria } = useCriteria();
  const known = criteria.find((one) => one.id === id);
  const own = scope.own[id]?.questions.map((text, index) => ({ id: String(index), text })) ?? [];
  const documents = Object.values(scope.documents).filter((one) => one.criterion === id);
  return (
    <li className={css['criterion']}>
      <h3>{nameOf(id)}</h3>
      {known && <p className={css['about']}>{known.about}</p>}
      <Questions questions={known?.questions ?? own} illustrative={known !== undefined} />
      {documents.length > 0 && (
        <>
          <h4>{t('panel.documents')}</h4>
          <ul>{documents.map((one) => <DocumentRow key={one.id} document={one} canPlan={false} />)}</ul>
        </>
      )}
    </li>
  );
}
