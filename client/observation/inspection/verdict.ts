import { points } from '../../../protocol/observation/inspections.ts';
import type { Inspection } from '../../../protocol/observation/inspections.ts';
import type { Tone } from '../../ui/Chip.tsx';

export interface InspectionVerdict {
  readonly name: 'conform' | 'notConform' | 'incomplete';
  readonly tone: Tone;
}

/** What an inspection says as a whole: one point that does not conform is enough, and what was not looked at leaves it open. */
export function verdictOf({ points: found, seal, misread }: Inspection): InspectionVerdict {
  const results = [...points.map((point) => found[point]?.result), ...Object.values(seal?.checks ?? { none: undefined })];
  if (misread || results.includes('notConform')) return { name: 'notConform', tone: 'stop' };
  return results.every((result) => result === 'conform') ? { name: 'conform', tone: 'ok' } : { name: 'incomplete', tone: 'neutral' };
}
