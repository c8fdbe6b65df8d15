import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../live/context.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useClass } from '../useClass.ts';
import { Results } from './Results.tsx';
import css from './Polls.module.css';

/** What was asked and shown so far, with one's own answers: for who learns. */
export function PastPolls(): ReactNode {
  const { t } = useTranslation('class');
  const { you } = useLive();
  const { polls } = useClass();
  const shown = Object.values(polls.asked).filter((poll) => poll.state === 'shown').toSorted((a, b) => b.askedAt - a.askedAt);
  return (
    <section className={css['section']} aria-label={t('view.polls')}>
      {shown.length === 0 && <EmptyState icon="chart" title={t('polls.noneShown')}>{t('polls.noneShownText')}</EmptyState>}
      <ul className={css['list']}>
        {shown.map((poll) => {
          const result = polls.results[poll.id];
          return (
            <li key={poll.id} className={css['item']}>
              <h3>{poll.text}</h3>
              {result && <Results question={poll} result={result} own={polls.answers[poll.id]?.[you]} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
