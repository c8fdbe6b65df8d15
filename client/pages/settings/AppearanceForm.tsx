import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../protocol/limits.ts';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LanguageField } from '../../ui/LanguageField.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { ZoneField } from '../../ui/ZoneField.tsx';
import shared from '../shared/shared.module.css';

/** How one appears to others, and in which language and zone one reads. */
export function AppearanceForm(): ReactNode {
  const { t } = useTranslation(['identity', 'common']);
  const { me, become } = useAccount();
  const [name, setName] = useState(me.person?.name ?? '');
  const [language, setLanguage] = useState(me.person?.language ?? 'en');
  const [zone, setZone] = useState(me.person?.zone ?? 'UTC');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(() => api('changeMe', { body: { name, language, zone } }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    const done = await run();
    if (!done?.ok) return;
    await become(done.value);
    toast(t('saved'));
  };
  return (
    <form className={`${shared['card']} ${shared['form']}`} noValidate onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('name')} hint={t('nameHint')} autoComplete="name" maxLength={limits.nameChars} value={name} onChange={setName}
        error={tried && name.trim() === '' ? t('faults.name') : undefined}
      />
      <LanguageField label={t('language')} hint={t('settings.languageHint')} value={language} onChange={setLanguage} />
      <ZoneField hint={t('zoneHint')} value={zone} onChange={setZone} />
      <ProblemNotice problem={problem} />
      <div className={shared['buttons']}><Button type="submit" look="primary" busy={busy}>{t('common:save')}</Button></div>
    </form>
  );
}
