import { Component } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { problemOf } from './problem.ts';
import type { Problem } from './problem.ts';
import { reference } from './reference.ts';
import css from './Fault.module.css';

interface State {
  readonly error?: unknown;
}

/** Catches what breaks while it is drawn, and shows it with a code and a reference that one can quote. Give it a key to forget. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? new Error('unknown') };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Fault problem={problemOf(error)} reference={reference(error)} onRetry={() => location.reload()} />;
  }
}

interface Props {
  readonly problem: Problem;
  readonly reference?: string | undefined;
  readonly onRetry: () => void;
}

/** A whole screen that could not be shown. */
export function Fault({ problem, reference: quoted, onRetry }: Props): ReactNode {
  const { t } = useTranslation('common');
  return (
    <div className={css['fault']}>
      <h1>{t('fault.title')}</h1>
      <ProblemNotice problem={problem} />
      {quoted !== undefined && <p className={css['reference']}>{t('fault.reference', { reference: quoted })}</p>}
      <Button look="primary" icon="refresh" onClick={onRetry}>{t('reload')}</Button>
    </div>
  );
}
