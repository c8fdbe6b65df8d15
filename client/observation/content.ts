import { use } from 'react';
import { useUiLanguage } from '../i18n/useLocale.ts';
import type { UiLanguage } from '../i18n/languages.ts';

/** content/observation/criteria.*.json: the conditions of the SAFE Framework with illustrative questions. */
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

/** content/observation/inspection.*.json: the seven points and the seal. */
export interface InspectionContent {
  readonly source: string;
  readonly points: readonly InspectionPart[];
  readonly seal: readonly InspectionPart[];
}
export interface InspectionPart {
  readonly id: string;
  readonly title: string;
  readonly look: string;
}

const criteria = import.meta.glob<CriteriaContent>('../../content/observation/criteria.*.json', { import: 'default' });
const inspection = import.meta.glob<InspectionContent>('../../content/observation/inspection.*.json', { import: 'default' });
const loaded = new Map<string, Promise<unknown>>();

/** The criteria in the language of the screen; the component waits by Suspense. */
export function useCriteria(): CriteriaContent {
  return useFile('criteria', criteria, useUiLanguage());
}

/** The inspection's points in the language of the screen; the component waits by Suspense. */
export function useInspectionContent(): InspectionContent {
  return useFile('inspection', inspection, useUiLanguage());
}

function useFile<T>(name: string, files: Readonly<Record<string, () => Promise<T>>>, language: UiLanguage): T {
  const path = `../../content/observation/${name}.${language}.json`;
  let file = loaded.get(path) as Promise<T> | undefined;
  if (!file) {
    file = files[path]!();
    loaded.set(path, file);
  }
  return use(file);
}
