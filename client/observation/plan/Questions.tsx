import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../ui/Chip.tsx';
import { Icon } from '../../ui/icons.tsx';
import css from './plan.module.css';

interface Props {
  readonly questions: readonly { readonly id: string; readonly text: string }[];
  /** Written for this platform, no official text of anybody; an administration's own questions are its own. */
  readonly illustrative: boolean;
}

/** What to ask under a criterion, on demand. */
export function Questions({ questions, illustrative }: Props): ReactNode {
  const { t } = useTranslation('visit');
  if (questions.length === 0) return null;
  return (
    <details className={css['fold']}>
      <summary><Icon name="next" size={16} />{illustrative ? t('criteria.illustrativeQuestions', { count: questions.length }) : t('criteria.questions', { count: questions.length })}</summary>
      <div className={css['questions']}>
        {illustrative && <div className={css['head']}><Chip icon="info">{t('criteria.illustrative')}</Chip><span className={css['hint']}>{t('criteria.illustrativeText')}</span></div>}
        <ol>{questions.map((one) => <li key={one.id}>{one.text}</li>)}</ol>
      </div>
    </details>
  );
}
