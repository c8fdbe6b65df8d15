import { memo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../../protocol/observation/annotation.ts';
import { arrowPath, badgeAt, coloursOf, linesOf, sizesOn, widthOf } from './shapes.ts';
import type { PictureBox } from './shapes.ts';
import css from './annotate.module.css';

interface Props extends PictureBox {
  readonly marks: readonly Annotation[];
}

/**
 * Marks over a picture, as vectors. It fills its parent, which lies exactly over the picture: `width` and `height` are those of the
 * picture as it is shown (CSS pixels), so that lines and numbers keep a size that can be read on a thumbnail and on a wall.
 */
export const AnnotationLayer = memo(function AnnotationLayer({ marks, width, height }: Props): ReactNode {
  const { t } = useTranslation('directing');
  if (width <= 0 || height <= 0) return null;
  const names = marks.map((mark) => mark.shape === 'text' ? t('annotate.said.text', { text: mark.text }) : t(`annotate.said.${mark.shape}`, { number: mark.number }));
  return (
    <svg
      className={css['layer']} viewBox={`0 0 ${width} ${height}`} data-annotations={marks.length}
      {...(marks.length === 0 ? { 'aria-hidden': true } : { role: 'img', 'aria-label': names.join(', ') })}
    >
      {marks.map((mark) => <AnnotationShape key={mark.id} mark={mark} width={width} height={height} />)}
    </svg>
  );
});

/** One mark. It never changes, so it is worked out once for a size. */
export const AnnotationShape = memo(function AnnotationShape({ mark, width, height }: PictureBox & { readonly mark: Annotation }): ReactNode {
  const { ink, edge } = coloursOf(mark.ink);
  const { line, badge, text } = sizesOn(width);
  if (mark.shape === 'text') {
    const lines = linesOf(mark.text, text, Math.max(text * 8, width * (1 - mark.at.x)));
    const x = Math.max(0, Math.min(mark.at.x * width, width - Math.max(...lines.map((each) => widthOf(each, text)))));
    const y = Math.max(0, Math.min(mark.at.y * height, height - text * 1.25 * lines.length));
    return (
      <text className={css['text']} fill={ink} stroke={edge} strokeWidth={text * 0.22} fontSize={text}>
        {lines.map((each, index) => <tspan key={index} x={x} y={y + text * (0.95 + index * 1.25)}>{each}</tspan>)}
      </text>
    );
  }
  const at = badgeAt(mark, { width, height });
  return (
    <g className={css['shape']}>
      {mark.shape === 'arrow' ? <Arrow from={at} to={{ x: mark.to.x * width, y: mark.to.y * height }} line={line} ink={ink} edge={edge} /> : (
        [{ colour: edge, wide: line * 2 }, { colour: ink, wide: line }].map(({ colour, wide }) => (
          <ellipse
            key={colour} fill="none" stroke={colour} strokeWidth={wide} cx={mark.centre.x * width} cy={mark.centre.y * height}
            rx={mark.radiusX * width} ry={mark.radiusY * height}
          />
        ))
      )}
      <circle cx={at.x} cy={at.y} r={badge - line / 2} fill={ink} stroke={edge} strokeWidth={line * 0.7} />
      <text className={css['number']} x={at.x} y={at.y} fill={edge} fontSize={badge * 1.2}>{mark.number}</text>
    </g>
  );
});

interface ArrowProps {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly line: number;
  readonly ink: string;
  readonly edge: string;
}

function Arrow({ from, to, line, ink, edge }: ArrowProps): ReactNode {
  const { shaft, head } = arrowPath(from, to, line);
  return (
    <>
      <path d={shaft} stroke={edge} strokeWidth={line * 2} />
      <path d={head} fill={edge} stroke={edge} strokeWidth={line} />
      <path d={shaft} stroke={ink} strokeWidth={line} />
      <path d={head} fill={ink} />
    </>
  );
}
