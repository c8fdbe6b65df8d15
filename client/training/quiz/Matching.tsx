import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import { useWords } from '../shared/words.ts';
import type { AnswerProps } from './QuestionCard.tsx';
import css from './quiz.module.css';

/** Each on the left gets one of the right. */
export function Matching({ put, value, onChange, labelledBy }: AnswerProps<'matching'>): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const places = Array.isArray(value) ? value as readonly number[] : put.lefts.map(() => -1);
  const options = put.options.map((option, place) => ({ value: String(place), label: words(option) }));
  return (
    <div role="group" aria-labelledby={labelledBy} className={css['pairs']}>
      {put.lefts.map((left, index) => (
        <Select
          key={left.en} label={words(left)} options={options} placeholder={t('quiz.choose')} value={places[index] === -1 ? undefined : String(places[index])}
          onChange={(place) => onChange(places.map((one, at) => (at === index ? Number(place) : one)))}
        />
      ))}
    </div>
  );
}
