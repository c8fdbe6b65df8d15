import { useContentFile } from './content.ts';

/** content/criteria: the conditions of the SAFE Framework with illustrative questions. */
export interface CriteriaContent {
  readonly source: string;
  readonly note: string;
  readonly criteria: readonly Criterion[];
}
export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly questions: readonly Worded[];
  readonly documents: readonly Worded[];
}
interface Worded {
  readonly id: string;
  readonly text: string;
}

const files = import.meta.glob<CriteriaContent>('../../content/criteria/*.json', { import: 'default' });

/** The criteria in the language of the screen; the component waits by Suspense. */
export function useCriteria(): CriteriaContent {
  return useContentFile(files);
}
