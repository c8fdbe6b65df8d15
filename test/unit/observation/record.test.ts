import { beforeEach, describe, expect, test } from 'vitest';
import { checkContainer, checkDigit, containerNumber } from '../../../protocol/observation/iso6346.ts';
import { latest } from '../../../protocol/observation/report.ts';
import { shownFor } from '../../../protocol/observation/reportFacts.ts';
import { NOW, picture, Visit } from './scene.ts';

let visit: Visit;
beforeEach(() => {
  visit = new Visit();
});
const notebook = () => visit.state.observation.notebook;

describe('a note', () => {
  test('is stamped to the second with the slot and its zone, and keeps that when it is written again', () => {
    const note = visit.must('dia', 'note.write', { text: 'A hole', shared: false });
    expect(notebook().notes[note]).toMatchObject({ moment: NOW - NOW % 1_000, slot: 't1', zone: 'z1', side: 'south', by: 'dia' });
    visit.now += 60_000;
    visit.must('ann', 'visit.beginSlot', { slot: null });
    visit.must('dia', 'note.write', { note, text: 'Two holes', shared: true, moment: NOW + 9_000 });
    expect(notebook().notes[note]).toMatchObject({ moment: NOW - NOW % 1_000, slot: 't1', zone: 'z1', text: 'Two holes' });
  });

  test('is changed and taken out by its writer alone, and what was shared stays shared', () => {
    const note = visit.must('dia', 'note.write', { text: 'A hole', shared: true });
    expect(visit.try('bo', 'note.write', { note, text: 'Mine', shared: true })).toBe('visit.absent note');
    expect(visit.try('bo', 'note.remove', { note })).toBe('visit.absent note');
    expect(visit.try('dia', 'note.write', { note, text: 'A hole', shared: false })).toBe('note.shared');
    expect(visit.try('dia', 'note.write', { text: 'x', shared: true, criterion: 'Z' })).toBe('visit.absent criterion');
    expect(visit.try('dia', 'note.remove', { note })).toBe('ok');
  });
});

describe('a finding', () => {
  const finding = { grade: 'gap', criterion: 'B', text: 'A hole', evidence: [] as string[], owner: 'The operator' } as const;
  test('rests on released evidence alone, each item once', () => {
    const [released, undecided, withheld] = [visit.stored(), visit.stored(), visit.stored()];
    visit.must('chen', 'evidence.release', { evidence: released, version: released });
    visit.must('chen', 'evidence.withhold', { evidence: withheld, reason: 'Customers' });
    for (const one of [undecided, withheld, 'none']) expect(visit.try('ann', 'finding.write', { ...finding, evidence: [released, one] })).toBe(`evidence.absent ${one}`);
    const id = visit.must('bo', 'finding.write', { ...finding, evidence: [released, released] });
    expect(notebook().findings[id]).toMatchObject({ evidence: [released], side: 'south', by: 'bo' });
  });

  test('is changed by its side alone, and does not change its author', () => {
    const id = visit.must('bo', 'finding.write', finding);
    expect(visit.try('ann', 'finding.write', { ...finding, finding: id, text: 'No hole' })).toBe('finding.foreign');
    expect(visit.try('ann', 'finding.remove', { finding: id })).toBe('finding.foreign');
    visit.must('dia', 'finding.write', { ...finding, finding: id, grade: 'observation' });
    expect(notebook().findings[id]).toMatchObject({ grade: 'observation', by: 'bo', side: 'south' });
    expect(visit.try('ann', 'finding.write', { ...finding, criterion: 'Z' })).toBe('visit.absent criterion');
    expect(visit.try('dia', 'finding.remove', { finding: id })).toBe('ok');
  });
});

describe('a question', () => {
  test('is asked by officers, answered by host or operator, deferred by those who order, withdrawn by who asked', () => {
    const question = visit.must('dia', 'question.ask', { text: 'Who holds the keys?', slot: 't1' });
    expect(visit.try('gus', 'question.ask', { text: 'x' })).toBe('permission.denied question.ask');
    expect(visit.try('dia', 'question.ask', { text: 'x', slot: 't9' })).toBe('visit.absent slot');
    for (const who of ['bo', 'gus', 'eve']) expect(visit.try(who, 'question.move', { question, state: 'deferred' })).toBe('permission.denied question.answer');
    expect(visit.try('ann', 'question.move', { question, state: 'withdrawn' })).toBe('permission.denied question.answer');
    for (const who of ['chen', 'hal', 'dia'] as const) {
      visit.must(who, 'question.move', { question, state: 'deferred' });
      visit.must(who, 'question.move', { question, state: 'open' });
    }
    expect(visit.try('dia', 'question.answer', { question, text: 'Me', inWriting: false })).toBe('permission.denied question.answer');
    visit.must('chen', 'question.answer', { question, text: 'The guard', inWriting: true });
    expect(notebook().questions[question]).toMatchObject({ state: 'answered', answer: { text: 'The guard', inWriting: true, by: 'chen' } });
    expect(visit.try('dia', 'question.move', { question, state: 'withdrawn' })).toBe('ok');
  });
});

describe('a container number (ISO 6346)', () => {
  /** The last two have a check digit of 0, from a remainder of 0 and of 10. */
  const known = ['CSQU3054383', 'MSKU9070323', 'TOLU4734787', 'MSCU6639870', 'TEXU3070079', 'HLXU2008419', 'CSQU3000010', 'CSQU3000140'];

  test('is right when its check digit is', () => {
    for (const number of known) expect([number, checkContainer(number)]).toEqual([number, { ok: true }]);
    expect(checkContainer('CSQU3054384')).toEqual({ ok: false, why: 'digit', expected: 3 });
    expect(containerNumber(' csqu 305438-3 ')).toBe('CSQU3054383');
    expect(checkContainer(containerNumber('csqu 305 438 3'))).toEqual({ ok: true });
  });

  test.each(['', 'CSQU305438', 'CSQU30543833', 'CSQX3054383', 'CS1U3054383', 'csqu3054383', 'ＣSQU3054383', 'CSQU305438٣'])('has no other form: %j', (number) => {
    expect(checkContainer(number)).toEqual({ ok: false, why: 'form' });
  });

  test('with one digit wrong is found, but where two remainders share the check digit 0', () => {
    let collisions = 0;
    for (const number of known) {
      for (let place = 4; place < 10; place += 1) {
        for (const digit of '0123456789') {
          if (digit === number[place]) continue;
          const wrong = number.slice(0, place) + digit + number.slice(place + 1);
          // A remainder of 10 is written 0, so those two alone look alike.
          const collides = checkDigit(wrong.slice(0, 10)) === Number(number[10]);
          if (collides) {
            collisions += 1;
            expect(number[10]).toBe('0');
          }
          expect(checkContainer(wrong).ok).toBe(collides);
        }
      }
    }
    expect(collisions, 'which is why the number is read twice').toBeGreaterThan(0);
  });
});

describe('an inspection', () => {
  test('takes a wrong number only as it reads, and says so', () => {
    expect(visit.try('eve', 'inspection.begin', { container: 'CSQU305438', asRead: true })).toBe('container.form');
    expect(visit.try('eve', 'inspection.begin', { container: 'csqu 305438 4', asRead: false })).toBe('container.checkDigit 3');
    const [asRead, right] = [visit.must('eve', 'inspection.begin', { container: 'csqu 305438 4', asRead: true }), visit.must('ann', 'inspection.begin', { container: 'CSQU3054383', asRead: true })];
    expect(visit.state.observation.inspections).toMatchObject({ [asRead]: { container: 'CSQU3054384', misread: true }, [right]: { misread: false } });
    expect(visit.try('bo', 'inspection.begin', { container: 'CSQU3054383', asRead: false })).toBe('permission.denied inspection.run');
  });

  test.each([
    ['H 1234', 'h-1234', 'conform'], ['H1234', 'H1243', 'notConform'], ['', 'H1234', 'notChecked'], ['H1234', '', 'notChecked'], ['-', '- -', 'notChecked'],
  ])('compares the seal %j with the document\'s %j by itself: %s', (number, documentNumber, matches) => {
    const inspection = visit.must('eve', 'inspection.begin', { container: 'CSQU3054383', asRead: false });
    visit.must('eve', 'inspection.seal', { inspection, number, documentNumber, checks: { affixed: 'conform', standard: 'conform', intact: 'conform', matches: 'conform' } });
    expect(visit.state.observation.inspections[inspection]?.seal?.checks).toEqual({ affixed: 'conform', standard: 'conform', intact: 'conform', matches });
  });

  test('does not change once it is closed', () => {
    const inspection = visit.must('eve', 'inspection.begin', { container: 'CSQU3054383', asRead: false });
    visit.must('eve', 'inspection.point', { inspection, point: 'doors', result: 'conform', remark: '' });
    visit.must('eve', 'inspection.close', { inspection });
    expect(visit.try('eve', 'inspection.point', { inspection, point: 'doors', result: 'notConform', remark: '' })).toBe('inspection.closed');
    expect(visit.try('eve', 'inspection.close', { inspection })).toBe('ok');
    expect(visit.try('eve', 'inspection.point', { inspection: 'none', point: 'doors', result: 'conform', remark: '' })).toBe('visit.absent inspection');
  });
});

describe('a report', () => {
  const newest = () => latest(visit.state.observation.report);
  test('is built, edited and confirmed in versions; a confirmation is for its version alone', () => {
    expect(visit.try('ann', 'report.edit', { base: 1, texts: { summary: 'x' } })).toBe('report.absent');
    expect(visit.try('ann', 'report.confirm', { number: 1 })).toBe('report.absent');
    visit.must('hal', 'report.build', {});
    visit.must('ann', 'report.confirm', { number: 1 });
    visit.must('bo', 'report.confirm', { number: 1 });
    expect(newest()?.confirmed).toMatchObject({ host: { by: 'ann' }, partner: { by: 'bo' } });
    visit.must('hal', 'report.edit', { base: 1, texts: { summary: 'A walk', criteria: { A: 'Guarded' } } });
    expect(newest()).toMatchObject({ number: 2, factsOf: 1, confirmed: {}, texts: { summary: 'A walk', criteria: { A: 'Guarded' } } });
    expect(visit.try('bo', 'report.edit', { base: 1, texts: { summary: 'Mine' } })).toBe('report.stale');
    expect(visit.try('bo', 'report.confirm', { number: 1 })).toBe('report.stale');
    visit.must('bo', 'report.build', {});
    expect(newest()).toMatchObject({ number: 3, factsOf: 3, confirmed: {}, texts: { summary: 'A walk' } });
    expect(visit.state.observation.report.versions[0]?.confirmed).toMatchObject({ host: { by: 'ann' } });
  });

  test('keeps the newest facts beside those that both sides confirmed last, and no others', () => {
    const kept = () => Object.keys(visit.state.observation.report.facts).map(Number);
    const build = (): void => void visit.must('hal', 'report.build', {});
    build();
    build();
    expect(kept()).toEqual([2]);
    visit.must('ann', 'report.edit', { base: 2, texts: { summary: 'A walk' } });
    visit.must('ann', 'report.confirm', { number: 3 });
    visit.must('bo', 'report.confirm', { number: 3 });
    build();
    build();
    expect(kept(), 'version 3 stands on the facts of 2').toEqual([2, 5]);
    visit.must('ann', 'report.confirm', { number: 5 });
    build();
    expect(kept(), 'one side alone does not make it stand').toEqual([2, 6]);
    visit.must('ann', 'report.confirm', { number: 6 });
    visit.must('bo', 'report.confirm', { number: 6 });
    build();
    expect(kept()).toEqual([6, 7]);
  });

  test('holds each side\'s own view, which the other does not write', () => {
    visit.must('ann', 'report.build', {});
    expect(visit.try('ann', 'report.edit', { base: 1, texts: { partnerView: 'All is well' } })).toBe('report.foreign');
    expect(visit.try('bo', 'report.edit', { base: 1, texts: { hostView: 'All is well' } })).toBe('report.foreign');
    visit.must('bo', 'report.edit', { base: 1, texts: { partnerView: 'A hole' } });
    // The same text sent along is no change to it.
    expect(visit.try('ann', 'report.edit', { base: 2, texts: { partnerView: 'A hole', hostView: 'Mended' } })).toBe('ok');
    expect(newest()?.texts).toMatchObject({ partnerView: 'A hole', hostView: 'Mended' });
  });

  test('takes remarks for criteria of the visit, and keeps those of one that has gone', () => {
    const own = visit.must('ann', 'visit.criterion', { title: 'Fire doors', questions: [] });
    visit.must('ann', 'visit.document', { criterion: own, title: 'Plan of the doors' });
    visit.must('ann', 'report.build', {});
    expect(visit.try('ann', 'report.edit', { base: 1, texts: { criteria: { nothing: 'x' } } })).toBe('visit.absent criterion');
    visit.must('ann', 'report.edit', { base: 1, texts: { criteria: { [own]: 'Open' } } });
    visit.must('ann', 'visit.removeCriterion', { criterion: own });
    expect(visit.state.observation.scope.documents, 'its documents go with it').toEqual({});
    expect(visit.try('ann', 'report.edit', { base: 2, texts: { criteria: { [own]: 'Shut' } } })).toBe('ok');
  });

  test('is made of what there is when it is built', () => {
    const one = visit.stored('eve', { pictured: picture('e') });
    const facts = (number: number) => visit.state.observation.report.facts[number];
    visit.must('ann', 'report.build', {});
    expect(facts(1)?.evidence).toHaveLength(0);
    visit.must('chen', 'evidence.release', { evidence: one, version: one });
    visit.must('ann', 'report.build', {});
    expect(facts(2)?.evidence).toHaveLength(1);
  });
});

describe('the stage of a visit', () => {
  const stage = (): string => visit.state.observation.plan.stage;

  test('follows its session on and off the site, as far as nobody has said otherwise', () => {
    visit.must('ann', 'visit.stage', { stage: 'preValidation' });
    visit.record({ type: 'session.opened', data: {} });
    expect(visit.try('ann', 'session.start', {})).toBe('ok');
    expect(stage()).toBe('onSite');
    visit.must('ann', 'session.end', {});
    expect(stage()).toBe('postValidation');
  });

  test('stays where it was when the session is called off', () => {
    visit.must('ann', 'visit.stage', { stage: 'preValidation' });
    visit.must('ann', 'session.end', {});
    expect(stage()).toBe('preValidation');
  });
});

test('what a finding rests on was shown for its criterion, whatever it was captured for', () => {
  const evidence = [{ id: 'door', criterion: 'G' }, { id: 'seal' }, { id: 'room', criterion: 'E' }] as unknown as Parameters<typeof shownFor>[0]['evidence'];
  const findings = [{ criterion: 'G', evidence: ['seal'] }, { criterion: 'A', evidence: ['room'] }] as unknown as Parameters<typeof shownFor>[0]['findings'];
  const shown = (criterion: 'A' | 'E' | 'G' | 'H'): readonly string[] => shownFor({ evidence, findings }, criterion).map(({ id }) => id);
  expect([shown('G'), shown('E'), shown('A'), shown('H')]).toEqual([['door', 'seal'], ['room'], ['room'], []]);
});
