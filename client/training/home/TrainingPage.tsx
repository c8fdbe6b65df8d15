import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionSummary, TrainingHome } from '../../../protocol/training/views.ts';
import { useAccount } from '../../app/account.tsx';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNow } from '../../ui/Times.tsx';
import { EditionDialog } from '../edition/EditionDialog.tsx';
import { useWords } from '../shared/words.ts';
import { CourseCard } from './CourseCard.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from '../shared/training.module.css';

/** What one learns, teaches and may enrol in. */
export default function TrainingPage(): ReactNode {
  const { t } = useTranslation('training');
  const { me } = useAccount();
  const home = useApi('training');
  const [adds, setAdds] = useState(false);
  const manages = me.person?.rank !== 'member';
  return (
    <Page
      title={t('home.title')} lead={t('home.lead')}
      actions={(
        <>
          <ButtonLink look="line" icon="book" to="/training/glossary">{t('glossary.title')}</ButtonLink>
          {manages && <ButtonLink look="line" icon="key" to="/training/roles">{t('roles.title')}</ButtonLink>}
          {home.data && home.data.courses.length > 0 && <Button look="primary" icon="plus" onClick={() => setAdds(true)}>{t('home.add')}</Button>}
        </>
      )}
    >
      <Fetched of={home}>{(data) => <Lists home={data} />}</Fetched>
      {adds && home.data && <EditionDialog courses={home.data.courses} onClose={() => setAdds(false)} />}
    </Page>
  );
}

function Lists({ home }: { readonly home: TrainingHome }): ReactNode {
  const { t } = useTranslation('training');
  const now = useNow(60_000);
  const written = home.courses.filter(({ isOwn }) => isOwn);
  const mine = home.editions.filter((one) => one.mine !== undefined);
  const staff = home.editions.filter((one) => one.roles.some((role) => role === 'trainer' || role === 'tutor' || role === 'coordinator') && !mine.includes(one));
  const open = home.editions.filter((one) => !mine.includes(one) && !staff.includes(one) && one.enrolment === 'self' && one.endsAt > now);
  return (
    <>
      {home.faults.length > 0 && (
        <Banner tone="warn">
          <p><b>{t('home.faults', { count: home.faults.length })}</b></p>
          <ul className={css['plain']}>{home.faults.map(({ file, line, message }) => <li key={`${file}:${line}:${message}`}><code>{file}:{line}</code> {message}</li>)}</ul>
        </Banner>
      )}
      {mine.length === 0 && staff.length === 0 && open.length === 0 && <EmptyState icon="book" title={t('home.empty')}>{t('home.emptyText')}</EmptyState>}
      <Section title={t('home.mine')} editions={mine} />
      <Section title={t('home.staff')} editions={staff} />
      <Section title={t('home.open')} editions={open} />
      {written.length > 0 && (
        <section className={pages['section']}>
          <h2>{t('home.authoring')}</h2>
          <ul className={css['list']}>
            {written.map((course) => <li key={course.id}><AuthorLink course={course} /></li>)}
          </ul>
        </section>
      )}
    </>
  );
}

function AuthorLink({ course }: { readonly course: TrainingHome['courses'][number] }): ReactNode {
  const words = useWords();
  return <ButtonLink look="line" icon="edit" to={`/training/courses/${course.id}`}>{words(course.title)}</ButtonLink>;
}

function Section({ title, editions }: { readonly title: string; readonly editions: readonly EditionSummary[] }): ReactNode {
  if (editions.length === 0) return null;
  return (
    <section className={pages['section']}>
      <h2>{title}</h2>
      <div className={css['grid']}>{editions.map((one) => <CourseCard key={one.id} edition={one} />)}</div>
    </section>
  );
}
