import { useCallback } from 'react';
import type { StageId } from '../../../protocol/assessment/case/ids.ts';
import type { StageContent } from '../../../protocol/assessment/case/routes.ts';
import { useApi } from '../../app/queries.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';

/** What each stage is about, in the language of the screen; empty until it has come. */
export function useStages(): readonly StageContent[] {
  return useApi('caseStages').data?.stages ?? none;
}

export function useStageName(): (stage: StageId) => string {
  const stages = useStages();
  const language = useUiLanguage();
  return useCallback((stage) => stages.find(({ id }) => id === stage)?.title[language] ?? '', [stages, language]);
}

const none: readonly StageContent[] = [];
