import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { toast } from '../../ui/Toast.tsx';
import { AdministrationFields } from './AdministrationFields.tsx';
import { administrationFaults } from './administrationDraft.ts';
import type { AdministrationDraft } from './administrationDraft.ts';
import shared from '../shared/shared.module.css';

/** What others see of one's own administration. */
export function OwnAdministration(): ReactNode {
  const { t } = useTranslation(['identity', 'common']);
  const { me, refresh: refreshAccount } = useAccount();
  const refresh = useRefresh();
  const id = me.administration?.id ?? '';
  const [draft, setDraft] = useState<AdministrationDraft>(me.administration ?? { name: '', country: undefined, languages: [] });
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction((body: RouteBodyInput<'changeAdministration'>) => api('changeAdministration', { params: { administration: id }, body }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (administrationFaults(draft).length > 0 || draft.country === undefined) return;
    const done = await run({ name: draft.name, country: draft.country, languages: [...draft.languages] });
    if (!done?.ok) return;
    await Promise.all([refresh('administrations'), refreshAccount()]);
    toast(t('saved'));
  };
  return (
    <Page title={t('administration.own')} lead={t('administration.ownLead')} narrow>
      <form className={`${shared['card']} ${shared['form']}`} noValidate onSubmit={(event) => void submit(event)}>
        <AdministrationFields value={draft} onChange={setDraft} tried={tried} />
        <ProblemNotice problem={problem} />
        <div className={shared['buttons']}><Button type="submit" look="primary" busy={busy}>{t('common:save')}</Button></div>
      </form>
    </Page>
  );
}
