import { beforeEach, describe, expect, test } from 'vitest';
import type { CommandInput } from '../../../protocol/table.ts';
import { NOW, picture, Visit } from './scene.ts';

let visit: Visit;
beforeEach(() => {
  visit = new Visit();
});
const still = { kind: 'still', title: '', capturedAt: NOW, zone: 'z1', pictured: picture('a') } satisfies CommandInput<'evidence.capture'>;

describe('a still', () => {
  test.each<[string, (visit: Visit) => void, Partial<CommandInput<'evidence.capture'>>, string]>([
    ['in a zone with consent', () => undefined, {}, 'ok'],
    ['in no zone', () => undefined, { zone: undefined }, 'capture.zoneUnknown'],
    ['in a zone that is not in the plan', () => undefined, { zone: 'z9' }, 'capture.zoneUnknown'],
    ['where nothing may be recorded', (it) => it.must('chen', 'consent.zone', { zone: 'z2', state: 'given' }), { zone: 'z2' }, 'capture.noRecord'],
    ['where nobody has consented yet', (it) => it.record({ type: 'visit.zoned', data: { id: 'z3', kind: 'dock', name: 'Dock', noRecord: false, remark: '' } }), { zone: 'z3' }, 'capture.noConsent'],
    ['where consent was withdrawn', (it) => it.must('chen', 'consent.zone', { zone: 'z1', state: 'withdrawn' }), {}, 'capture.noConsent'],
    ['in a pause', (it) => it.must('chen', 'consent.pause', { paused: true }), {}, 'capture.paused'],
    ['beside somebody who refuses, in that zone', (it) => it.must('chen', 'consent.person', { name: 'A Worker', zone: 'z1', state: 'refused' }), {}, 'capture.personRefused'],
    ['beside somebody who refuses, anywhere', (it) => it.must('fay', 'consent.own', { state: 'refused' }), {}, 'capture.personRefused'],
    ['while somebody refuses in another zone', (it) => it.must('chen', 'consent.person', { name: 'A Worker', zone: 'z2', state: 'refused' }), {}, 'ok'],
    ['for a criterion that there is not', () => undefined, { criterion: 'Z' }, 'visit.absent criterion'],
    ['of an inspection that there is not', () => undefined, { inspection: { id: 'i9', point: 'doors' } }, 'visit.absent inspection'],
  ])('%s', (_where, before, more, expected) => {
    before(visit);
    expect(visit.try('eve', 'evidence.capture', { ...still, ...more })).toBe(expected);
  });

  test.each(['dia', 'bo', 'gus', 'hal', 'fay'])('is not for %s to capture', (who) => {
    expect(visit.try(who, 'evidence.capture', still)).toBe('permission.denied evidence.capture');
  });
});

describe('a page or a file', () => {
  test('shows no place and needs no consent, and a pause stands in its way as well', () => {
    expect(visit.try('chen', 'evidence.capture', { ...still, kind: 'page', zone: undefined })).toBe('ok');
    visit.must('chen', 'consent.pause', { paused: true });
    expect(visit.try('chen', 'evidence.capture', { ...still, kind: 'file', zone: undefined })).toBe('capture.paused');
  });

  test('a photo that calls itself a page is refused where nothing may be recorded', () => {
    expect(visit.try('eve', 'evidence.capture', { ...still, kind: 'page', zone: 'z2' })).toBe('capture.noRecord');
  });
});

describe('a consent that goes while a capture is on its way', () => {
  const gone: readonly (readonly [string, (visit: Visit) => void])[] = [
    ['the zone withdraws', (it) => it.must('chen', 'consent.zone', { zone: 'z1', state: 'withdrawn' })],
    ['somebody in the picture withdraws', (it) => it.must('fay', 'consent.own', { state: 'withdrawn' })],
    ['the zone becomes one where nothing is recorded', (it) => it.must('ann', 'visit.zone', { zone: 'z1', noRecord: true })],
    ['the zone is taken out of the plan', (it) => it.must('ann', 'visit.removeZone', { zone: 'z1' })],
  ];
  test.each(gone)('%s: it is given up, with the reason, and nothing else is', (_how, withdraw) => {
    const [onItsWay, arrived] = [visit.capture(), visit.stored()];
    const page = visit.capture('chen', { kind: 'page', zone: undefined });
    withdraw(visit);
    expect(visit.item(onItsWay)).toMatchObject({ state: 'discarded', reason: 'consent' });
    expect(visit.item(arrived)?.state).toBe('review');
    expect(visit.item(page)?.state).toBe('uploading');
    // Bytes that come all the same do not bring it back.
    visit.store(onItsWay);
    expect(visit.item(onItsWay)?.state).toBe('discarded');
    expect(visit.try('chen', 'evidence.release', { evidence: onItsWay, version: onItsWay })).toBe('evidence.discarded');
  });

  test('a pause ends with the session, so that what devices still hold arrives', () => {
    visit.must('chen', 'consent.pause', { paused: true });
    expect(visit.try('eve', 'evidence.capture', still)).toBe('capture.paused');
    visit.must('ann', 'session.end', {});
    expect(visit.try('eve', 'evidence.capture', still)).toBe('ok');
  });

  test('a pause gives up nothing, nor does a change that bars nothing new', () => {
    const one = visit.capture();
    visit.must('chen', 'consent.pause', { paused: true });
    visit.must('chen', 'consent.zone', { zone: 'z2', state: 'withdrawn' });
    visit.must('ann', 'visit.zone', { zone: 'z1', name: 'Warehouse B' });
    expect(visit.item(one)?.state).toBe('uploading');
  });
});

describe('the consent of a person', () => {
  const own = () => Object.values(visit.state.observation.consents.persons).filter((one) => one.participant === 'fay');

  test('is one for somebody with a seat, whoever wrote it down', () => {
    visit.must('chen', 'consent.person', { name: 'Fay', participant: 'fay', zone: 'z1', state: 'given' });
    visit.must('fay', 'consent.own', { state: 'withdrawn' });
    expect(visit.try('chen', 'consent.person', { name: 'Fay again', participant: 'fay', state: 'given' })).toBe('permission.denied consent.own');
    expect(own()).toMatchObject([{ state: 'withdrawn', zone: 'z1' }]);
    visit.must('fay', 'consent.own', { state: 'given' });
    visit.must('chen', 'consent.person', { name: 'Fay again', participant: 'fay', state: 'refused' });
    expect(own()).toMatchObject([{ state: 'refused', name: 'Fay again' }]);
  });

  test('a no that somebody said themselves is turned into a yes by nobody else', () => {
    visit.must('fay', 'consent.own', { state: 'refused' });
    const [{ id } = { id: '' }] = own();
    for (const who of ['ann', 'chen']) expect(visit.try(who, 'consent.person', { consent: id, name: 'Fay', state: 'given' })).toBe('permission.denied consent.own');
    expect(visit.try('ann', 'evidence.capture', still)).toBe('capture.personRefused');
    expect(visit.try('ann', 'consent.removePerson', { consent: id })).toBe('permission.denied consent.own');
    visit.must('chen', 'consent.removePerson', { consent: id });
    expect(visit.try('ann', 'evidence.capture', still)).toBe('ok');
  });

  test('a no that somebody says themselves binds also where the same had been written down for them', () => {
    visit.must('chen', 'consent.person', { name: 'Fay', participant: 'fay', state: 'refused' });
    visit.must('fay', 'consent.own', { state: 'refused' });
    expect(visit.try('chen', 'consent.person', { name: 'Fay', participant: 'fay', state: 'given' })).toBe('permission.denied consent.own');
  });

  test('of a zone that is taken out of the plan counts everywhere from then on', () => {
    visit.must('chen', 'consent.person', { name: 'A Worker', zone: 'z2', state: 'refused' });
    expect(visit.try('eve', 'evidence.capture', still)).toBe('ok');
    visit.must('ann', 'visit.removeZone', { zone: 'z2' });
    expect(visit.try('eve', 'evidence.capture', still)).toBe('capture.personRefused');
  });
});
