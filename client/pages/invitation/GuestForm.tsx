import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { CountryField } from '../../ui/CountryField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LanguageField } from '../../ui/LanguageField.tsx';
import shared from '../shared/shared.module.css';

interface Props {
  readonly busy: boolean;
  readonly onEnter: (body: RouteBodyInput<'acceptInvitation'>) => Promise<void>;
}

/** Who a guest is, as the others will see them. */
export function GuestForm({ busy, onEnter }: Props): ReactNode {
  const { t } = useTranslation(['pages', 'identity']);
  const [name, setName] = useState('');
  const [administrationName, setAdministrationName] = useState('');
  const [country, setCountry] = useState<string>();
  const [language, setLanguage] = useState<string>(useUiLanguage());
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || administrationName.trim() === '' || country === undefined) return;
    void onEnter({ name, administrationName, country, language });
  };
  return (
    <form className={`${shared['card']} ${shared['form']}`} noValidate onSubmit={submit}>
      <div className={shared['section']}>
        <h2>{t('invitation.who')}</h2>
        <p className={shared['muted']}>{t('invitation.whoText')}</p>
      </div>
      <TextField
        label={t('identity:name')} autoComplete="name" maxLength={limits.nameChars} value={name} onChange={setName}
        error={tried && name.trim() === '' ? t('identity:faults.name') : undefined}
      />
      <TextField
        label={t('invitation.administration')} hint={t('invitation.administrationHint')} autoComplete="organization" maxLength={limits.nameChars}
        value={administrationName} onChange={setAdministrationName}
        error={tried && administrationName.trim() === '' ? t('invitation.faults.administration') : undefined}
      />
      <CountryField
        label={t('identity:administration.country')} value={country} onChange={setCountry}
        error={tried && country === undefined ? t('identity:faults.country') : undefined}
      />
      <LanguageField label={t('invitation.language')} hint={t('invitation.languageHint')} value={language} onChange={setLanguage} />
      <div className={shared['buttons']}><Button type="submit" look="primary" busy={busy}>{t('session.enter')}</Button></div>
    </form>
  );
}
