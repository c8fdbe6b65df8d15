import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnCriterion } from '../../../protocol/observation/scope.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useCriteria } from '../../app/criteria.ts';
import type { Criterion } from '../../app/criteria.ts';
import { useVisit } from '../source.tsx';
import { CriterionDialog } from './CriterionDialog.tsx';
import { mayPlan } from './mayPlan.ts';
import { Questions } from './Questions.tsx';
import { SentSwitch } from './SentSwitch.tsx';
import shared from '../../pages/shared/shared.module.css';
import css from './plan.module.css';

/** What the visit examines: conditions of the SAFE Framework, and an administration's own. */
export function CriteriaSection(): ReactNode {
  const { t } = useTranslation('visit');
  const visit = useVisit();
  const { scope } = visit.observation;
  const canPlan = mayPlan(visit);
  const { criteria, source } = useCriteria();
  const [edits, setEdits] = useState<{ readonly criterion?: OwnCriterion }>();
  const shown = canPlan ? criteria : criteria.filter((one) => scope.criteria.includes(one.id));
  const own = Object.values(scope.own).filter((one) => canPlan || scope.criteria.includes(one.id));
  const chooseAll = (): void => void visit.run('visit.scope', { criteria: [...criteria.map((one) => one.id), ...Object.keys(scope.own)] });
  return (
    <>
      <p className={css['hint']}>{t('criteria.chosen', { count: scope.criteria.length })}</p>
      {shown.length + own.length === 0
        ? <EmptyState icon="check" title={t('criteria.none')}>{t('criteria.noneWait')}</EmptyState>
        : (
          <ul className={css['list']}>
            {shown.map((one) => <CriterionRow key={one.id} criterion={one} canPlan={canPlan} />)}
            {own.map((one) => <OwnRow key={one.id} criterion={one} canPlan={canPlan} onEdit={() => setEdits({ criterion: one })} />)}
          </ul>
        )}
      {canPlan && (
        <div className={shared['buttons']}>
          <Button look="line" icon="plus" onClick={() => setEdits({})}>{t('criteria.addOwn')}</Button>
          {scope.criteria.length < criteria.length + Object.keys(scope.own).length && <Button look="line" icon="check" onClick={chooseAll}>{t('criteria.all')}</Button>}
        </div>
      )}
      <p className={css['hint']}>{source}</p>
      {edits && <CriterionDialog criterion={edits.criterion} onClose={() => setEdits(undefined)} />}
    </>
  );
}

function CriterionRow({ criterion, canPlan }: { readonly criterion: Criterion; readonly canPlan: boolean }): ReactNode {
  const { observation: { scope }, run } = useVisit();
  const name = `${criterion.id} · ${criterion.title}`;
  return (
    <li className={css['row']}>
      <div className={css['below']}>
        {canPlan
          ? <SentSwitch label={<b>{name}</b>} hint={criterion.about} checked={scope.criteria.includes(criterion.id)} onChange={(inScope) => run('visit.scope', { criterion: criterion.id, inScope })} />
          : <div className={css['words']}><b>{name}</b><p className={css['remark']}>{criterion.about}</p></div>}
        <Questions questions={criterion.questions} illustrative />
      </div>
    </li>
  );
}

interface OwnProps {
  readonly criterion: OwnCriterion;
  readonly canPlan: boolean;
  readonly onEdit: () => void;
}

function OwnRow({ criterion, canPlan, onEdit }: OwnProps): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const { observation: { scope }, run } = useVisit();
  const [removes, setRemoves] = useState(false);
  const questions = criterion.questions.map((text, index) => ({ id: String(index), text }));
  return (
    <li className={css['row']}>
      <div className={css['words']}>
        {canPlan
          ? <SentSwitch label={<b>{criterion.title}</b>} checked={scope.criteria.includes(criterion.id)} onChange={(inScope) => run('visit.scope', { criterion: criterion.id, inScope })} />
          : <b>{criterion.title}</b>}
        <Chip tone="accent" icon="building">{t('criteria.own')}</Chip>
      </div>
      {canPlan && (
        <Menu
          label={t('criteria.menu', { title: criterion.title })}
          groups={[{ id: 'criterion', entries: [
            { id: 'edit', label: t('change'), icon: 'edit', onAction: onEdit },
            { id: 'remove', label: t('remove'), icon: 'trash', danger: true, onAction: () => setRemoves(true) },
          ] }]}
        />
      )}
      {questions.length > 0 && <div className={css['below']}><Questions questions={questions} illustrative={false} /></div>}
      {removes && (
        <ConfirmDialog
          title={t('criteria.removeTitle', { title: criterion.title })} confirm={t('remove')} onClose={() => setRemoves(false)}
          onConfirm={() => {
            setRemoves(false);
            void run('visit.removeCriterion', { criterion: criterion.id });
          }}
        >
          {t('criteria.removeText')}
        </ConfirmDialog>
      )}
    </li>
  );
}
