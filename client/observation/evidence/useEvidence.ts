import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SYSTEM } from '../../../protocol/live/ids.ts';
import { useVisit } from '../source.tsx';
import { useCriterionName } from '../useCriterionName.ts';
import { entriesOf } from './list.ts';
import type { Entry } from './list.ts';

/** The items that this person may know of, the newest first. */
export function useEntries(): readonly Entry[] {
  const { observation: { evidence }, may } = useVisit();
  const hasCustody = may('evidence.custody');
  return useMemo(() => entriesOf(evidence, hasCustody), [evidence, hasCustody]);
}

export interface Names {
  readonly person: (id: string | undefined) => string;
  readonly zone: (id: string | undefined) => string;
  readonly criterion: (id: string | undefined) => string;
  /** "No. 7 · Seal of the container". */
  readonly item: (entry: Pick<Entry, 'number' | 'title' | 'kind'>) => string;
  readonly title: (entry: Pick<Entry, 'title' | 'kind'>) => string;
}

/** What people, places and things of the evidence are called; a dash for what is not told. */
export function useNames(): Names {
  const { t } = useTranslation('evidence');
  const { participants, observation: { plan } } = useVisit();
  const criterion = useCriterionName();
  return useMemo(() => {
    const title = ({ title: given, kind }: Pick<Entry, 'title' | 'kind'>): string => given || t(`kind.${kind}`);
    return {
      title,
      person: (id) => id === undefined ? '–' : participants[id]?.name ?? t(id === SYSTEM ? 'platform' : 'someone'),
      zone: (id) => id === undefined ? '–' : plan.zones[id]?.name ?? t('zoneGone'),
      criterion: (id) => id === undefined ? '–' : criterion(id),
      item: (entry) => `${t('number', { number: entry.number })} · ${title(entry)}`,
    };
  }, [t, participants, plan.zones, criterion]);
}
