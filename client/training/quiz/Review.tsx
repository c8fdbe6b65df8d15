import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../protocol/training/views.ts';
import { Page } from '../../app/Page.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { editionPath } from '../shared/paths.ts';
import { useFigures, useWords } from '../shared/words.ts';
import { GivenAnswer } from './GivenAnswer.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from './quiz.module.css';

type Asked = AttemptView['questions'][number];

/** An attempt that is over: what was earned, and once that spoils nothing, what is right and why. */
export function Review({ edition, attempt }: { readonly edition: string; readonly attempt: AttemptView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { percent } = useFigures();
  const hasKey = attempt.questions.some(({ key }) => key !== undefined);
  return (
    <Page
      narrow title={words(attempt.title)} above={<div className={pages['chips']}><Chip icon="quiz">{t('quiz.attemptNumber', { number: attempt.number })}</Chip></div>}
      actions={<><ButtonLink look="line" icon="back" to={editionPath(edition, 'quizzes', attempt.quiz)}>{t('quiz.toQuiz')}</ButtonLink><ButtonLink look="line" to={editionPath(edition)}>{t('toCourse')}</ButtonLink></>}
    >
      {attempt.state === 'marking' && <Banner icon="clock" role="status">{t('quiz.markingLong')}</Banner>}
      {attempt.state === 'done' && (
        <Banner tone={attempt.passed ? 'ok' : 'warn'} role="status">
          <b>{attempt.passed ? t('quiz.youPassed', { share: percent(attempt.share ?? 0) }) : t('quiz.youFailed', { share: percent(attempt.share ?? 0) })}</b>
          {!hasKey && <> {t('quiz.keyLater')}</>}
        </Banner>
      )}
      <ol className={css['questions']}>
        {attempt.questions.map((asked, index) => <li key={asked.put.id}><Reviewed asked={asked} number={index + 1} edition={edition} /></li>)}
      </ol>
    </Page>
  );
}

function Reviewed({ asked: { put, answer, earned, key, remark }, number, edition }: { readonly asked: Asked; readonly number: number; readonly edition: string }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { number: figure } = useFigures();
  const tone = earned === undefined ? 'neutral' : earned === put.points ? 'ok' : earned === 0 ? 'stop' : 'warn';
  return (
    <section className={pages['card']}>
      <div className={css['asked']}>
        <span className={css['number']}>{number}</span>
        <div><h2>{words(put.text)}</h2></div>
        <Chip tone={tone}>{earned === undefined ? t('quiz.pending') : t('quiz.earned', { earned: figure(earned), count: put.points })}</Chip>
      </div>
      <GivenAnswer put={put} answer={answer} label={t('quiz.yourAnswer')} />
      {remark !== undefined && <p className={css['remark']}><b>{t('quiz.remark')}</b> {remark}</p>}
      {key && (
        <div className={css['key']}>
          {key.model ? <p><b>{t('quiz.model')}</b> {words(key.model)}</p> : <GivenAnswer put={put} answer={key.answer} label={t('quiz.right')} />}
          <p>{words(key.explanation)}</p>
          <ButtonLink look="quiet" icon="document" to={editionPath(edition, 'lessons', key.lesson)}>{t('quiz.lesson')}</ButtonLink>
        </div>
      )}
    </section>
  );
}
