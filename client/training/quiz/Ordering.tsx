import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../app/announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useWords } from '../shared/words.ts';
import type { AnswerProps } from './QuestionCard.tsx';
import css from './quiz.module.css';

/** A list that is put in order with two buttons a line, by keyboard as by hand. */
export function Ordering({ put, value, onChange, labelledBy }: AnswerProps<'ordering'>): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const order = Array.isArray(value) ? value as readonly number[] : put.options.map((_one, place) => place);
  // At an end a button stays there to keep the focus of who moves by keyboard; it does nothing.
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= order.length) return;
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
    announce(t('quiz.moved', { item: words(put.options[order[from]!]!), place: to + 1 }));
  };
  return (
    <>
      <ol aria-labelledby={labelledBy} className={css['order']}>
        {order.map((place, index) => {
          const item = words(put.options[place]!);
          return (
            <li key={place}>
              <span className={css['place']}>{index + 1}</span>
              <span className={css['item']}>{item}</span>
              <IconButton icon="up" label={t('quiz.up', { item })} aria-disabled={index === 0} onClick={() => move(index, index - 1)} />
              <IconButton icon="down" label={t('quiz.down', { item })} aria-disabled={index === order.length - 1} onClick={() => move(index, index + 1)} />
            </li>
          );
        })}
      </ol>
      {value === undefined && <div><Button look="line" icon="check" onClick={() => onChange(order)}>{t('quiz.keepOrder')}</Button></div>}
    </>
  );
}
