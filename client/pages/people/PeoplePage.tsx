import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../protocol/routes/identity.ts';
import { useAccount } from '../../app/account.tsx';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { PersonLine } from '../shared/PersonLine.tsx';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import type { MadeLink } from './madeLink.ts';
import { PersonActions } from './PersonActions.tsx';
import shared from '../shared/shared.module.css';

/** The people whom an administrator manages. */
export default function PeoplePage(): ReactNode {
  const { t } = useTranslation('identity');
  const { me } = useAccount();
  const people = useApi('people');
  const [adds, setAdds] = useState(false);
  const [made, setMade] = useState<MadeLink>();
  return (
    <Page
      title={t('people.title')} lead={me.person?.rank === 'installation' ? t('people.leadAll') : t('people.lead', { administration: me.administration?.name ?? '' })}
      actions={<Button look="primary" icon="addPerson" onClick={() => setAdds(true)}>{t('people.add')}</Button>}
    >
      <Fetched of={people}>{(data) => <List people={data.people} onLink={setMade} />}</Fetched>
      {adds && <AddPersonDialog onClose={() => setAdds(false)} onMade={(link) => {
        setAdds(false);
        setMade(link);
      }} />}
      {made && <LinkDialog made={made} onClose={() => setMade(undefined)} />}
    </Page>
  );
}

const many = 10;

function List({ people, onLink }: { readonly people: readonly PersonView[]; readonly onLink: (made: MadeLink) => void }): ReactNode {
  const { t } = useTranslation('identity');
  const { me } = useAccount();
  const [text, setText] = useState('');
  const administrations = useApi('administrations');
  const all = me.person?.rank === 'installation';
  const wanted = text.trim().toLocaleLowerCase();
  const nameOf = (id: string): string => administrations.data?.administrations.find((one) => one.id === id)?.name ?? '';
  const found = people
    .filter((person) => `${person.name} ${person.email} ${nameOf(person.administration)}`.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => a.name.localeCompare(b.name));

  const columns: Column<PersonView>[] = [
    { id: 'name', header: t('name'), as: 'main', cell: (one) => <PersonLine name={one.name} below={one.email} /> },
    ...(all ? [{ id: 'administration', header: t('people.administration'), cell: (one: PersonView) => nameOf(one.administration) }] : []),
    { id: 'rank', header: t('people.rank'), cell: (one) => t(`rank.${one.rank}`) },
    {
      id: 'state', header: t('people.state'), as: 'tight',
      cell: (one) => <Chip tone={one.state === 'active' ? 'ok' : one.state === 'invited' ? 'warn' : 'stop'} icon={one.state === 'invited' ? 'mail' : undefined}>{t(`state.${one.state}`)}</Chip>,
    },
    { id: 'actions', header: t('people.actions'), as: 'corner', cell: (one) => <PersonActions person={one} onLink={onLink} /> },
  ];
  return (
    <div className={shared['section']}>
      {people.length > many && <SearchField label={t('people.search')} value={text} onChange={setText} />}
      {found.length === 0
        ? <EmptyState icon="search" title={t('people.notFound')} />
        : <Table label={t('people.title')} columns={columns} rows={found} keyOf={(one) => one.id} />}
    </div>
  );
}
