import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../protocol/kinds.ts';
import type { SessionInfo } from '../../../../protocol/live/session.ts';
import type { InvitationView } from '../../../../protocol/routes/sessions.ts';
import { Fetched } from '../../../app/Fetched.tsx';
import { useApi } from '../../../app/queries.ts';
import { useViewerZone } from '../../../app/zone.ts';
import { useLocale } from '../../../i18n/useLocale.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { dayAndTime } from '../../../ui/timeFormats.ts';
import { useNow } from '../../../ui/Times.tsx';
import { CreateInvitationDialog } from './CreateInvitationDialog.tsx';
import { RevokeDialog } from './RevokeDialog.tsx';
import shared from '../../shared/shared.module.css';

/** The links by which guests come, each for one role. */
export function InvitationsSection({ info, role }: { readonly info: SessionInfo; readonly role: string }): ReactNode {
  const { t } = useTranslation('pages');
  const invitations = useApi('invitations', { params: { session: info.id } });
  const [creates, setCreates] = useState(false);
  return (
    <section className={shared['section']}>
      <div className={shared['sectionHead']}>
        <h2>{t('invitations.title')}</h2>
        <Button look="line" icon="link" onClick={() => setCreates(true)}>{t('invitations.create')}</Button>
      </div>
      <Fetched of={invitations}>
        {({ invitations: all }) => (all.length === 0
          ? <EmptyState icon="link" title={t('invitations.none.title')}>{t('invitations.none.text')}</EmptyState>
          : <List session={info.id} invitations={all} />)}
      </Fetched>
      {creates && <CreateInvitationDialog info={info} ownRole={role as Role} onClose={() => setCreates(false)} />}
    </section>
  );
}

function List({ session, invitations }: { readonly session: string; readonly invitations: readonly InvitationView[] }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const locale = useLocale();
  const zone = useViewerZone();
  const now = useNow(60_000);
  const [revokes, setRevokes] = useState<InvitationView>();
  const columns: Column<InvitationView>[] = [
    { id: 'label', header: t('invitations.for'), as: 'main', cell: (one) => <b>{one.label}</b> },
    { id: 'role', header: t('people.role'), cell: (one) => t(`kinds:role.${one.role}`) },
    { id: 'until', header: t('invitations.until'), cell: (one) => <span className={shared['num']}>{dayAndTime(one.expiresAt, zone, locale)}</span> },
    { id: 'guests', header: t('invitations.guests'), as: 'tight', cell: (one) => <span className={shared['num']}>{one.guests}</span> },
    {
      id: 'state', header: t('table.state'), as: 'tight',
      cell: (one) => (one.revoked
        ? <Chip tone="stop">{t('invitations.revoked')}</Chip>
        : one.expiresAt <= now ? <Chip icon="clock">{t('invitations.expired')}</Chip> : <Chip tone="ok">{t('invitations.valid')}</Chip>),
    },
    {
      id: 'revoke', header: t('table.actions'), as: 'actions',
      cell: (one) => (!one.revoked && <Button look="stopLine" aria-label={t('invitations.revokeNamed', { name: one.label })} onClick={() => setRevokes(one)}>{t('invitations.revoke')}</Button>),
    },
  ];
  return (
    <>
      <Table label={t('invitations.title')} columns={columns} rows={invitations} keyOf={(one) => one.id} />
      {revokes && <RevokeDialog session={session} invitation={revokes} onClose={() => setRevokes(undefined)} />}
    </>
  );
}
