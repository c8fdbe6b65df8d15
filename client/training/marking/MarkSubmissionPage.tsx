import { useCallback, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { limits } from '../../../protocol/limits.ts';
import type { RouteBodyInput } from '../../../protocol/routes/table.ts';
import type { AssignmentView } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi, useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/Toast.tsx';
import { Versions } from '../assignment/Versions.tsx';
import { LessonText } from '../lesson/LessonText.tsx';
import { editionPath } from '../shared/paths.ts';
import { useFigures, useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from '../assignment/assignment.module.css';

/** A tutor's desk: what was handed in on one side, the rubric on the other. */
export default function MarkSubmissionPage(): ReactNode {
  const { edition = '', submission = '' } = useParams();
  const language = useUiLanguage();
  const view = useApi('submission', { params: { edition, submission }, query: { language } });
  return <Fetched of={view}>{(data) => <Desk key={data.submission?.versions.length} edition={edition} view={data} />}</Fetched>;
}

function Desk({ edition, view }: { readonly edition: string; readonly view: AssignmentView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { percent } = useFigures();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const submission = view.submission!;
  const { rubric } = view;
  const newest = submission.versions.at(-1)!.number;
  const before = submission.marking;
  const [points, setPoints] = useState<Readonly<Record<string, number>>>(before?.version === newest ? before.points : {});
  const [remark, setRemark] = useState(before?.version === newest ? before.remark : '');
  const [tried, setTried] = useState(false);
  const { run, busy, problem } = useAction(useCallback((body: RouteBodyInput<'markSubmission'>) => api('markSubmission', { params: { edition, submission: submission.id }, body }), [edition, submission.id]));
  const isComplete = rubric.criteria.every(({ id }) => points[id] !== undefined);
  const total = rubric.criteria.reduce((sum, one) => sum + one.points, 0);
  const share = Object.values(points).reduce((sum, one) => sum + one, 0) / total;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isComplete || !(await run({ version: newest, points, remark }))?.ok) return;
    toast(t('marking.saved'));
    await refresh('toMark', 'edition', 'training', 'submission');
    await navigate(editionPath(edition, 'marking'));
  };
  return (
    <Page title={submission.name} lead={view.heads[view.language].title} actions={<ButtonLink look="line" icon="back" to={editionPath(edition, 'marking')}>{t('tabs.marking')}</ButtonLink>}>
      <div className={css['desk']}>
        <div className={pages['section']}>
          <section className={pages['card']}><h2>{t('assignment.handedIn')}</h2><Versions edition={edition} submission={submission.id} versions={submission.versions} /></section>
          <details className={pages['card']}>
            <summary>{t('assignment.task')}</summary>
            <LessonText body={view.body} language={view.language} course={view.course} module={view.module} explains={false} />
          </details>
        </div>
        <form className={pages['card']} onSubmit={(event) => void submit(event)}>
          <h2>{t('rubric.title')}</h2>
          {rubric.criteria.map((criterion) => (
            <fieldset key={criterion.id} className={css['criterion']}>
              <legend>{words(criterion.title)}</legend>
              {criterion.levels.map((level) => (
                <label key={level.points} className={css['level']}>
                  <input type="radio" name={criterion.id} checked={points[criterion.id] === level.points} onChange={() => setPoints({ ...points, [criterion.id]: level.points })} />
                  <b>{level.points}</b><span>{words(level.text)}</span>
                </label>
              ))}
            </fieldset>
          ))}
          <TextArea label={t('marking.remark')} optional rows={5} maxLength={limits.reportTextChars} value={remark} onChange={setRemark} />
          <p role="status">{isComplete ? (share + 1e-9 >= rubric.pass ? t('marking.willPass', { share: percent(share) }) : t('marking.willFail', { share: percent(share), pass: percent(rubric.pass) })) : tried ? t('marking.incomplete') : ''}</p>
          <ProblemNotice problem={problem} />
          <div className={pages['buttons']}><Button type="submit" look="primary" busy={busy}>{t('marking.save')}</Button></div>
        </form>
      </div>
    </Page>
  );
}
