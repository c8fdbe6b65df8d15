import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionSummary } from '../../../protocol/routes/sessions.ts';
import { roomPath } from '../../app/paths.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Times } from '../../ui/Times.tsx';
import { KindChip, PhaseChip } from '../shared/SessionChips.tsx';
import shared from '../shared/shared.module.css';
import css from './NextSession.module.css';

/** The next session as the main thing on the screen: what, when, as whom, and the way in. */
export function NextSession({ session }: { readonly session: SessionSummary }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  const { info } = session;
  return (
    <section className={css['next']} aria-labelledby="next-session">
      <div className={css['words']}>
        <div className={shared['chips']}><KindChip kind={info.kind} /><PhaseChip info={info} /></div>
        <h2 className={css['title']} id="next-session">{info.title}</h2>
        <Times start={info.startsAt} end={info.endsAt} zone={info.zone} withDay />
        <div className={css['facts']}>
          <span className={css['fact']}><Icon name="building" size={18} />{t('session.hostedBy', { name: session.administrationName })}</span>
          <span className={css['fact']}><Icon name="person" size={18} />{t('session.youAre', { role: t(`kinds:role.${session.role}`) })}</span>
          <span className={css['fact']}><Icon name="people" size={18} />{t('session.people', { count: session.participants })}{session.present > 0 && <> · {t('session.present', { count: session.present })}</>}</span>
        </div>
      </div>
      <div className={css['actions']}>
        <ButtonLink look="primary" to={roomPath(info.id)}>{t('session.enter')}</ButtonLink>
        <ButtonLink look="line" to={`/sessions/${info.id}`}>{t('session.details')}</ButtonLink>
      </div>
    </section>
  );
}
