import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ink } from '../../../protocol/live/marks.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Point } from '../view/geometry.ts';
import { inkColours, TEXT_SIZE } from './tools.ts';
import css from './ink.module.css';

interface Props {
  readonly at: Point;
  readonly ink: Ink;
  /** The page's width on the screen, CSS pixels. */
  readonly width: number;
  /** Characters. */
  readonly most?: number;
  readonly onDone: (text: string) => void;
}

/** Where a text is written onto the page. Enter finishes, Shift+Enter begins another line, Escape gives it up. */
export function TextEditor({ at, ink, width, most = limits.markTextChars, onDone }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const done = useRef(false);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const finish = (result: string): void => {
    if (done.current) return;
    done.current = true;
    onDone(result);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    // While an input method composes (Chinese, Japanese), Enter chooses a word.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finish('');
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      finish(text);
    }
  };
  const lines = text.split('\n');
  return (
    <textarea
      ref={field} className={css['editor']} value={text} maxLength={most} aria-label={t('text.label')} placeholder={t('text.placeholder')}
      rows={lines.length} cols={Math.max(12, ...lines.map((line) => line.length + 2))}
      style={{ insetInlineStart: `${at.x * 100}%`, insetBlockStart: `${at.y * 100}%`, fontSize: Math.max(12, TEXT_SIZE * width), color: inkColours[ink] }}
      onChange={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown} onBlur={() => finish(text)}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
}
