import fc from 'fast-check';
import type { caseCommands } from '../../../protocol/assessment/case/commands/table.ts';
import { stageIds } from '../../../protocol/assessment/case/ids.ts';
import { cellFields, rowOf, statuses } from '../../../protocol/assessment/case/comparison.ts';
import type { CellField } from '../../../protocol/assessment/case/comparison.ts';
import { stageStates } from '../../../protocol/assessment/case/plan.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

/** Few ids of each sort, so that what one command makes is what another is about. */
const few = (prefix: string, count: number): fc.Arbitrary<string> => fc.constantFrom(...Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`));
const programme = few('g', 4);
const task = few('w', 3);
const note = few('o', 3);
const document = few('d', 3);
const contact = few('a', 2);
const comparison = few('y', 2);
const criterion = fc.constantFrom('A', 'B');
const stage = fc.constantFrom(...stageIds.slice(0, 2));
const text = fc.constantFrom('A seal on every container.', 'Une clôture.', '围栏完好。');
const day = fc.constantFrom('2030-01-01', '2030-06-30');
/** Where somebody writes: 0: they have read nothing, 1: they have read what is there (Play fills it in). */
const place = { comparison, criterion, base: fc.constantFrom(0, 1, 1) };

/** A payload for every command of a case. */
export function casePayloads(who: fc.Arbitrary<string>): { readonly [N in keyof typeof caseCommands]: fc.Arbitrary<unknown> } {
  return {
    'case.programme': fc.record({ programme, name: text, about: text }, { requiredKeys: ['name', 'about'] }),
    'case.removeProgramme': fc.record({ programme }),
    'case.stage': fc.record({ stage, state: fc.constantFrom(...stageStates), from: day, to: day }, { requiredKeys: ['stage', 'state'] }),
    'case.waive': fc.record({ document: fc.constantFrom('roadmap', 'side-by-side', 'nothing'), waived: fc.boolean() }),
    'case.date': fc.record({ signedOn: fc.option(day), effectiveOn: fc.option(day) }),
    'case.task': fc.record({ task, title: text, stage, owner: who, due: day, private: fc.boolean() }, { requiredKeys: ['title', 'private'] }),
    'case.taskDone': fc.record({ task, done: fc.boolean() }), 'case.removeTask': fc.record({ task }),
    'case.note': fc.record({ note, text, stage, private: fc.boolean() }, { requiredKeys: ['text', 'private'] }), 'case.removeNote': fc.record({ note }),
    'case.shareDocument': fc.record({ document }), 'case.removeDocument': fc.record({ document }),
    'case.contact': fc.record({ contact, name: text, position: text, email: fc.constant(''), phone: fc.constant('') }, { requiredKeys: ['name', 'position', 'email', 'phone'] }),
    'case.removeContact': fc.record({ contact }),
    'matrix.begin': fc.record({ left: programme, right: programme }),
    'matrix.write': fc.record({ ...place, field: fc.constantFrom(...cellFields), text }),
    'matrix.rate': fc.record({ ...place, status: fc.constantFrom(...statuses) }),
    'matrix.agree': fc.record({ ...place, agreed: fc.boolean() }),
    'matrix.focus': fc.record({ comparison, criterion: fc.option(criterion) }),
  };
}

/** The sort of id that what each of these commands makes bears here. */
export const madeInCases: Readonly<Record<string, readonly [prefix: string, count: number]>> = {
  'case.programme': ['g', 4], 'case.task': ['w', 3], 'case.note': ['o', 3], 'case.contact': ['a', 2], 'matrix.begin': ['y', 2],
};

/** The revision that somebody who has read what is there names. */
export function asRead(state: SessionState, who: string, payload: unknown): unknown {
  const { base, comparison: id, criterion: letter, field } = payload as { base?: number; comparison?: string; criterion?: SafeCriterion; field?: CellField };
  if (id === undefined || base !== 1) return payload;
  const one = state.case.comparisons[id];
  const row = one && rowOf(one, letter!);
  const side = state.participants[who]?.administration ?? '';
  return { ...(payload as object), base: (field === undefined ? row?.revision : row?.cells[side]?.[field]?.revision) ?? 0 };
}
