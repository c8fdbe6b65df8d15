import { useCallback } from 'react';
import type { CriterionId } from '../../protocol/observation/ids.ts';
import { useCriteria } from '../app/criteria.ts';
import { useVisit } from './source.tsx';

/** How a criterion is called: "G · Cargo Security", or the title that an administration gave its own. */
export function useCriterionName(): (id: CriterionId) => string {
  const { criteria } = useCriteria();
  const { own } = useVisit().observation.scope;
  return useCallback((id) => {
    const known = criteria.find((one) => one.id === id);
    return known ? `${known.id} · ${known.title}` : own[id]?.title ?? id;
  }, [criteria, own]);
}

/** The criteria to choose from: those in scope, or all thirteen as long as no scope is set, and then the others. */
export function useCriterionOptions(): readonly { readonly value: CriterionId; readonly label: string }[] {
  const name = useCriterionName();
  const { criteria } = useCriteria();
  const { criteria: scope, own } = useVisit().observation.scope;
  const all = [...criteria.map((one) => one.id), ...Object.keys(own)];
  return [...scope, ...all.filter((id) => !scope.includes(id))].map((value) => ({ value, label: name(value) }));
}
