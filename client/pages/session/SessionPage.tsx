import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { may } from '../../../protocol/kinds.ts';
import type { Role } from '../../../protocol/kinds.ts';
import { refusalOutside } from '../../../protocol/live/outside.ts';
import type { Permission } from '../../../protocol/permissions.ts';
import type { SessionDetails } from '../../../protocol/routes/sessions.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { sessionFile } from '../../app/sessionFile.ts';
import { roomPath } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Times } from '../../ui/Times.tsx';
import { KindChip, PhaseChip } from '../shared/SessionChips.tsx';
import { DecksSection } from './decks/DecksSection.tsx';
import { InvitationsSection } from './invitations/InvitationsSection.tsx';
import { PeopleSection } from './people/PeopleSection.tsx';
import { SessionFacts } from './SessionFacts.tsx';
import { SessionTools } from './SessionTools.tsx';
import shared from '../shared/shared.module.css';

/** A session before and after one is in it: what was agreed, who comes, links for guests, decks. */
export default function SessionPage(): ReactNode {
  const { session = '' } = useParams();
  const details = useApi('session', { params: { session } }, { everyMs: 15_000 });
  return <Fetched of={details}>{(data) => <Details details={data} />}</Fetched>;
}

function Details({ details }: { readonly details: SessionDetails }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const { info, role, participant } = details.summary;
  const ended = info.phase === 'ended';
  const file = sessionFile(info, role as Role);
  const me = details.participants.find(({ id }) => id === participant);
  const can = (permission: Permission): boolean => !ended && me !== undefined && may(info.kind, role, permission) && refusalOutside({ session: info }, me, permission) === undefined;
  return (
    <Page
      title={info.title}
      above={<div className={shared['chips']}><KindChip kind={info.kind} /><PhaseChip info={info} /></div>}
      lead={<Times start={info.startsAt} end={info.endsAt} zone={info.zone} withDay />}
      actions={(
        <>
          {!ended && <ButtonLink look="primary" to={roomPath(info.id)}>{t('session.enter')}</ButtonLink>}
          {file && <ButtonLink look={ended ? 'primary' : 'line'} icon="document" to={file.to}>{t(`kinds:file.${file.of}`)}</ButtonLink>}
          {can('class.lead') && <ButtonLink look="line" icon="edit" to={`/sessions/${info.id}/class`}>{t('session.class')}</ButtonLink>}
          <SessionTools info={info} mayManage={can('session.manage')} />
        </>
      )}
    >
      <SessionFacts summary={details.summary} />
      <PeopleSection details={details} mayAssign={can('participant.assign')} />
      {can('invitation.manage') && <InvitationsSection info={info} role={role} />}
      <DecksSection info={info} decks={details.decks} mayManage={can('deck.manage')} />
    </Page>
  );
}
