import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../../ui/DateField.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useCase } from '../source.tsx';
import { useDay } from '../useDay.ts';
import { useForm } from '../useForm.ts';
import shared from '../../../pages/shared/shared.module.css';
import css from '../case.module.css';

/** Signed is not effective: two dates. */
export function DatesCard(): ReactNode {
  const { t } = useTranslation('case');
  const day = useDay();
  const { file: { plan }, may } = useCase();
  const [open, setOpen] = useState(false);
  return (
    <section className={shared['card']}>
      <div className={shared['sectionHead']}>
        <h2>{t('dates.title')}</h2>
        {may('case.plan') && <IconButton icon="edit" label={t('dates.change')} onClick={() => setOpen(true)} />}
      </div>
      <dl className={css['facts']}>
        <div><dt>{t('dates.signed')}</dt><dd>{plan.signedOn === undefined ? t('dates.notYet') : day(plan.signedOn)}</dd></div>
        <div><dt>{t('dates.effective')}</dt><dd>{plan.effectiveOn === undefined ? t('dates.notYet') : day(plan.effectiveOn)}</dd></div>
      </dl>
      <p className={`${shared['small']} ${shared['muted']}`}>{t('dates.about')}</p>
      {open && <DatesDialog onClose={() => setOpen(false)} />}
    </section>
  );
}

function DatesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('case');
  const { file: { plan }, send } = useCase();
  const [signed, setSigned] = useState(plan.signedOn);
  const [effective, setEffective] = useState(plan.effectiveOn);
  const isTurned = signed !== undefined && effective !== undefined && effective < signed;
  const form = useForm(isTurned ? undefined : () => send('case.date', { signedOn: signed ?? null, effectiveOn: effective ?? null }), onClose);
  return (
    <FormDialog title={t('dates.title')} form={form} onClose={onClose}>
      <DateField label={t('dates.signed')} optional value={signed} onChange={setSigned} />
      <DateField label={t('dates.effective')} optional value={effective} onChange={setEffective} {...(form.tried && isTurned ? { error: t('dates.turned') } : {})} />
    </FormDialog>
  );
}
