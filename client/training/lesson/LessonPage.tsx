import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { LessonView } from '../../../protocol/training/views.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import { api } from '../../app/api.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi, useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { editionPath, itemPath } from '../shared/paths.ts';
import { LessonText } from './LessonText.tsx';
import { ReadingLanguage } from './ReadingLanguage.tsx';
import { useReading } from './useReading.ts';
import { useReadingLanguage } from './useReadingLanguage.ts';
import pages from '../../pages/shared/shared.module.css';
import css from './lesson.module.css';

/** A lesson to read. */
export default function LessonPage(): ReactNode {
  const { edition = '', lesson = '' } = useParams();
  const wanted = useReadingLanguage();
  const view = useApi('lesson', { params: { edition, lesson }, query: { language: wanted } });
  return <Fetched of={view}>{(data) => <Lesson edition={edition} view={data} wanted={wanted} />}</Fetched>;
}

function Lesson({ edition, view, wanted }: { readonly edition: string; readonly view: LessonView; readonly wanted: TrainingLanguage }): ReactNode {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const refresh = useRefresh();
  const about = useApi('edition', { params: { edition } });
  const isTrainee = about.data?.summary.roles.includes('trainee') ?? false;
  useReading(edition, view.id, isTrainee);
  const { run, busy, problem } = useAction(useCallback(() => api('reading', { params: { edition, lesson: view.id }, body: { done: true } }), [edition, view.id]));
  const next = view.next && itemPath(edition, view.next.kind, view.next.id);
  const goOn = async (): Promise<void> => {
    if (!view.done && !(await run())?.ok) return;
    await refresh('edition', 'training', 'lesson');
    await navigate(next ?? editionPath(edition));
  };
  // Titles and summaries are there in every language, also where the text is not.
  const head = view.heads[wanted];
  return (
    <Page
      title={head.title} lead={head.summary}
      above={(
        <div className={pages['chips']}>
          <Chip icon="document">{t('kind.lesson')}</Chip><Chip icon="clock">{t('minutes', { count: view.minutes })}</Chip>
          {view.done && <Chip tone="ok">{t('lesson.read')}</Chip>}
        </div>
      )}
      actions={<ButtonLink look="line" icon="back" to={editionPath(edition)}>{t('toCourse')}</ButtonLink>}
    >
      <div className={css['layout']}>
        <ReadingLanguage wanted={wanted} language={view.language} has={view.languages} />
        <article className={css['paper']}>
          <LessonText body={view.body} language={view.language} course={view.course} module={view.module} />
          {view.sources.length > 0 && (
            <section className={css['sources']}>
              <h2>{t('lesson.sources')}</h2>
              <ul>{view.sources.map((one) => <li key={one.id}>{one.title}. {one.publisher}. <span>{one.where}</span>{one.grade !== 'P' && <> ({t(`grade.${one.grade}`)})</>}</li>)}</ul>
            </section>
          )}
        </article>
        <ProblemNotice problem={problem} />
        <div className={css['foot']}>
          {view.previous === undefined ? <span /> : <ButtonLink look="line" icon="previous" to={editionPath(edition, 'lessons', view.previous)}>{t('lesson.previous')}</ButtonLink>}
          {isTrainee && <Button look="primary" busy={busy} onClick={() => void goOn()}>{view.done ? t('lesson.next') : t('lesson.done')}</Button>}
          {!isTrainee && view.next?.kind === 'lesson' && next !== undefined && <ButtonLink look="line" to={next}>{t('lesson.next')}</ButtonLink>}
        </div>
      </div>
    </Page>
  );
}
