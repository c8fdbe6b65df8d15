import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { limits } from '../../../protocol/limits.ts';
import { trainingLanguage, trainingLanguages } from '../../../protocol/training/texts.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import type { DraftView } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi, useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useViewerZone } from '../../app/zone.ts';
import { languages } from '../../i18n/languages.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/Toast.tsx';
import { LessonText } from '../lesson/LessonText.tsx';
import { useFigures } from '../shared/words.ts';
import { Conflict } from './Conflict.tsx';
import { DraftChip } from './DraftChip.tsx';
import pages from '../../pages/shared/shared.module.css';
import lessonCss from '../lesson/lesson.module.css';
import css from '../assignment/assignment.module.css';

/** A lesson as its authors write it, beside what trainees will read. */
export default function EditLessonPage(): ReactNode {
  const { course = '', lesson = '' } = useParams();
  const [search] = useSearchParams();
  const screen = useUiLanguage();
  const language = trainingLanguage(search.get('language') ?? screen);
  const view = useApi('draft', { params: { course, lesson }, query: { language } });
  return <Fetched of={view}>{(data) => <Editor key={`${lesson} ${language}`} course={course} draft={data} />}</Fetched>;
}

type Text = Pick<DraftView, 'title' | 'summary' | 'body'>;

function Editor({ course, draft }: { readonly course: string; readonly draft: DraftView }): ReactNode {
  const { t } = useTranslation('training');
  const { moment } = useFigures();
  const zone = useViewerZone();
  const refresh = useRefresh();
  const authoring = useApi('authoring', { params: { course } });
  const module = authoring.data?.modules.find(({ lessons }) => lessons.some(({ id }) => id === draft.lesson))?.id;
  const [text, setText] = useState<Text>(() => ({ title: draft.title, summary: draft.summary, body: draft.body }));
  // What this text was written on top of; a newer one by somebody else is told of and never written over.
  const [base, setBase] = useState(draft);
  const [theirs, setTheirs] = useState<DraftView>();
  const { lesson, language } = draft;
  const { run, busy, problem } = useAction(useCallback((body: Text & { readonly revision: number; readonly state: 'draft' | 'review' | 'published' }) =>
    api('saveDraft', { params: { course, lesson }, query: { language }, body }), [course, lesson, language]));
  const isChanged = text.title !== base.title || text.summary !== base.summary || text.body !== base.body;

  const save = async (state: 'draft' | 'review' | 'published'): Promise<void> => {
    const done = await run({ ...text, revision: base.revision, state });
    if (done?.ok) {
      setBase(done.value);
      setTheirs(undefined);
      toast(t(`draft.done.${state}`));
      await refresh('draft', 'authoring', 'lesson', 'edition');
    } else if (done?.error.code === 'draft.stale') {
      const newest = await api('draft', { params: { course, lesson }, query: { language } });
      if (newest.ok) setTheirs(newest.value);
    }
  };
  const take = (one: DraftView, mine: boolean): void => {
    setBase(one);
    if (!mine) setText({ title: one.title, summary: one.summary, body: one.body });
    setTheirs(undefined);
  };

  return (
    <Page
      title={base.title} above={<div className={pages['chips']}><DraftChip state={base.state} />{isChanged && <span className={pages['muted']}>{t('draft.unsaved')}</span>}</div>}
      lead={base.by === undefined || base.at === undefined ? t('draft.fromFile') : t('draft.by', { name: base.by, at: moment(base.at, zone) })}
      actions={<ButtonLink look="line" icon="back" to={`/training/courses/${course}`}>{t('authoring.back')}</ButtonLink>}
    >
      <Segments label={t('lesson.language')} segments={trainingLanguages.map((one: TrainingLanguage) => ({ to: `?language=${one}`, label: languages[one].name, selected: one === language }))} />
      {theirs && <Conflict theirs={theirs} onTake={take} />}
      {!theirs && base.differs && base.state !== 'published' && <Banner>{t('draft.differs')}</Banner>}
      <div className={css['desk']}>
        <form className={pages['card']} onSubmit={(event) => event.preventDefault()}>
          <TextField label={t('draft.title')} value={text.title} maxLength={limits.titleChars} onChange={(title) => setText({ ...text, title })} />
          <TextArea label={t('draft.summary')} rows={3} maxLength={limits.remarkChars} value={text.summary} onChange={(summary) => setText({ ...text, summary })} />
          <TextArea label={t('draft.body')} hint={t('draft.bodyHint')} rows={24} maxLength={limits.lessonChars} value={text.body} onChange={(body) => setText({ ...text, body })} />
          {!theirs && <ProblemNotice problem={problem} />}
          <div className={pages['buttons']}>
            <Button look="line" busy={busy} disabled={!isChanged} onClick={() => void save('draft')}>{t('draft.save')}</Button>
            <Button look="line" icon="eye" busy={busy} onClick={() => void save('review')}>{t('draft.toReview')}</Button>
            <Button look="primary" icon="check" busy={busy} onClick={() => void save('published')}>{t('draft.publish')}</Button>
          </div>
        </form>
        <section className={lessonCss['paper']} aria-label={t('draft.preview')}>
          {module !== undefined && <LessonText body={text.body} language={language} course={course} module={module} explains={false} />}
        </section>
      </div>
    </Page>
  );
}
