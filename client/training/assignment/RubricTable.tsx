import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rubric } from '../../../protocol/training/course.ts';
import { useWords } from '../shared/words.ts';
import css from './assignment.module.css';

/** How an assignment is marked: what each criterion asks for at each level. */
export function RubricTable({ rubric }: { readonly rubric: Rubric }): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  return (
    <div className={css['rubric']}>
      {rubric.criteria.map((criterion) => (
        <details key={criterion.id}>
          <summary>{words(criterion.title)}<span>{t('points', { count: criterion.points })}</span></summary>
          <ul>{criterion.levels.map((level) => <li key={level.points}><b>{level.points}</b><span>{words(level.text)}</span></li>)}</ul>
        </details>
      ))}
    </div>
  );
}
