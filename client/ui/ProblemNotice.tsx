import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../app/problem.ts';
import { Banner } from './Banner.tsx';
import css from './Banner.module.css';

/** What went wrong and what to do, with the code that one can quote. Shows nothing when there is no problem. */
export function ProblemNotice({ problem, actions }: { readonly problem: Problem | undefined; readonly actions?: ReactNode }): ReactNode {
  const { t } = useTranslation('errors');
  const place = useRef<HTMLDivElement>(null);
  // What was refused is seen by whoever pressed the button, also at the foot of a dialog that is longer than its screen.
  useEffect(() => {
    void place.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem) return null;
  return (
    <Banner ref={place} tone="stop" role="alert" actions={actions}>
      {t(problem.code)}
      <span className={css['code']}>{problem.detail === undefined ? problem.code : `${problem.code} · ${problem.detail}`}</span>
    </Banner>
  );
}
