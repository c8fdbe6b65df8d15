import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdministrationView } from '../../../protocol/routes/identity.ts';
import { useAccount } from '../../app/account.tsx';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { Button } from '../../ui/Button.tsx';
import { nameOfCountry, nameOfLanguage } from '../../ui/names.ts';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { AdministrationDialog } from './AdministrationDialog.tsx';
import { OwnAdministration } from './OwnAdministration.tsx';

/** One's own administration; for who manages the installation, all of them. */
export default function AdministrationPage(): ReactNode {
  const { me } = useAccount();
  return me.person?.rank === 'installation' ? <AllAdministrations /> : <OwnAdministration />;
}

function AllAdministrations(): ReactNode {
  const { t } = useTranslation('identity');
  const locale = useLocale();
  const administrations = useApi('administrations');
  const [dialog, setDialog] = useState<{ readonly administration?: AdministrationView }>();
  const languages = (tags: readonly string[]): string => new Intl.ListFormat(locale, { type: 'conjunction' }).format(tags.map((tag) => nameOfLanguage(tag, locale)));
  const columns: Column<AdministrationView>[] = [
    { id: 'name', header: t('administration.name'), as: 'main', cell: (one) => <b>{one.name}</b> },
    { id: 'country', header: t('administration.country'), cell: (one) => nameOfCountry(one.country, locale) },
    { id: 'languages', header: t('administration.languages'), cell: (one) => languages(one.languages) },
    {
      id: 'change', header: t('people.actions'), as: 'actions',
      cell: (one) => <Button look="line" aria-label={t('administration.changeNamed', { name: one.name })} onClick={() => setDialog({ administration: one })}>{t('administration.change')}</Button>,
    },
  ];
  return (
    <Page
      title={t('administration.all')} lead={t('administration.allLead')}
      actions={<Button look="primary" icon="plus" onClick={() => setDialog({})}>{t('administration.add')}</Button>}
    >
      <Fetched of={administrations}>
        {(data) => <Table label={t('administration.all')} columns={columns} rows={data.administrations} keyOf={(one) => one.id} />}
      </Fetched>
      {dialog && <AdministrationDialog administration={dialog.administration} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}
