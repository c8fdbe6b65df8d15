import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdministrationView } from '../../../protocol/routes/identity.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { AdministrationFields } from './AdministrationFields.tsx';
import { administrationFaults } from './administrationDraft.ts';
import type { AdministrationDraft } from './administrationDraft.ts';
import shared from '../shared/shared.module.css';

interface Props {
  /** Absent: a new one. */
  readonly administration: AdministrationView | undefined;
  readonly onClose: () => void;
}

/** Adds an administration, or changes one. */
export function AdministrationDialog({ administration, onClose }: Props): ReactNode {
  const { t } = useTranslation(['identity', 'common']);
  const form = useId();
  const { refresh: refreshAccount } = useAccount();
  const refresh = useRefresh();
  const [draft, setDraft] = useState<AdministrationDraft>(administration ?? { name: '', country: undefined, languages: [] });
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction((body: RouteBodyInput<'createAdministration'>) => (administration
    ? api('changeAdministration', { params: { administration: administration.id }, body })
    : api('createAdministration', { body })));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (administrationFaults(draft).length > 0 || draft.country === undefined) return;
    const done = await run({ name: draft.name, country: draft.country, languages: [...draft.languages] });
    if (!done?.ok) return;
    await Promise.all([refresh('administrations'), refreshAccount()]);
    onClose();
  };
  return (
    <Dialog
      title={administration ? t('administration.changeNamed', { name: administration.name }) : t('administration.add')} onClose={onClose}
      actions={<><Button look="line" onClick={onClose}>{t('common:cancel')}</Button><Button type="submit" form={form} look="primary" busy={busy}>{t('common:save')}</Button></>}
    >
      <form id={form} className={shared['form']} noValidate onSubmit={(event) => void submit(event)}>
        <AdministrationFields value={draft} onChange={setDraft} tried={tried} />
        <ProblemNotice problem={problem} />
      </form>
    </Dialog>
  );
}
