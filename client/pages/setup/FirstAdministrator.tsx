import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../protocol/routes/identity.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { api } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { useAction } from '../../app/useAction.ts';
import { deviceZone } from '../../app/zone.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { ZoneField } from '../../ui/ZoneField.tsx';
import { AdministrationFields } from '../administration/AdministrationFields.tsx';
import { administrationFaults } from '../administration/administrationDraft.ts';
import type { AdministrationDraft } from '../administration/administrationDraft.ts';
import { NameAndEmail } from '../people/NameAndEmail.tsx';
import { personFaults } from '../people/personDraft.ts';
import { NewPassword } from './NewPassword.tsx';
import { passwordLeastChars } from './password.ts';
import shared from '../shared/shared.module.css';

/** Makes an installation real: its first administration and the person who manages it. */
export function FirstAdministrator({ token, onDone }: { readonly token: string; readonly onDone: (me: Me) => Promise<void> }): ReactNode {
  const { t } = useTranslation('identity');
  const language = useUiLanguage();
  const [administration, setAdministration] = useState<AdministrationDraft>({ name: '', country: undefined, languages: [language] });
  const [person, setPerson] = useState({ name: '', email: '' });
  const [zone, setZone] = useState(deviceZone);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction((body: RouteBodyInput<'completeSetup'>) => api('completeSetup', { params: { token }, body }));

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    const { name, country, languages } = administration;
    if (administrationFaults(administration).length > 0 || country === undefined || personFaults(person).length > 0 || password.length < passwordLeastChars) return;
    const done = await run({ password, person: { ...person, language, zone }, administration: { name, country, languages: [...languages] } });
    if (done?.ok) await onDone(done.value);
  };

  return (
    <Page title={t('setup.firstTitle')} lead={t('setup.firstLead')}>
      <form className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <section className={shared['card']}>
          <h2>{t('setup.yourAdministration')}</h2>
          <AdministrationFields value={administration} onChange={setAdministration} tried={tried} />
        </section>
        <section className={shared['card']}>
          <h2>{t('setup.you')}</h2>
          <NameAndEmail value={person} onChange={setPerson} tried={tried} own />
          <ZoneField hint={t('zoneHint')} value={zone} onChange={setZone} />
          <NewPassword label={t('newPassword.label')} value={password} onChange={setPassword} tried={tried} />
        </section>
        <ProblemNotice problem={problem} />
        <div className={shared['buttons']}><Button type="submit" look="primary" busy={busy}>{t('setup.finish')}</Button></div>
      </form>
    </Page>
  );
}
