import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { KindName } from '../../../protocol/kinds.ts';
import type { RouteBodyInput, RouteReply } from '../../../protocol/routes/table.ts';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { Loading } from '../../app/Loading.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { roomPath } from '../../app/paths.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Times } from '../../ui/Times.tsx';
import { KindChip } from '../shared/SessionChips.tsx';
import { AsPerson } from './AsPerson.tsx';
import { GuestForm } from './GuestForm.tsx';
import shared from '../shared/shared.module.css';
import css from './Invitation.module.css';

/** An invitation link: what it is to, and the way in for a guest. */
export default function InvitationPage(): ReactNode {
  const { t } = useTranslation('pages');
  const { token = '' } = useParams();
  const invitation = useApi('readInvitation', { params: { token } });
  if (invitation.error && !invitation.data) {
    return (
      <Page title={t('invitation.badTitle')}>
        <ProblemNotice problem={invitation.error.problem} />
        <div><ButtonLink look="line" to="/">{t('notFound.home')}</ButtonLink></div>
      </Page>
    );
  }
  return invitation.data ? <Invitation token={token} invitation={invitation.data} /> : <Loading />;
}

function Invitation({ token, invitation }: { readonly token: string; readonly invitation: RouteReply<'readInvitation'> }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const locale = useLocale();
  const { me, refresh } = useAccount();
  const { run, busy, problem } = useAction((body: RouteBodyInput<'acceptInvitation'>) => api('acceptInvitation', { params: { token }, body }));
  const accept = async (body: RouteBodyInput<'acceptInvitation'>): Promise<void> => {
    const done = await run(body);
    if (!done?.ok) return;
    await refresh();
    // The room is a document of its own.
    location.assign(roomPath(done.value.session));
  };
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(invitation.languages.map((tag) => nameOfLanguage(tag, locale)));
  return (
    <Page
      title={invitation.title}
      above={<div className={shared['chips']}><KindChip kind={invitation.kind as KindName} /></div>}
      lead={t('invitation.by', { administration: invitation.administrationName })}
    >
      <dl className={css['facts']}>
        <div><dt>{t('invitation.when')}</dt><dd><Times start={invitation.startsAt} end={invitation.endsAt} zone={invitation.zone} withDay /></dd></div>
        <div><dt>{t('invitation.as')}</dt><dd>{t(`kinds:role.${invitation.role}`)}</dd></div>
        <div><dt>{t('session.facts.languages')}</dt><dd>{languages}</dd></div>
      </dl>
      {me.person && me.administration
        ? <AsPerson person={me.person} administration={me.administration} busy={busy} onEnter={accept} />
        : <GuestForm busy={busy} onEnter={accept} />}
      <ProblemNotice problem={problem} />
    </Page>
  );
}
