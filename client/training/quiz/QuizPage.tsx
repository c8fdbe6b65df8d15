import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { QuizView } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import { Fetched } from '../../app/Fetched.tsx';
import { Page } from '../../app/Page.tsx';
import { useApi, useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { useViewerZone } from '../../app/zone.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/Table.tsx';
import { editionPath } from '../shared/paths.ts';
import { useFigures, useWords } from '../shared/words.ts';
import pages from '../../pages/shared/shared.module.css';
import css from '../shared/training.module.css';

/** A quiz before and after its attempts. */
export default function QuizPage(): ReactNode {
  const { edition = '', quiz = '' } = useParams();
  const view = useApi('quiz', { params: { edition, quiz } });
  return <Fetched of={view}>{(data) => <Quiz edition={edition} view={data} />}</Fetched>;
}

type Row = QuizView['attempts'][number];

function Quiz({ edition, view }: { readonly edition: string; readonly view: QuizView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { percent, moment } = useFigures();
  const zone = useViewerZone();
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { quiz, standing, attempts } = view;
  const { run, busy, problem } = useAction(useCallback(() => api('startAttempt', { params: { edition, quiz: quiz.quiz } }), [edition, quiz.quiz]));
  const start = async (): Promise<void> => {
    const done = await run();
    if (!done?.ok) return;
    await refresh('quiz', 'edition');
    await navigate(editionPath(edition, 'attempts', done.value.id));
  };
  const columns: Column<Row>[] = [
    { id: 'number', header: t('quiz.attempt'), as: 'main', cell: (one) => t('quiz.attemptNumber', { number: one.number }) },
    { id: 'at', header: t('quiz.begun'), cell: (one) => moment(one.startedAt, zone) },
    { id: 'share', header: t('quiz.result'), cell: (one) => (one.share === undefined ? t('quiz.pending') : percent(one.share)) },
    { id: 'state', header: t('quiz.state'), as: 'tight', cell: (one) => <AttemptChip attempt={one} /> },
    {
      id: 'open', header: t('quiz.look'), as: 'actions',
      cell: (one) => <ButtonLink look={one.state === 'open' ? 'primary' : 'line'} to={editionPath(edition, 'attempts', one.id)}>{one.state === 'open' ? t('quiz.resume') : one.reviewable ? t('quiz.review') : t('quiz.look')}</ButtonLink>,
    },
  ];
  const mayStart = view.open && !standing.passed && standing.left > 0 && standing.open === undefined;
  return (
    <Page
      narrow title={words(quiz.title)} above={<div className={pages['chips']}><Chip icon="quiz">{t(quiz.from ? 'kind.examination' : 'kind.quiz')}</Chip>{standing.passed && <Chip tone="ok">{t('passed')}</Chip>}</div>}
      actions={<ButtonLink look="line" icon="back" to={editionPath(edition)}>{t('toCourse')}</ButtonLink>}
    >
      <section className={pages['card']}>
        <ul className={css['plain']}>
          <li>{quiz.from ? t('quiz.drawsFrom', { count: quiz.draw, banks: quiz.from.length }) : t('quiz.draws', { count: quiz.draw })}</li>
          <li>{t('quiz.limit', { count: quiz.minutes })}</li>
          <li>{t('quiz.pass', { share: percent(quiz.pass) })}</li>
          <li>{t('quiz.attempts', { count: quiz.attempts, left: standing.left })}</li>
          <li>{t('quiz.when')}</li>
        </ul>
        <ProblemNotice problem={problem} />
        {mayStart && <div className={pages['buttons']}><Button look="primary" icon="play" busy={busy} onClick={() => void start()}>{standing.used > 0 ? t('quiz.again') : t(quiz.from ? 'quiz.startExamination' : 'quiz.start')}</Button></div>}
        {!view.open && <Banner>{t('quiz.closed')}</Banner>}
      </section>
      {attempts.length > 0 && (
        <section className={pages['section']}>
          <h2>{t('quiz.yours')}</h2>
          <Table label={t('quiz.yours')} columns={columns} rows={attempts} keyOf={(one) => one.id} />
        </section>
      )}
    </Page>
  );
}

function AttemptChip({ attempt: { state, passed } }: { readonly attempt: Row }): ReactNode {
  const { t } = useTranslation('training');
  if (state === 'open') return <Chip tone="warn" icon="clock">{t('quiz.running')}</Chip>;
  if (state === 'marking') return <Chip icon="clock">{t('quiz.marking')}</Chip>;
  return passed ? <Chip tone="ok">{t('passed')}</Chip> : <Chip tone="stop">{t('quiz.notPassed')}</Chip>;
}
