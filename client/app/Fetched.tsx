import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Loading } from './Loading.tsx';
import type { ProblemError } from './problem.ts';

interface Props<T> {
  readonly of: UseQueryResult<T, ProblemError>;
  readonly children: (data: T) => ReactNode;
  /** Instead of the page's skeleton. */
  readonly waiting?: ReactNode;
}

/** What was fetched; until then its place, and if it could not be had why not and a way to try again. */
export function Fetched<T>({ of, children, waiting = <Loading /> }: Props<T>): ReactNode {
  const { t } = useTranslation('common');
  if (of.data !== undefined) return children(of.data);
  if (of.error) {
    return <ProblemNotice problem={of.error.problem} actions={<Button look="line" icon="refresh" busy={of.isFetching} onClick={() => void of.refetch()}>{t('retry')}</Button>} />;
  }
  return waiting;
}
