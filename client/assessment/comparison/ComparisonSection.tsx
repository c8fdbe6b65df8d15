import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { FormDialog } from '../case/FormDialog.tsx';
import { useCase, useSideName } from '../case/source.tsx';
import { useForm } from '../case/useForm.ts';
import { ComparisonView } from './ComparisonView.tsx';
import shared from '../../pages/shared/shared.module.css';

/** The comparisons of a case: the one that is looked at, and beginning another. */
export function ComparisonSection(): ReactNode {
  const { t } = useTranslation('comparison');
  const { file: { comparisons, plan }, may } = useCase();
  const [chosen, setChosen] = useState<string>();
  const [adds, setAdds] = useState(false);
  const all = Object.values(comparisons);
  const shown = all.find(({ id }) => id === chosen) ?? all[0];
  const name = (id: string): string => plan.programmes[id]?.name ?? '—';
  const begin = may('case.compare') && <Button look={shown ? 'quiet' : 'primary'} icon="plus" onClick={() => setAdds(true)}>{t('begin.title')}</Button>;
  return (
    <section className={shared['section']}>
      {!shown && <EmptyState icon="columns" title={t('begin.none')} actions={begin}>{t('begin.noneText')}</EmptyState>}
      {all.length > 1 && shown && (
        <Select label={t('begin.which')} value={shown.id} onChange={setChosen} options={all.map((one) => ({ value: one.id, label: `${name(one.left)} – ${name(one.right)}` }))} />
      )}
      {shown && <ComparisonView key={shown.id} comparison={shown.id} />}
      {shown && <div>{begin}</div>}
      {adds && <BeginDialog onClose={() => setAdds(false)} />}
    </section>
  );
}

function BeginDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('comparison');
  const { file: { plan }, me, send } = useCase();
  const side = useSideName();
  const programmes = Object.values(plan.programmes);
  const [left, setLeft] = useState(() => programmes.find(({ administration }) => administration === me.administration)?.id);
  const [right, setRight] = useState(() => programmes.find(({ administration }) => administration !== me.administration)?.id);
  const options = (without: string | undefined) => {
    const other = programmes.find(({ id }) => id === without)?.administration;
    return programmes.filter(({ administration }) => administration !== other).map((one) => ({ value: one.id, label: one.name, detail: side(one.administration) }));
  };
  const form = useForm(left === undefined || right === undefined ? undefined : () => send('matrix.begin', { left, right }), onClose);
  return (
    <FormDialog title={t('begin.title')} form={form} onClose={onClose} verb={t('begin.now')}>
      <p className={shared['muted']}>{t('begin.text')}</p>
      <Select label={t('begin.left')} value={left} onChange={setLeft} options={options(right)} {...(form.tried && left === undefined ? { error: t('begin.missing') } : {})} />
      <Select label={t('begin.right')} value={right} onChange={setRight} options={options(left)} {...(form.tried && right === undefined ? { error: t('begin.missing') } : {})} />
    </FormDialog>
  );
}
