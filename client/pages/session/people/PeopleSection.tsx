import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rolesOf } from '../../../../protocol/kinds.ts';
import type { Role } from '../../../../protocol/kinds.ts';
import { refusalToAssign, refusalToUninvite } from '../../../../protocol/live/managing.ts';
import type { Participant } from '../../../../protocol/live/participants.ts';
import type { SessionDetails } from '../../../../protocol/routes/sessions.ts';
import { useLocale } from '../../../i18n/useLocale.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { nameOfCountry } from '../../../ui/names.ts';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { PersonLine } from '../../shared/PersonLine.tsx';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import { AssignedRole } from './AssignedRole.tsx';
import { PresenceChip } from './PresenceChip.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import shared from '../../shared/shared.module.css';

/** Who is on the list, with roles; whoever assigns them can change it here. */
export function PeopleSection({ details, mayAssign }: { readonly details: SessionDetails; readonly mayAssign: boolean }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const locale = useLocale();
  const [adds, setAdds] = useState(false);
  const [removes, setRemoves] = useState<Participant>();
  const { info, participant: me } = details.summary;
  const people = details.participants.toSorted((a, b) => a.order - b.order);
  const all = { session: info, participants: Object.fromEntries(people.map((one) => [one.id, one])) };
  const mine = all.participants[me];
  const rolesFor = (one: Participant): readonly Role[] => !mayAssign || !mine || one.presence === 'banned'
    ? []
    : rolesOf(info.kind).filter((role) => role === one.role || refusalToAssign(all, mine, one, role) === undefined);

  const columns: Column<Participant>[] = [
    {
      id: 'name', header: t('people.name'), as: 'main',
      cell: (one) => <PersonLine name={one.name} below={one.id === me ? t('people.you') : one.invitation === undefined ? undefined : t('people.guest')} />,
    },
    {
      id: 'administration', header: t('people.administration'),
      cell: (one) => <span>{one.administrationName}<br /><span className={`${shared['small']} ${shared['muted']}`}>{nameOfCountry(one.country, locale)}</span></span>,
    },
    {
      id: 'role', header: t('people.role'),
      cell: (one) => (rolesFor(one).length > 1 ? <AssignedRole session={info.id} kind={info.kind} participant={one} among={rolesFor(one)} /> : t(`kinds:role.${one.role}`)),
    },
    { id: 'presence', header: t('people.presence'), as: 'tight', cell: (one) => <PresenceChip participant={one} ended={info.phase === 'ended'} /> },
  ];
  if (mayAssign && mine) {
    columns.push({
      id: 'remove', header: t('table.actions'), as: 'corner',
      cell: (one) => (one.id !== me && one.presence !== 'banned' && refusalToUninvite(all, mine, one) === undefined && <IconButton icon="close" label={t('people.takeOff', { name: one.name })} onClick={() => setRemoves(one)} />),
    });
  }

  return (
    <section className={shared['section']}>
      <div className={shared['sectionHead']}>
        <h2>{t('people.title', { count: people.length })}</h2>
        {mayAssign && <Button look="line" icon="addPerson" onClick={() => setAdds(true)}>{t('people.add')}</Button>}
      </div>
      <Table label={t('people.title', { count: people.length })} columns={columns} rows={people} keyOf={(one) => one.id} />
      {adds && <AddPeopleDialog details={details} onClose={() => setAdds(false)} />}
      {removes && <RemoveDialog session={info.id} participant={removes} onClose={() => setRemoves(undefined)} />}
    </section>
  );
}
