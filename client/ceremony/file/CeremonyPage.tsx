import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { KindChip, PhaseChip } from '../../pages/shared/SessionChips.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Times } from '../../ui/Times.tsx';
import { Copies } from '../panel/Copies.tsx';
import { Prepare } from '../prepare/Prepare.tsx';
import { FiledCeremony, useCeremony } from '../source.tsx';
import shared from '../../pages/shared/shared.module.css';
import css from './CeremonyPage.module.css';

/** While somebody looks at it, others prepare and sign. */
const EVERY_MS = 5_000;

/** A ceremony outside of its room: prepared before, and its copies and record kept afterwards. */
export default function CeremonyPage(): ReactNode {
  const { session = '' } = useParams();
  const view = useApi('ceremony', { params: { session } }, { everyMs: EVERY_MS });
  return <Fetched of={view}>{(data) => <FiledCeremony view={data}><File /></FiledCeremony>}</Fetched>;
}

function File(): ReactNode {
  const { t } = useTranslation('ceremony');
  const { session, may } = useCeremony();
  const ended = session.phase === 'ended';
  return (
    <Page
      title={session.title}
      above={<div className={shared['chips']}><KindChip kind={session.kind} /><PhaseChip info={session} /></div>}
      lead={<Times start={session.startsAt} end={session.endsAt} zone={session.zone} withDay />}
      actions={(
        <>
          {!ended && <ButtonLink look="primary" to={`/room/${session.id}`}>{t('file.enter')}</ButtonLink>}
          <ButtonLink look="line" icon="back" to={`/sessions/${session.id}`}>{t('file.back')}</ButtonLink>
        </>
      )}
    >
      <div className={css['columns']}>
        {!ended && may('ceremony.prepare') && <section className={shared['card']} aria-labelledby="ceremony-prepare"><h2 id="ceremony-prepare">{t('panel.prepare')}</h2><Prepare /></section>}
        <section className={shared['card']} aria-labelledby="ceremony-copies"><h2 id="ceremony-copies">{t('panel.copies')}</h2><Copies /></section>
      </div>
    </Page>
  );
}
