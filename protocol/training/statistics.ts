import type { Attempt } from './records.ts';
import { resultOf } from './rules.ts';

/** How a question has served. Difficulty is the share of the points that was earned, on average: 1 is easy. */
export interface ItemStatistics {
  readonly question: string;
  readonly answered: number;
  readonly difficulty?: number;
  /** How the question goes with the rest of the attempt, -1 to 1 (correlation with the points of the other questions); absent: too few or too alike. */
  readonly discrimination?: number;
}

/** Fewer tell nothing about how a question separates those who know from those who do not. */
const LEAST_FOR_DISCRIMINATION = 5;

export function statisticsOf(attempts: readonly Attempt[], now: number): readonly ItemStatistics[] {
  const seen = new Map<string, { readonly share: number; readonly rest: number }[]>();
  for (const attempt of attempts) {
    const result = resultOf(attempt, now);
    if (result.state !== 'done') continue;
    const total = Object.values(result.points).reduce<number>((sum, one) => sum + (one ?? 0), 0);
    for (const { question } of attempt.questions) {
      const points = result.points[question.id] ?? 0;
      const others = result.of - question.points;
      const list = seen.get(question.id) ?? [];
      list.push({ share: points / question.points, rest: others === 0 ? 0 : (total - points) / others });
      seen.set(question.id, list);
    }
  }
  return [...seen].map(([question, list]) => {
    const discrimination = list.length < LEAST_FOR_DISCRIMINATION ? undefined : correlation(list.map(({ share }) => share), list.map(({ rest }) => rest));
    return { question, answered: list.length, difficulty: mean(list.map(({ share }) => share)), ...(discrimination === undefined ? {} : { discrimination }) };
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

/** Pearson's; undefined where one of the two does not vary. */
function correlation(xs: readonly number[], ys: readonly number[]): number | undefined {
  const [mx, my] = [mean(xs), mean(ys)];
  const sum = (of: (index: number) => number): number => xs.reduce((total, _one, index) => total + of(index), 0);
  const spread = Math.sqrt(sum((i) => (xs[i]! - mx) ** 2) * sum((i) => (ys[i]! - my) ** 2));
  return spread < 1e-12 ? undefined : sum((i) => (xs[i]! - mx) * (ys[i]! - my)) / spread;
}
