import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useWords } from '../shared/words.ts';
import type { AnswerProps } from './QuestionCard.tsx';
import css from './quiz.module.css';

/** A number, with a comma or a point. */
export function NumberAnswer({ put, value, onChange }: AnswerProps<'numeric'>): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const [text, setText] = useState(typeof value === 'number' ? String(value) : '');
  const read = (typed: string): number => Number(typed.trim().replace(',', '.'));
  const isWrong = text.trim() !== '' && !Number.isFinite(read(text));
  return (
    <div className={css['figure']}>
      <TextField
        label={put.unit ? t('quiz.numberIn', { unit: words(put.unit) }) : t('quiz.number')} inputMode="decimal" autoComplete="off" value={text} error={isWrong ? t('quiz.noNumber') : undefined}
        onChange={(typed) => {
          setText(typed);
          if (typed.trim() !== '' && Number.isFinite(read(typed))) onChange(read(typed));
        }}
      />
    </div>
  );
}

/** A few sentences that a tutor marks. */
export function WordsAnswer({ value, onChange }: AnswerProps<'short'>): ReactNode {
  const { t } = useTranslation('training');
  return <TextArea label={t('quiz.words')} rows={5} maxLength={4_000} value={typeof value === 'string' ? value : ''} onChange={onChange} />;
}
