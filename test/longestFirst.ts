import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Files that take by far the longest: begun last, each would run alone at the end while the other core stands still. */
const LONG = ['store/kill', 'server/process', 'signing/signing', 'security/fuzz/rows', 'pages/axe', 'pages/course', 'pages/visitPlan', 'pages/deck'];

/** A fresh clone remembers no durations, and the size of a file says little of its time. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return at < 0 ? LONG.length : at;
}
