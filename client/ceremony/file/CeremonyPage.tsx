import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { SessionFile } from '../../pages/shared/SessionFile.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
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
  const { t } = useTranslation(['ceremony', 'verify']);
  const { session, may } = useCeremony();
  const ended = session.phase === 'ended';
  return (
    <SessionFile session={session}>
      <div className={css['columns']}>
        {!ended && may('ceremony.prepare') && <section className={shared['card']} aria-labelledby="ceremony-prepare"><h2 id="ceremony-prepare">{t('panel.prepare')}</h2><Prepare /></section>}
        <section className={shared['card']} aria-labelledby="ceremony-copies"><h2 id="ceremony-copies">{t('panel.copies')}</h2><Copies /><div><ButtonLink look="quiet" icon="check" to="/verify" target="_blank">{t('verify:title')}</ButtonLink></div></section>
      </div>
    </SessionFile>
  );
}
