import { beforeEach, describe, expect, test } from 'vitest';
import { project } from '../../../protocol/live/audience.ts';
import { agendaLines, gatherFacts } from '../../../protocol/observation/reportFacts.ts';
import { NOW, Visit } from './scene.ts';

let visit: Visit;
beforeEach(() => {
  visit = new Visit();
});
const facts = () => gatherFacts(visit.state, visit.now);
const later = (minutes: number) => {
  visit.now = NOW + minutes * 60_000;
  return visit.now;
};

describe('the agenda of a report', () => {
  const times = () => agendaLines(facts()).map(({ title, times: held }) => [title, ...held.map(({ from, to }) => [from, to])]);

  test('says when each slot was begun and ended, and which was not reached', () => {
    visit.must('ann', 'visit.slot', { title: 'Office', startsAt: Date.UTC(2030, 0, 1, 1), minutes: 20 }, 't2');
    visit.must('ann', 'visit.slot', { title: 'Closing', startsAt: Date.UTC(2030, 0, 1, 2), minutes: 10 }, 't3');
    const begun = later(10);
    visit.must('ann', 'visit.beginSlot', { slot: 't2' });
    const back = later(30);
    visit.must('ann', 'visit.beginSlot', { slot: 't1' });
    expect(times()).toEqual([['Walk', [NOW, begun], [back, undefined]], ['Office', [begun, back]], ['Closing']]);
    const none = later(40);
    visit.must('ann', 'visit.beginSlot', { slot: null });
    expect(times()[0]).toEqual(['Walk', [NOW, begun], [back, none]]);
  });

  test('ends what is under way with the session', () => {
    const end = later(50);
    visit.must('ann', 'session.end', {});
    expect(times()).toEqual([['Walk', [NOW, end]]]);
    expect(visit.state.observation.plan.slot).toBeUndefined();
  });

  test('keeps what took place of a slot that was taken out of the plan, by its name', () => {
    const gone = later(5);
    visit.must('ann', 'visit.removeSlot', { slot: 't1' });
    expect(agendaLines(facts())).toEqual([{ title: 'Walk', times: [{ slot: 't1', title: 'Walk', from: NOW, to: gone }] }]);
    expect(visit.state.observation.plan.slot).toBeUndefined();
  });

  test('of facts that were gathered before this was told, is the plan alone', () => {
    const { held: _untold, ...before } = facts();
    expect(agendaLines(before)).toEqual([{ planned: visit.state.observation.plan.slots['t1'], title: 'Walk', times: [] }]);
  });
});

describe('the consents of a report', () => {
  test('are every word on a zone in its order, and whose it was', () => {
    visit.must('chen', 'consent.zone', { zone: 'z1', state: 'given' });
    const at = later(3);
    visit.must('chen', 'consent.zone', { zone: 'z1', state: 'withdrawn' });
    expect(facts().consents?.zones.slice(1)).toEqual([
      { zone: 'z1', state: 'given', at: NOW, by: 'chen', own: true }, { zone: 'z1', state: 'withdrawn', at, by: 'chen', own: true },
    ]);
  });

  test('tell persons apart by number, without name and seat, also once they are off the list', () => {
    const consent = visit.must('ann', 'consent.person', { name: 'A Worker', zone: 'z1', state: 'given' });
    visit.must('fay', 'consent.own', { state: 'refused' });
    const at = later(3);
    visit.must('ann', 'consent.person', { consent, name: 'A Worker', zone: 'z1', state: 'withdrawn' });
    visit.must('ann', 'consent.person', { consent, name: 'A. Worker', zone: 'z1', state: 'withdrawn' });
    visit.must('ann', 'consent.removePerson', { consent });
    const { consents } = facts();
    expect(consents?.persons).toEqual([
      { number: 1, zone: 'z1', state: 'given', at: NOW, own: false }, { number: 2, state: 'refused', at: NOW, own: true }, { number: 1, zone: 'z1', state: 'withdrawn', at, own: false },
    ]);
    for (const secret of ['Worker', 'fay', consent]) expect(JSON.stringify(consents)).not.toContain(secret);
  });

  test('of persons are recorded for who sees consents, and for whom they concern', () => {
    visit.must('ann', 'consent.person', { name: 'A Worker', zone: 'z1', state: 'given' });
    visit.must('fay', 'consent.own', { state: 'given' });
    const seen = (who: string) => project(visit.state, who).observation.consents.record.persons.map((one) => one.participant);
    expect([seen('ann'), seen('chen'), seen('fay'), seen('bo'), seen('dia'), seen('hal')]).toEqual([[undefined, 'fay'], [undefined, 'fay'], ['fay'], [], [], []]);
  });
});
