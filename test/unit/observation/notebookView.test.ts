import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../client/observation/inspection/verdict.ts';
import { questionQueue } from '../../../client/observation/notebook/order.ts';
import { reportShape } from '../../../client/observation/report/draft.ts';
import { conflicts, emptyDraft } from '../../../client/pages/shared/textsDraft.ts';
import { points } from '../../../protocol/observation/inspections.ts';
import type { Inspection, PointResult } from '../../../protocol/observation/inspections.ts';
import type { Question, QuestionState } from '../../../protocol/observation/notebook.ts';
import { initialPlan } from '../../../protocol/observation/plan.ts';
import { noTexts } from '../../../protocol/observation/report.ts';

const question = (id: string, at: number, state: QuestionState, slot?: string): Question => ({ id, at, state, text: id, by: 'ann', ...(slot === undefined ? {} : { slot }) });

describe('the queue of questions', () => {
  const plan = {
    ...initialPlan,
    slots: { late: { id: 'late', title: 'Dock', startsAt: 200, minutes: 30 }, early: { id: 'early', title: 'Gate', startsAt: 100, minutes: 30 } },
  };

  test('follows the agenda, what waits for an answer first', () => {
    const groups = questionQueue(plan, [
      question('answered', 1, 'answered', 'early'), question('second', 3, 'open', 'early'), question('first', 2, 'open', 'early'),
      question('later', 1, 'deferred', 'early'), question('dock', 1, 'open', 'late'),
    ]);
    expect(groups.map(({ slot, questions }) => [slot?.title, questions.map((one) => one.id)])).toEqual([
      ['Gate', ['first', 'second', 'later', 'answered']], ['Dock', ['dock']],
    ]);
  });

  test('loses no question whose slot has gone', () => {
    const groups = questionQueue(plan, [question('orphan', 1, 'open', 'gone'), question('general', 2, 'open')]);
    expect(groups).toEqual([{ questions: [expect.objectContaining({ id: 'orphan' }), expect.objectContaining({ id: 'general' })] }]);
  });
});

describe('an inspection as a whole', () => {
  const inspection = (result: PointResult, rest: Partial<Inspection> = {}): Inspection => ({
    id: 'i', container: 'CSQU3054383', misread: false, by: 'ann', at: 1,
    points: Object.fromEntries(points.map((point) => [point, { result, remark: '' }])),
    seal: { number: 'A', documentNumber: 'A', checks: { affixed: result, standard: result, intact: result, matches: result } },
    ...rest,
  });

  test.each([
    ['conforms when everything does', inspection('conform'), 'conform'],
    ['does not conform for one point', inspection('conform', { points: { ...inspection('conform').points, doors: { result: 'notConform', remark: '' } } }), 'notConform'],
    ['does not conform with a number that is wrong in itself', inspection('conform', { misread: true }), 'notConform'],
    ['is incomplete where a point was not checked', inspection('conform', { points: { ...inspection('conform').points, floor: { result: 'notChecked', remark: '' } } }), 'incomplete'],
    ['is incomplete without its seal', (({ seal: _none, ...rest }) => rest)(inspection('conform')), 'incomplete'],
  ])('%s', (_what, one, name) => expect(verdictOf(one).name).toBe(name));
});

describe('the draft of a report', () => {
  const newest = { ...noTexts, summary: 'theirs', criteria: { A: 'one', B: 'two' } };

  test('tells only of those fields that both have changed', () => {
    const began = { ...noTexts, criteria: { A: 'one', B: 'before' } };
    const draft = { base: 1, typed: { summary: 'mine', hostView: 'mine', 'criterion:A': 'mine', 'criterion:B': 'mine' } };
    expect(conflicts(began, newest, draft, reportShape.textIn)).toEqual(['summary', 'criterion:B']);
    expect(conflicts(undefined, newest, emptyDraft, reportShape.textIn)).toEqual([]);
  });
});
