import { beforeEach, expect, test } from 'vitest';
import { rowOf, standingOf } from '../../../protocol/assessment/case/comparison.ts';
import type { Row } from '../../../protocol/assessment/case/comparison.ts';
import { joint } from '../../../protocol/assessment/case/project.ts';
import { safeCriteria } from '../../../protocol/criteria.ts';
import type { Role } from '../../../protocol/kinds.ts';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import { FLOOR, SYSTEM } from '../../../protocol/live/ids.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import '../../../protocol/parts.ts';
import { commandRow } from '../../../protocol/table.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { annexDocument } from '../../../server/assessment/case/annex/document.ts';
import { authorise } from '../../../server/live/authorise.ts';
import { decide } from '../../../server/live/decide/index.ts';

const people: readonly (readonly [id: string, side: string, role: Role])[] = [
  ['nora', 'north', 'headOfSide'], ['nils', 'north', 'officer'], ['sana', 'south', 'headOfSide'], ['sef', 'south', 'officer'], ['wim', 'west', 'headOfSide'],
];
const sides = ['north', 'south'];

let state: SessionState;
beforeEach(() => {
  state = initialState();
  append(SYSTEM, [
    { type: 'session.scheduled', data: { id: 's', kind: 'case', title: 'A case', languages: ['en'], startsAt: 0, endsAt: 0, zone: 'UTC', lobby: false, administration: 'north', createdBy: 'nora' } },
    ...people.map(([id, side, role]): Draft => ({
      type: 'participant.invited', data: { id, name: id, administration: side, administrationName: side, country: 'NO', language: 'en', person: id, role },
    })),
    { type: 'session.opened', data: {} },
    ...sides.map((side): Draft => ({ type: 'case.programmeSet', data: { id: `of ${side}`, administration: side, name: side, about: '' }, audience: joint })),
    { type: 'matrix.begun', data: { id: 'm', left: 'of north', right: 'of south' }, audience: joint },
  ]);
});

function append(actor: string, drafts: readonly Draft[]): void {
  state = drafts.map((draft, index) => ({ room: FLOOR, audience: 'everyone', ...draft, seq: state.seq + 1 + index, at: 1_000, actor }) as SessionEvent).reduce(reduce, state);
}

/** "ok" or the code of the refusal. */
function run<N extends CommandName>(who: string, name: N, payload: CommandInput<N>): string {
  const row = commandRow(name);
  const actor = authorise(state, who, row);
  const decision = actor.ok ? decide(name, state, actor.value, row.payload.parse(payload), { now: 1_000, id: `c${state.seq}` }) : actor;
  if (!decision.ok) return decision.error.code;
  append(who, decision.value);
  return 'ok';
}

const at = { comparison: 'm', criterion: 'G' } as const;
const row = (): Row => rowOf(state.case.comparisons['m']!, 'G');
const write = (who: string, text: string, base: number, field: 'text' | 'practice' | 'comment' = 'text'): string => run(who, 'matrix.write', { ...at, field, text, base });
const rate = (who: string, status: 'partly' | 'gap', base = row().revision): string => run(who, 'matrix.rate', { ...at, status, base });
const agree = (who: string, agreed = true, base = row().revision): string => run(who, 'matrix.agree', { ...at, agreed, base });

test('two people of a side in one cell: the second is told and overwrites nothing that they have not read', () => {
  expect(write('nora', 'Seals by ISO 17712', 0)).toBe('ok');
  expect(write('nils', 'Bolt seals', 0)).toBe('matrix.stale');
  expect(row().cells['north']?.text?.text).toBe('Seals by ISO 17712');
  expect(write('nils', 'Bolt seals', row().cells['north']!.text!.revision)).toBe('ok');
  // What the other side writes in the same row is in nobody's way.
  expect(write('sana', 'Any seal', 0)).toBe('ok');
  expect([row().cells['north']?.text?.text, row().cells['south']?.text?.text]).toEqual(['Bolt seals', 'Any seal']);
});

test('a row is agreed by both heads as it stands, once it has a status, and by nobody else', () => {
  expect(agree('nora')).toBe('matrix.notExamined');
  expect(rate('nils', 'partly')).toBe('ok');
  expect(agree('nils')).toBe('permission.denied');
  const read = row().revision;
  expect(write('sef', 'Any seal', 0)).toBe('ok');
  expect(agree('nora', true, read)).toBe('matrix.stale');
  expect([agree('nora'), standingOf(row(), sides)]).toEqual(['ok', 'half']);
  expect([agree('sana'), standingOf(row(), sides)]).toEqual(['ok', 'agreed']);
  expect([agree('nora', false), standingOf(row(), sides)]).toEqual(['ok', 'half']);
});

test.each([
  ['a text', () => write('nils', 'Bolt seals', 0), 'text'], ['evidence of practice', () => write('sef', 'Seen in the port', 0, 'practice'), 'practice'], ['the status', () => rate('sef', 'gap'), 'status'],
] as const)('%s that changes takes the agreement of both heads back and says whose it was', (_what, change, what) => {
  rate('nils', 'partly');
  agree('nora');
  agree('sana');
  expect(change()).toBe('ok');
  expect([standingOf(row(), sides), row().takenBack?.what, row().takenBack?.from.toSorted()]).toEqual(['open', what, sides]);
  agree('nora');
  expect(row().takenBack).toBeUndefined();
});

test('a comment is talk about a row and takes no agreement back', () => {
  rate('nils', 'partly');
  agree('nora');
  agree('sana');
  expect(write('sef', 'Shall we look at bolts?', 0, 'comment')).toBe('ok');
  expect(standingOf(row(), sides)).toBe('agreed');
});

test('a third administration of the case reads the comparison of two others and changes nothing in it', () => {
  expect(write('wim', 'Ours', 0)).toBe('case.foreign');
  expect(rate('wim', 'gap')).toBe('case.foreign');
  rate('nils', 'partly');
  expect(agree('wim')).toBe('case.foreign');
});

test('the annex that both heads agreed to prints nothing that they did not agree to; a draft prints what is said about it too', () => {
  write('nora', 'Bolt seals', 0);
  write('sef', 'Which ones?', 0, 'comment');
  const printed = (): string => JSON.stringify(annexDocument(state, state.case.comparisons['m']!, 'en', 2_000).blocks);
  expect(printed()).toContain('Which ones?');
  for (const criterion of safeCriteria) {
    for (const side of sides) append(side === 'north' ? 'nora' : 'sana', [{ type: 'matrix.agreed', data: { comparison: 'm', criterion, side, agreed: true }, audience: joint }]);
  }
  expect(printed()).toContain('Bolt seals');
  expect(printed()).not.toContain('Which ones?');
});
