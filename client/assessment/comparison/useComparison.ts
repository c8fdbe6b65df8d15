import type { Comparison } from '../../../protocol/assessment/case/comparison.ts';
import type { Programme } from '../../../protocol/assessment/case/plan.ts';
import { useCase } from '../case/source.tsx';

export interface Compared {
  readonly comparison: Comparison;
  /** Left and right. */
  readonly programmes: readonly [Programme, Programme];
  readonly sides: readonly [string, string];
  /** I belong to one of the two administrations. */
  readonly isOurs: boolean;
}

/** A comparison with its two programmes, if it is there. */
export function useComparison(id: string): Compared | undefined {
  const { file: { comparisons, plan }, me } = useCase();
  const comparison = comparisons[id];
  const left = comparison && plan.programmes[comparison.left];
  const right = comparison && plan.programmes[comparison.right];
  if (!comparison || !left || !right) return undefined;
  const sides = [left.administration, right.administration] as const;
  return { comparison, programmes: [left, right], sides, isOurs: sides.includes(me.administration) };
}
