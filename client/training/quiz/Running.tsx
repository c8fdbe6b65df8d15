import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttemptView } from '../../../protocol/training/views.ts';
import { announce } from '../../app/announcer.tsx';
import { api } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { useRefresh } from '../../app/queries.ts';
import { useAction } from '../../app/useAction.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { ConfirmDialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { cx } from '../../ui/cx.ts';
import { useWords } from '../shared/words.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { useAnswers } from './useAnswers.ts';
import pages from '../../pages/shared/shared.module.css';
import css from './quiz.module.css';

/** An attempt that runs: every answer is saved as it is given, the time is the server's. */
export function Running({ edition, attempt }: { readonly edition: string; readonly attempt: AttemptView }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const refresh = useRefresh();
  const [asks, setAsks] = useState(false);
  const again = useCallback(() => void refresh('attempt', 'quiz', 'edition', 'training'), [refresh]);
  const answers = useAnswers(edition, attempt, again);
  const leftMs = useLeft(attempt, again);
  const { run, busy, problem } = useAction(useCallback(() => api('handInAttempt', { params: { edition, attempt: attempt.id } }), [edition, attempt.id]));
  const handIn = async (): Promise<void> => {
    if ((await run())?.ok) await refresh('attempt', 'quiz', 'edition', 'training');
  };
  const given = attempt.questions.filter(({ put }) => answers.of[put.id] !== undefined).length;
  const open = attempt.questions.length - given;
  return (
    <Page narrow title={words(attempt.title)} above={<div className={pages['chips']}><Chip icon="quiz">{t('quiz.attemptNumber', { number: attempt.number })}</Chip></div>}>
      <div className={css['bar']}>
        <span className={cx(css['time'], leftMs < 120_000 && css['soon'])} role="timer" aria-label={t('quiz.timeLeft')}><Icon name="clock" />{clock(leftMs)}</span>
        <span className={css['count']}>{t('quiz.given', { given, count: attempt.questions.length })}</span>
        <span className={css['saved']} role="status">{answers.settled ? (given > 0 ? t('quiz.saved') : '') : t('quiz.saving')}</span>
        <Button look="primary" onClick={() => setAsks(true)}>{t('quiz.handIn')}</Button>
      </div>
      <ProblemNotice problem={answers.problem} />
      <ol className={css['questions']}>
        {attempt.questions.map(({ put }, index) => (
          <li key={put.id}><QuestionCard put={put} number={index + 1} value={answers.of[put.id]?.value} onChange={(value) => answers.change(put.id, value)} /></li>
        ))}
      </ol>
      <div className={pages['buttons']}><Button look="primary" onClick={() => setAsks(true)}>{t('quiz.handIn')}</Button></div>
      {asks && (
        <ConfirmDialog
          title={t('quiz.handInAsk')} confirm={t('quiz.handIn')} danger={false} busy={busy || !answers.settled} problem={problem}
          onConfirm={() => void handIn()} onClose={() => setAsks(false)}
        >
          {open > 0 ? t('quiz.stillOpen', { count: open }) : t('quiz.allGiven')}
        </ConfirmDialog>
      )}
    </Page>
  );
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The time that is left by the server's clock; told aloud when it gets short, and `onOver` once when it is over. */
function useLeft({ endsAt, now }: AttemptView, onOver: () => void): number {
  const { t } = useTranslation('training');
  const [shift] = useState(() => now - Date.now());
  const [left, setLeft] = useState(() => endsAt - now);
  useEffect(() => {
    let told = Infinity;
    const timer = setInterval(() => {
      const rest = endsAt - (Date.now() + shift);
      setLeft(rest);
      for (const minutes of [5, 1]) {
        if (rest < minutes * 60_000 && told > minutes && rest > (minutes - 1) * 60_000) {
          told = minutes;
          announce(t('quiz.minutesLeft', { count: minutes }));
        }
      }
      if (rest < -200) {
        clearInterval(timer);
        onOver();
      }
    }, 500);
    return () => clearInterval(timer);
  }, [endsAt, shift, onOver, t]);
  return left;
}
