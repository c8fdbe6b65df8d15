import { useId } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import { useWords } from '../shared/words.ts';
import type { AnswerProps } from './QuestionCard.tsx';
import css from './quiz.module.css';

/** One right choice, or several. */
export function Choices({ put, value, onChange, labelledBy }: AnswerProps<'single' | 'multiple'>): ReactNode {
  const words = useWords();
  const name = useId();
  const isSingle = put.kind === 'single';
  const chosen: readonly number[] = typeof value === 'number' ? [value] : Array.isArray(value) ? value as readonly number[] : [];
  const pick = (place: number, on: boolean): void => {
    if (isSingle) onChange(place);
    else onChange(on ? [...chosen, place].toSorted((one, other) => one - other) : chosen.filter((one) => one !== place));
  };
  return (
    <div role={isSingle ? 'radiogroup' : 'group'} aria-labelledby={labelledBy} className={css['choices']}>
      {put.options.map((option, place) => (
        <label key={option.en} className={cx(css['choice'], chosen.includes(place) && css['chosen'])}>
          <input type={isSingle ? 'radio' : 'checkbox'} name={name} checked={chosen.includes(place)} onChange={(event) => pick(place, event.currentTarget.checked)} />
          <span>{words(option)}</span>
        </label>
      ))}
    </div>
  );
}
