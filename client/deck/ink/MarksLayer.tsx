import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Mark, Shape } from '../../../protocol/live/marks.ts';
import { markerPath, penPath, UNITS } from './outline.ts';
import { inkColours } from './tools.ts';
import css from './ink.module.css';

interface Props {
  readonly marks: readonly Mark[];
  /** The page's height over its width. */
  readonly aspect: number;
}

/** The marks of a page, as vectors over it. */
export const MarksLayer = memo(function MarksLayer({ marks, aspect }: Props): ReactNode {
  return (
    <svg className={css['marks']} viewBox={`0 0 ${UNITS} ${UNITS * aspect}`} preserveAspectRatio="none" aria-hidden="true" data-marks={marks.length}>
      {marks.map((mark) => <MarkShape key={mark.id} shape={mark.shape} aspect={aspect} />)}
    </svg>
  );
});

/** One mark. A shape never changes, so it is worked out once. */
const MarkShape = memo(function MarkShape({ shape, aspect }: { readonly shape: Shape; readonly aspect: number }): ReactNode {
  const colour = inkColours[shape.ink];
  if (shape.tool === 'text') {
    const size = shape.size * UNITS;
    return (
      <text className={css['text']} fill={colour} fontSize={size}>
        {shape.text.split('\n').map((line, index) => (
          <tspan key={index} x={shape.x * UNITS} y={shape.y * UNITS * aspect + size * (0.95 + index * 1.25)}>{line}</tspan>
        ))}
      </text>
    );
  }
  if (shape.tool === 'pen') return <path d={penPath(shape.points, shape.width, aspect)} fill={colour} />;
  return <path className={css['marker']} d={markerPath(shape.points, aspect)} stroke={colour} strokeWidth={shape.width * UNITS} />;
});
