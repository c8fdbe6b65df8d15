import type { Quality } from './model.ts';

/** mediasoup's score of a stream, 0..10, as people see it. */
export function qualityOfScore(score: number): Quality {
  return score >= 8 ? 3 : score >= 5 ? 2 : score >= 1 ? 1 : 0;
}

/** The line between this page and the server, over the last few seconds. Losses 0..1. */
export interface LineFigures {
  readonly connected: boolean;
  readonly lossUp: number;
  readonly lossDown: number;
  readonly roundTripMs?: number;
}

export function qualityOfLine({ connected, lossUp, lossDown, roundTripMs = 0 }: LineFigures): Quality {
  if (!connected) return 0;
  const loss = Math.max(lossUp, lossDown);
  if (loss > 0.1 || roundTripMs > 700) return 1;
  return loss > 0.03 || roundTripMs > 300 ? 2 : 3;
}
