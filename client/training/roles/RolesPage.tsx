import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointedRole } from '../../../protocol/training/roles.ts';
import type { RolesView } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import type { Problem } from '../../app/problem.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi, useRefresh } from '../../app/queries.ts';
import { PersonLine } from '../../pages/shared/PersonLine.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Switch } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import pages from '../../pages/shared/shared.module.css';

/** An administrator says who teaches and who coordinates. */
export default function RolesPage(): ReactNode {
  const { t } = useTranslation('training');
  const roles = useApi('trainingRoles');
  return (
    <Page title={t('roles.title')} lead={t('roles.lead')} actions={<ButtonLink look="line" icon="back" to="/training">{t('home.title')}</ButtonLink>}>
      <Fetched of={roles}>{({ people }) => <People people={people} />}</Fetched>
    </Page>
  );
}

type Row = RolesView['people'][number];

function People({ people }: { readonly people: readonly Row[] }): ReactNode {
  const { t } = useTranslation('training');
  const refresh = useRefresh();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const set = async ({ id, roles }: Row, role: AppointedRole, on: boolean): Promise<void> => {
    setProblem(undefined);
    const done = await api('setTrainingRoles', { params: { person: id }, body: { roles: on ? [...roles, role] : roles.filter((one) => one !== role) } });
    if (!done.ok) setProblem(done.error);
    await refresh('trainingRoles', 'training', 'edition');
  };
  const wanted = text.trim().toLocaleLowerCase();
  const columns: Column<Row>[] = [
    { id: 'name', header: t('roles.name'), as: 'main', cell: (one) => <PersonLine name={one.name} below={one.administrationName} /> },
    ...(['trainer', 'coordinator'] as const).map((role): Column<Row> => ({
      id: role, header: t(`role.${role}`), cell: (one) => <Switch label={t('roles.is', { name: one.name, role: t(`role.${role}`) })} checked={one.roles.includes(role)} onChange={(on) => void set(one, role, on)} />,
    })),
  ];
  return (
    <div className={pages['section']}>
      <SearchField label={t('people.find')} value={text} onChange={setText} />
      <ProblemNotice problem={problem} />
      <Table label={t('roles.title')} columns={columns} rows={people.filter(({ name, administrationName }) => `${name} ${administrationName}`.toLocaleLowerCase().includes(wanted))} keyOf={(one) => one.id} />
    </div>
  );
}
