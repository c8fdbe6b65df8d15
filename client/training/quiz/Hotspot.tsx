import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../shared/words.ts';
import type { AnswerProps } from './QuestionCard.tsx';
import css from './quiz.module.css';

type Point = { readonly x: number; readonly y: number };

/** A point of a picture: pressed with a finger or a mouse, or set with two sliders. */
export function Hotspot({ put, value, onChange }: AnswerProps<'hotspot'>): ReactNode {
  const { t } = useTranslation('training');
  const words = useWords();
  const picture = useRef<HTMLImageElement>(null);
  const point = typeof value === 'object' && 'x' in value ? value as Point : undefined;
  const at = point ?? { x: 0.5, y: 0.5 };
  const slider = (axis: 'x' | 'y', label: string): ReactNode => (
    <label className={css['slider']}>
      <span>{label}</span>
      <input
        type="range" min={0} max={100} step={1} value={Math.round(at[axis] * 100)} aria-valuetext={`${Math.round(at[axis] * 100)} %`}
        onChange={(event) => onChange({ ...at, [axis]: Number(event.currentTarget.value) / 100 })}
      />
    </label>
  );
  return (
    <div className={css['hotspot']}>
      <div className={css['picture']}>
        {/* Who uses no pointer has the sliders. */}
        {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
        <img
          ref={picture} src={put.picture} alt={words(put.alt)} draggable={false}
          onClick={(event) => {
            const box = picture.current!.getBoundingClientRect();
            const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000;
            onChange({ x: within((event.clientX - box.left) / box.width), y: within((event.clientY - box.top) / box.height) });
          }}
        />
        {point && <span className={css['mark']} style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }} aria-hidden="true" />}
      </div>
      <div className={css['sliders']}>{slider('x', t('quiz.fromLeft'))}{slider('y', t('quiz.fromTop'))}</div>
    </div>
  );
}
