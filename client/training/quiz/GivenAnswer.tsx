import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Key, PutQuestion } from '../../../protocol/training/questions.ts';
import { useFigures, useWords } from '../shared/words.ts';
import css from './quiz.module.css';

interface Props {
  readonly put: PutQuestion;
  /** A person's answer or the right one, in the order of the attempt. */
  readonly answer: Key['answer'];
  readonly label: string;
}

/** An answer in words. */
export function GivenAnswer({ put, answer, label }: Props): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const { number } = useFigures();
  const none = <span className={css['none']}>{t('quiz.noAnswer')}</span>;
  const said = (): ReactNode => {
    if (answer === undefined) return none;
    const places: readonly number[] = typeof answer === 'number' ? [answer] : Array.isArray(answer) ? answer as readonly number[] : [];
    switch (put.kind) {
      case 'single': case 'multiple': return places.length === 0 ? none : <ul className={css['given']}>{places.map((place) => <li key={place}>{words(put.options[place]!)}</li>)}</ul>;
      case 'ordering': return <ol className={css['given']}>{places.map((place) => <li key={place}>{words(put.options[place]!)}</li>)}</ol>;
      case 'matching': return <ul className={css['given']}>{put.lefts.map((left, index) => <li key={left.en}>{words(left)} → {places[index] === undefined || places[index] === -1 ? none : words(put.options[places[index]]!)}</li>)}</ul>;
      case 'numeric': return <span>{number(answer as number)} {put.unit && words(put.unit)}</span>;
      case 'short': return <p className={css['quote']}>{String(answer)}</p>;
      case 'hotspot': {
        const place = answer as { readonly x: number; readonly y: number; readonly width?: number; readonly height?: number };
        const style = { left: `${place.x * 100}%`, top: `${place.y * 100}%` };
        return (
          <div className={css['picture']}>
            <img src={put.picture} alt={t('quiz.pointAt', { alt: words(put.alt), x: Math.round(place.x * 100), y: Math.round(place.y * 100) })} />
            {place.width === undefined ? <span className={css['mark']} style={style} /> : <span className={css['area']} style={{ ...style, width: `${place.width * 100}%`, height: `${(place.height ?? 0) * 100}%` }} />}
          </div>
        );
      }
      default: return put satisfies never;
    }
  };
  return <div className={css['answer']}><p className={css['label']}>{label}</p>{said()}</div>;
}
