import { z } from 'zod';
import { stageIds } from '../../../protocol/assessment/case/ids.ts';
import { stageContent } from '../../../protocol/assessment/case/routes.ts';
import type { StageContent } from '../../../protocol/assessment/case/routes.ts';
import { readContent } from '../../content.ts';

/** The stages with their documents, in the order of the protocol's own list. */
const schema = z.array(stageContent).refine((all) => all.map(({ id }) => id).join() === stageIds.join(), { error: `the stages are ${stageIds.join(', ')}` });

export const stages: readonly StageContent[] = readContent('assessment/stages.yaml', schema);

const expected: ReadonlySet<string> = new Set(stages.flatMap(({ documents }) => documents.map(({ id }) => id)));

export function isExpected(document: string): boolean {
  return expected.has(document);
}
