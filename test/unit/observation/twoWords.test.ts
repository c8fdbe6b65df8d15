import { describe, expect, test } from 'vitest';
import { Visit } from './scene.ts';

const place = { latitude: 59.9, longitude: 10.7, accuracy: 8 };

describe('what the operator says of itself', () => {
  test('a zone that it closed is opened again by nobody else, also not as a zone of its own', () => {
    const visit = new Visit();
    expect(visit.try('chen', 'consent.zone', { zone: 'z1', state: 'withdrawn' })).toBe('ok');
    expect(visit.try('ann', 'consent.zone', { zone: 'z1', state: 'given' })).toBe('permission.denied evidence.release');
    expect(visit.try('ann', 'consent.zone', { zone: 'z1', state: 'refused' })).toBe('permission.denied evidence.release');
    expect(visit.try('ann', 'visit.removeZone', { zone: 'z1' })).toBe('permission.denied evidence.release');
    expect(visit.try('chen', 'consent.zone', { zone: 'z1', state: 'given' })).toBe('ok');
    expect(visit.try('eve', 'evidence.capture', { kind: 'still', title: '', capturedAt: visit.now, zone: 'z1', pictured: { content: { hash: 'a'.repeat(64), bytes: 9, mime: 'image/jpeg' } } })).toBe('ok');
  });

  test('what the hosts wrote down for it, they may change', () => {
    const visit = new Visit();
    expect(visit.try('ann', 'consent.zone', { zone: 'z1', state: 'withdrawn' })).toBe('ok');
    expect(visit.try('ann', 'consent.zone', { zone: 'z1', state: 'given' })).toBe('ok');
  });

  test('a pause that it began is its own to end, and one of the hosts becomes its own when it pauses too', () => {
    const visit = new Visit();
    visit.must('chen', 'consent.pause', { paused: true });
    expect(visit.try('ann', 'consent.pause', { paused: false })).toBe('permission.denied evidence.release');
    visit.must('chen', 'consent.pause', { paused: false });
    visit.must('ann', 'consent.pause', { paused: true });
    visit.must('chen', 'consent.pause', { paused: true });
    expect(visit.try('ann', 'consent.pause', { paused: false })).toBe('permission.denied evidence.release');
    visit.must('chen', 'consent.pause', { paused: false });
    visit.must('ann', 'consent.pause', { paused: true });
    expect(visit.try('ann', 'consent.pause', { paused: false })).toBe('ok');
    expect(visit.state.observation.consents.paused).toBe(false);
  });

  test('somebody who said no themselves is not taken off the list to be written down anew', () => {
    const visit = new Visit();
    visit.must('fay', 'consent.own', { state: 'refused' });
    const [own] = Object.values(visit.state.observation.consents.persons).filter((one) => one.participant === 'fay');
    expect(visit.try('ann', 'consent.removePerson', { consent: own!.id })).toBe('permission.denied consent.own');
  });

  test('a withdrawal after the end gives up what is still being sent', () => {
    const visit = new Visit();
    const still = visit.capture();
    visit.must('ann', 'session.start', {});
    visit.must('ann', 'session.end', {});
    visit.must('chen', 'consent.zone', { zone: 'z1', state: 'withdrawn' });
    expect(visit.state.observation.evidence.items[still]?.state).toBe('discarded');
  });
});

describe('sides', () => {
  test('a lead confirms for the side on which role and administration agree, and for none else', () => {
    const visit = new Visit();
    visit.must('ann', 'report.build', {});
    expect(visit.try('ann', 'report.confirm', { number: 1 })).toBe('ok');
    expect(visit.try('bo', 'report.confirm', { number: 1 })).toBe('ok');
    const foreign = new Visit();
    foreign.must('ann', 'report.build', {});
    const { bo, ann } = foreign.state.participants;
    foreign.state = { ...foreign.state, participants: { ...foreign.state.participants, bo: { ...bo!, administration: ann!.administration }, ann: { ...ann!, administration: bo!.administration } } };
    expect(foreign.try('bo', 'report.confirm', { number: 1 })).toBe('report.side');
    expect(foreign.try('ann', 'report.confirm', { number: 1 })).toBe('report.side');
    expect(foreign.try('bo', 'report.edit', { base: 1, texts: { partnerView: 'Seen.' } })).toBe('report.foreign');
    expect(foreign.try('bo', 'report.edit', { base: 1, texts: { summary: 'Seen.' } })).toBe('ok');
  });

  test('once the visit has opened nobody passes from those who observe to those who have custody, or back', () => {
    const visit = new Visit();
    expect(visit.try('ann', 'participant.assign', { participant: 'dia', role: 'fieldCamera' })).toBe('role.side fieldCamera');
    expect(visit.try('ann', 'participant.assign', { participant: 'bo', role: 'operatorRepresentative' })).toBe('role.side operatorRepresentative');
    expect(visit.try('ann', 'participant.handOver', { participant: 'dia' })).toMatch(/^role\.side/);
    expect(visit.try('ann', 'participant.assign', { participant: 'fay', role: 'operatorRepresentative' })).toBe('ok');
  });

  test('who was inside stays in the record when they are taken off the list', () => {
    const visit = new Visit();
    visit.must('dia', 'participant.leave', {});
    visit.must('ann', 'participant.uninvite', { participant: 'dia' });
    expect(visit.state.participants['dia']?.presence).toBe('banned');
    expect(visit.state.attendance['dia']).toHaveLength(1);
  });
});

test('where something was taken goes to the observers only when the operator says so', () => {
  const visit = new Visit();
  const [silent, told] = [visit.capture('eve', { place }), visit.capture('eve', { place })];
  for (const one of [silent, told]) visit.store(one);
  visit.must('chen', 'evidence.release', { evidence: silent, version: silent });
  visit.must('chen', 'evidence.release', { evidence: told, version: told, place: true });
  const { released } = visit.state.observation.evidence;
  expect(released[silent]).not.toHaveProperty('place');
  expect(released[told]?.place).toEqual(place);
});
