import type { Ink, Shape } from '../../../protocol/live/marks.ts';

/** select: words, links, moving a zoomed page; pointer: the laser pointer; the others draw. */
export const tools = ['select', 'pointer', 'pen', 'marker', 'text'] as const;
export type Tool = (typeof tools)[number];

export interface Pencil {
  readonly tool: Tool;
  readonly ink: Ink;
}

/** Fractions of the page's width. */
export const PEN_WIDTH = 0.0036;
export const MARKER_WIDTH = 0.02;
export const TEXT_SIZE = 0.026;

/** Of the page, whatever theme the screen has: ink on paper. Dark enough to be read on white, but for the marker's yellow. */
export const inkColours: Readonly<Record<Ink, string>> = {
  red: '#d01f2e', blue: '#1257c9', green: '#14803c', yellow: '#f5c400', black: '#14202a',
};

export function strokeShape(tool: 'pen' | 'marker', ink: Ink, points: readonly number[]): Shape {
  return { tool, ink, width: tool === 'pen' ? PEN_WIDTH : MARKER_WIDTH, points };
}
