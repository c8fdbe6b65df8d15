import { useContentFile } from '../app/content.ts';

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

const inspection = import.meta.glob<InspectionContent>('../../content/observation/inspection.*.json', { import: 'default' });

/** The inspection's points in the language of the screen; the component waits by Suspense. */
export function useInspectionContent(): InspectionContent {
  return useContentFile(inspection);
}
