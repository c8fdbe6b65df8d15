import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerValue, PutQuestion } from '../../../protocol/training/questions.ts';
import { useWords } from '../shared/words.ts';
import { Hotspot } from './Hotspot.tsx';
import { Choices } from './Choices.tsx';
import { Matching } from './Matching.tsx';
import { NumberAnswer, WordsAnswer } from './Typed.tsx';
import { Ordering } from './Ordering.tsx';
import pages from '../../pages/shared/shared.module.css';
import css from './quiz.module.css';

export interface AnswerProps<K extends PutQuestion['kind']> {
  readonly put: Extract<PutQuestion, { readonly kind: K }>;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue) => void;
  /** The id of the question's text. */
  readonly labelledBy: string;
}

interface Props {
  readonly put: PutQuestion;
  readonly number: number;
  readonly value: AnswerValue | undefined;
  readonly onChange: (value: AnswerValue) => void;
}

/** A question to be answered. */
export function QuestionCard({ put, number, value, onChange }: Props): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const label = useId();
  return (
    <section className={pages['card']} aria-labelledby={label}>
      <div className={css['asked']}>
        <span className={css['number']}>{number}</span>
        <div>
          <h2 id={label}>{words(put.text)}</h2>
          <p className={css['hint']}>{t(`hint.${put.kind}`)} · {t('points', { count: put.points })}</p>
        </div>
      </div>
      <Answer put={put} value={value} onChange={onChange} labelledBy={label} />
    </section>
  );
}

function Answer({ put, ...rest }: Omit<Props, 'number'> & { readonly labelledBy: string }): ReactNode {
  switch (put.kind) {
    case 'single': case 'multiple': return <Choices put={put} {...rest} />;
    case 'ordering': return <Ordering put={put} {...rest} />;
    case 'matching': return <Matching put={put} {...rest} />;
    case 'numeric': return <NumberAnswer put={put} {...rest} />;
    case 'hotspot': return <Hotspot put={put} {...rest} />;
    case 'short': return <WordsAnswer put={put} {...rest} />;
    default: return put satisfies never;
  }
}
