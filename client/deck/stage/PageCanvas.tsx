import { useLayoutEffect, useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import css from './PageArea.module.css';

interface Props {
  readonly canvas: HTMLCanvasElement;
  readonly style?: CSSProperties;
}

/** Puts a drawn canvas on the screen as it is: without copying it, and before the next frame. The page's words are in its text layer. */
export function PageCanvas({ canvas, style }: Props): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => holder.current?.replaceChildren(canvas), [canvas]);
  return <div ref={holder} className={css['canvas']} style={style} aria-hidden="true" />;
}
