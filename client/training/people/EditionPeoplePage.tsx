import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { EditionPeople, EditionView } from '../../../protocol/training/views.ts';
import { address } from '../../app/address.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { useApi } from '../../app/queries.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/icons.tsx';
import { EditionFrame } from '../edition/EditionFrame.tsx';
import { EnrolDialog } from './EnrolDialog.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { RemindDialog } from './RemindDialog.tsx';
import { StatisticsTable } from './StatisticsTable.tsx';
import pages from '../../pages/shared/shared.module.css';

/** Who learns in an edition and how far they are; for a coordinator the people of their own administration. */
export default function EditionPeoplePage(): ReactNode {
  const { edition = '' } = useParams();
  const view = useApi('edition', { params: { edition } });
  const people = useApi('editionPeople', { params: { edition } }, { everyMs: 30_000 });
  return <Fetched of={view}>{(data) => <Fetched of={people}>{(list) => <People view={data} list={list} />}</Fetched>}</Fetched>;
}

function People({ view, list }: { readonly view: EditionView; readonly list: EditionPeople }): ReactNode {
  const { t } = useTranslation('training');
  const [enrols, setEnrols] = useState(false);
  const [reminds, setReminds] = useState<readonly string[]>();
  const { id, roles } = view.summary;
  const mayEnrol = roles.includes('trainer') || roles.includes('coordinator');
  const behind = list.people.filter((one) => one.state === 'enrolled' && one.progress < 1 && !one.certificate).map(({ person }) => person);
  const undelivered = mayEnrol ? list.people.filter(({ reminder }) => reminder?.state === 'failed').map(({ person }) => person) : [];
  return (
    <EditionFrame
      view={view} tab="people"
      actions={mayEnrol && (
        <>
          {behind.length > 0 && <Button look="line" icon="mail" onClick={() => setReminds(behind)}>{t('people.remindAll', { count: behind.length })}</Button>}
          <Button look="primary" icon="addPerson" onClick={() => setEnrols(true)}>{t('people.enrol')}</Button>
        </>
      )}
    >
      {!list.everybody && <Banner icon="building">{t('people.ownOnly')}</Banner>}
      {undelivered.length > 0 && (
        <Banner tone="stop" role="status" actions={<Button look="line" icon="mail" onClick={() => setReminds(undelivered)}>{t('people.again')}</Button>}>
          {t('people.undelivered', { count: undelivered.length })}
        </Banner>
      )}
      <section className={pages['section']}>
        {list.people.length === 0
          ? <EmptyState icon="people" title={t('people.none')} />
          : <PeopleTable view={view} people={list.people} mayEnrol={mayEnrol} onRemind={(person) => setReminds([person])} />}
      </section>
      <section className={pages['section']}>
        <h2>{t('people.exports')}</h2>
        <div className={pages['buttons']}>
          {(['progress', 'attendance', 'results'] as const).map((table) => (
            <a key={table} className={buttonClass('line')} href={address('exportEdition', { edition: id, table })} download><Icon name="download" />{t(`export.${table}`)}</a>
          ))}
        </div>
      </section>
      {list.statistics.length > 0 && <StatisticsTable view={view} statistics={list.statistics} />}
      {enrols && <EnrolDialog edition={id} candidates={list.candidates} onClose={() => setEnrols(false)} />}
      {reminds && <RemindDialog edition={id} people={list.people.filter(({ person }) => reminds.includes(person))} onClose={() => setReminds(undefined)} />}
    </EditionFrame>
  );
}
