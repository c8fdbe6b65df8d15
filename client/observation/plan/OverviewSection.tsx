import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { CountryField } from '../../ui/CountryField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { nameOfCountry } from '../../ui/names.ts';
import { toast } from '../../ui/Toast.tsx';
import { useVisit } from '../source.tsx';
import { mayPlan } from './mayPlan.ts';
import { StageChoice } from './StageChoice.tsx';
import { useTyped } from './typed.ts';
import shared from '../../pages/shared/shared.module.css';
import css from './plan.module.css';

/** Which part the visit is in, and whom it is about. */
export function OverviewSection(): ReactNode {
  const visit = useVisit();
  return (
    <>
      <StageChoice />
      {mayPlan(visit) ? <OperatorForm /> : <OperatorFacts />}
    </>
  );
}

const operatorFields = ['name', 'identifier', 'country', 'business'] as const;
const premisesFields = ['name', 'address'] as const;

function OperatorForm(): ReactNode {
  const { t } = useTranslation(['visit', 'common']);
  const { observation, run } = useVisit();
  const operator = useTyped(observation.plan.operator);
  const premises = useTyped(observation.plan.premises);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const nameless = operator.value.name.trim() === '';
  const isChanged = operator.isChanged || premises.isChanged;

  const save = async (): Promise<void> => {
    setTried(true);
    if (nameless) return;
    setBusy(true);
    const changes = { operator: operator.changes, premises: premises.changes };
    const saved = await run('visit.describe', changes);
    setBusy(false);
    if (saved === undefined) return;
    operator.sent(changes.operator);
    premises.sent(changes.premises);
    toast(t('overview.saved'));
  };
  return (
    <form
      className={css['card']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 className={css['sub']}>{t('overview.operator')}</h3>
      <div className={shared['pair']}>
        <TextField
          label={t('overview.name')} value={operator.value.name} maxLength={limits.titleChars} onChange={(value) => operator.set('name', value)}
          error={tried && nameless ? t('overview.nameMissing') : undefined}
        />
        <TextField label={t('overview.identifier')} optional value={operator.value.identifier} maxLength={limits.titleChars} onChange={(value) => operator.set('identifier', value)} />
      </div>
      <div className={shared['pair']}>
        <CountryField label={t('overview.country')} optional value={operator.value.country || undefined} onChange={(value) => operator.set('country', value)} />
        <TextField label={t('overview.business')} optional value={operator.value.business} maxLength={limits.titleChars} onChange={(value) => operator.set('business', value)} />
      </div>
      <h3 className={css['sub']}>{t('overview.premises')}</h3>
      <div className={shared['pair']}>
        <TextField label={t('overview.site')} optional value={premises.value.name} maxLength={limits.titleChars} onChange={(value) => premises.set('name', value)} />
        <TextField label={t('overview.address')} optional value={premises.value.address} maxLength={limits.titleChars} onChange={(value) => premises.set('address', value)} />
      </div>
      <div className={css['saveRow']}>
        <Button type="submit" look="primary" busy={busy} disabled={!isChanged}>{t('common:save')}</Button>
        {isChanged && <Button look="quiet" onClick={() => { operator.forget(); premises.forget(); }}>{t('overview.discard')}</Button>}
        {isChanged && <span className={css['hint']} role="status">{t('overview.unsaved')}</span>}
      </div>
    </form>
  );
}

function OperatorFacts(): ReactNode {
  const { t } = useTranslation('visit');
  const locale = useLocale();
  const { operator, premises } = useVisit().observation.plan;
  return (
    <dl className={`${css['card']} ${css['facts']}`}>
      {operatorFields.map((field) => (
        <Fact key={field} name={t(`overview.${field}`)}>{field === 'country' && operator.country !== '' ? nameOfCountry(operator.country, locale) : operator[field]}</Fact>
      ))}
      {premisesFields.map((field) => <Fact key={field} name={t(field === 'name' ? 'overview.site' : 'overview.address')}>{premises[field]}</Fact>)}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }): ReactNode {
  const { t } = useTranslation('visit');
  return <div><dt>{name}</dt><dd>{children === '' ? <span className={css['unknown']}>{t('notSaid')}</span> : children}</dd></div>;
}
