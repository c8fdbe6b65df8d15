import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { Page } from '../../app/Page.tsx';
import { roomPath } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Times } from '../../ui/Times.tsx';
import { KindChip, PhaseChip } from './SessionChips.tsx';
import css from './shared.module.css';

/** The page of what a session prepares or leaves behind, with the ways to its room and to the session. `name`: what such a file is called. */
export function SessionFile({ session, name, children }: { readonly session: SessionInfo; readonly name?: string; readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('pages');
  return (
    <Page
      title={session.title}
      above={<div className={css['chips']}><KindChip kind={session.kind} />{name !== undefined && <Chip icon="document">{name}</Chip>}<PhaseChip info={session} /></div>}
      lead={<Times start={session.startsAt} end={session.endsAt} zone={session.zone} withDay />}
      actions={(
        <>
          {session.phase !== 'ended' && <ButtonLink look="primary" to={roomPath(session.id)}>{t('session.enter')}</ButtonLink>}
          <ButtonLink look="line" icon="back" to={`/sessions/${session.id}`}>{t('session.back')}</ButtonLink>
        </>
      )}
    >
      {children}
    </Page>
  );
}
