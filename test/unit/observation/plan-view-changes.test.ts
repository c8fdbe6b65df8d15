import { beforeEach, describe, expect, test } from 'vitest';
import { Visit } from './scene.ts';

/** ann and hal both plan; what one of them writes is not lost to what the other has on the screen. */
let visit: Visit;
beforeEach(() => {
  visit = new Visit();
});
const plan = () => visit.state.observation.plan;
const scope = () => visit.state.observation.scope;

describe('two people plan at once', () => {
  test('the operator and the premises, field by field', () => {
    visit.must('ann', 'visit.describe', { operator: { name: 'Harbour Cold Store' }, premises: { address: '7 Quay Road' } });
    visit.must('hal', 'visit.describe', { operator: { identifier: 'AEO-77' } });
    expect(plan().operator).toMatchObject({ name: 'Harbour Cold Store', identifier: 'AEO-77' });
    expect(plan().premises.address).toBe('7 Quay Road');
  });

  test('a zone', () => {
    const zone = visit.must('ann', 'visit.zone', { kind: 'dock', name: 'Dock', noRecord: false, remark: '' });
    visit.must('ann', 'visit.zone', { zone, noRecord: true });
    visit.must('hal', 'visit.zone', { zone, remark: 'Hard hats' });
    expect(plan().zones[zone]).toEqual({ id: zone, kind: 'dock', name: 'Dock', noRecord: true, remark: 'Hard hats' });
    expect(visit.try('hal', 'visit.zone', { zone: 'none', remark: '' })).toBe('visit.absent zone');
  });

  test('a slot, whose zone and owner can also be taken away', () => {
    const slot = visit.must('ann', 'visit.slot', { title: 'Tour', startsAt: visit.now, minutes: 20, zone: 'z1', owner: 'ann' });
    visit.must('hal', 'visit.slot', { slot, minutes: 40 });
    visit.must('ann', 'visit.slot', { slot, owner: null });
    expect(plan().slots[slot]).toEqual({ id: slot, title: 'Tour', startsAt: visit.now, minutes: 40, zone: 'z1' });
    expect(visit.try('hal', 'visit.slot', { slot, zone: 'none' })).toBe('visit.absent zone');
    expect(visit.try('hal', 'visit.slot', { slot, owner: 'nobody' })).toBe('participant.absent owner');
    expect(visit.try('hal', 'visit.slot', { slot: 'none', minutes: 5 })).toBe('visit.absent slot');
  });

  test('a criterion of the administration\'s own', () => {
    const criterion = visit.must('ann', 'visit.criterion', { title: 'Cold chain', questions: [] });
    visit.must('hal', 'visit.criterion', { criterion, questions: ['Who is alerted?'] });
    visit.must('ann', 'visit.criterion', { criterion, title: 'Cold chain integrity' });
    expect(scope().own[criterion]).toEqual({ id: criterion, title: 'Cold chain integrity', questions: ['Who is alerted?'] });
  });

  test('what is in scope, one by one and in the order of the checklist', () => {
    visit.must('ann', 'visit.scope', { criteria: ['I'] });
    visit.must('hal', 'visit.scope', { criterion: 'B', inScope: true });
    const own = visit.must('ann', 'visit.criterion', { title: 'Cold chain', questions: [] });
    visit.must('ann', 'visit.scope', { criterion: own, inScope: true });
    visit.must('hal', 'visit.scope', { criterion: 'G', inScope: true });
    expect(scope().criteria).toEqual(['B', 'G', 'I', own]);
    visit.must('ann', 'visit.scope', { criterion: 'G', inScope: false });
    expect(scope().criteria).toEqual(['B', 'I', own]);
    expect(visit.try('ann', 'visit.scope', { criterion: 'Z', inScope: true })).toBe('visit.absent criterion');
  });
});
