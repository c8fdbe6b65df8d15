import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import type { AssignmentView } from '../../../protocol/training/views.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi } from '../../app/queries.ts';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { LessonText } from '../lesson/LessonText.tsx';
import { ReadingLanguage } from '../lesson/ReadingLanguage.tsx';
import { useReadingLanguage } from '../lesson/useReadingLanguage.ts';
import { editionPath } from '../shared/paths.ts';
import { HandInForm } from './HandInForm.tsx';
import { RubricTable } from './RubricTable.tsx';
import { Versions } from './Versions.tsx';
import { MarkingResult } from './MarkingResult.tsx';
import pages from '../../pages/shared/shared.module.css';
import lesson from '../lesson/lesson.module.css';

/** An assignment: its task, how it is marked, what one has handed in. */
export default function AssignmentPage(): ReactNode {
  const { edition = '', assignment = '' } = useParams();
  const wanted = useReadingLanguage();
  const view = useApi('assignment', { params: { edition, assignment }, query: { language: wanted } });
  return <Fetched of={view}>{(data) => <Assignment edition={edition} view={data} wanted={wanted} />}</Fetched>;
}

function Assignment({ edition, view, wanted }: { readonly edition: string; readonly view: AssignmentView; readonly wanted: TrainingLanguage }): ReactNode {
  const { t } = useTranslation('training');
  const head = view.heads[wanted];
  const { submission } = view;
  return (
    <Page
      title={head.title} lead={head.summary}
      above={(
        <div className={pages['chips']}>
          <Chip icon="edit">{t('kind.assignment')}</Chip><Chip icon="clock">{t('minutes', { count: view.minutes })}</Chip>
          {submission?.marking?.passed && <Chip tone="ok">{t('passed')}</Chip>}
        </div>
      )}
      actions={<ButtonLink look="line" icon="back" to={editionPath(edition)}>{t('toCourse')}</ButtonLink>}
    >
      <div className={lesson['layout']}>
        {submission?.marking && <MarkingResult marking={submission.marking} rubric={view.rubric} newest={submission.versions.at(-1)?.number ?? 0} />}
        <ReadingLanguage wanted={wanted} language={view.language} has={view.languages} />
        <article className={lesson['paper']}><LessonText body={view.body} language={view.language} course={view.course} module={view.module} /></article>
        <section className={pages['card']}><h2>{t('rubric.title')}</h2><RubricTable rubric={view.rubric} /></section>
        {submission && submission.versions.length > 0 && <section className={pages['card']}><h2>{t('assignment.handedIn')}</h2><Versions edition={edition} submission={submission.id} versions={submission.versions} /></section>}
        {view.mayHandIn && <HandInForm edition={edition} view={view} />}
      </div>
    </Page>
  );
}
