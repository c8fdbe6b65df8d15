import { beforeEach, describe, expect, test } from 'vitest';
import { mayPass } from '../../../server/live/signals.ts';
import { Visit } from './scene.ts';

let visit: Visit;
beforeEach(() => {
  visit = new Visit();
});
const cameras = () => visit.state.observation.cameras;
const closer = { camera: 'eve', kind: 'closer' } as const;
const arrow = { id: 'w1', shape: 'arrow', ink: 'red', number: 1, from: { x: 0, y: 0 }, to: { x: 1, y: 1 } } as const;

describe('the turn', () => {
  test('is given by the leads, to who can direct and is inside', () => {
    expect(visit.try('dia', 'camera.turn', { participant: 'dia' })).toBe('permission.denied camera.steer');
    expect(visit.try('ann', 'camera.turn', { participant: 'fay' })).toBe('permission.denied camera.direct');
    expect(visit.try('ann', 'camera.turn', { participant: 'nobody' })).toBe('participant.absent');
    visit.must('bo', 'camera.turn', { participant: 'bo' });
    expect(cameras().turn).toBe('bo');
  });

  test('makes the difference for an observer, and none for the leads: requests and pointer', () => {
    const points = (who: string) => mayPass('camera.pointed', visit.state, visit.state.participants[who]!, { camera: 'eve', x: 0.5, y: 0.5 });
    expect([visit.try('dia', 'camera.request', closer), points('dia')]).toEqual(['ok', true]);
    visit.must('ann', 'camera.turn', { participant: null });
    expect([visit.try('dia', 'camera.request', closer), points('dia')]).toEqual(['camera.notYourTurn', false]);
    for (const who of ['ann', 'bo']) expect([visit.try(who, 'camera.request', closer), points(who)]).toEqual(['ok', true]);
    expect(visit.try('chen', 'camera.request', closer)).toBe('permission.denied camera.direct');
  });

  test.each([
    ['leaves', { type: 'participant.left', data: { participant: 'dia', reason: 'own' } }], ['is removed', { type: 'participant.removed', data: { participant: 'dia', ban: false } }],
    ['gets another role', { type: 'participant.assigned', data: { participant: 'dia', role: 'interpreter' } }], ['is there at the end', { type: 'session.ended', data: {} }],
  ] as const)('ends with who %s', (_how, draft) => {
    visit.record(draft);
    expect(cameras().turn).toBeUndefined();
  });
});

describe('a request', () => {
  test('goes to a camera that is inside, about what there is', () => {
    expect(visit.try('dia', 'camera.request', { ...closer, camera: 'ann' })).toBe('camera.absent');
    expect(visit.try('dia', 'camera.request', { camera: 'eve', kind: 'goTo' })).toBe('visit.absent zone');
    expect(visit.try('dia', 'camera.request', { camera: 'eve', kind: 'goTo', zone: 'z9' })).toBe('visit.absent zone');
    expect(visit.try('dia', 'camera.request', { camera: 'eve', kind: 'still', criterion: 'Z' })).toBe('visit.absent criterion');
    visit.record({ type: 'participant.left', data: { participant: 'eve', reason: 'own' } });
    expect(visit.try('dia', 'camera.request', closer)).toBe('camera.absent');
  });

  test('is answered by its camera, forwards only', () => {
    const request = visit.must('dia', 'camera.request', closer);
    const answer = (answered: 'acknowledged' | 'done' | 'declined') => visit.try('eve', 'camera.answer', { request, answer: answered });
    expect(visit.try('dia', 'camera.answer', { request, answer: 'done' })).toBe('permission.denied camera.film');
    expect([answer('acknowledged'), answer('done'), answer('acknowledged'), answer('declined')]).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(cameras().requests[request]?.state).toBe('done');
    const foreign = visit.must('dia', 'camera.request', closer);
    visit.record({ type: 'participant.assigned', data: { participant: 'hal', role: 'fieldCamera' } });
    expect(visit.try('hal', 'camera.answer', { request: foreign, answer: 'done' })).toBe('camera.absent request');
  });

  test('is kept among the newest hundred', () => {
    for (let count = 0; count < 105; count += 1) visit.must('dia', 'camera.request', closer, `q${count}`);
    expect(Object.keys(cameras().requests)).toEqual(Array.from({ length: 100 }, (_, index) => `q${index + 5}`));
  });
});

describe('a frozen picture', () => {
  test('takes marks from both sides and the operator while it stands, and the next one begins without', () => {
    expect(visit.try('bo', 'camera.mark', { freeze: 'none', mark: arrow })).toBe('camera.notFrozen');
    const freeze = visit.must('bo', 'camera.freeze', { camera: 'eve' });
    for (const who of ['dia', 'chen', 'eve']) visit.must(who, 'camera.mark', { freeze, mark: arrow });
    expect(visit.try('fay', 'camera.mark', { freeze, mark: arrow })).toBe('permission.denied evidence.mark');
    expect(cameras().frozen?.marks).toHaveLength(3);
    visit.must('ann', 'camera.clearMarks', { freeze });
    expect(cameras().frozen?.marks).toEqual([]);
    visit.must('ann', 'camera.unfreeze', {});
    expect(visit.try('dia', 'camera.mark', { freeze, mark: arrow })).toBe('camera.notFrozen');
    expect(visit.try('dia', 'camera.freeze', { camera: 'eve' })).toBe('permission.denied camera.steer');
    expect(visit.try('ann', 'camera.freeze', { camera: 'bo' })).toBe('camera.absent');
  });

  test('goes on when its camera goes, and no more marks than the limit are taken', () => {
    const freeze = visit.must('bo', 'camera.freeze', { camera: 'eve' });
    for (let count = 0; count < 60; count += 1) visit.must('dia', 'camera.mark', { freeze, mark: arrow });
    expect(visit.try('dia', 'camera.mark', { freeze, mark: arrow })).toBe('mark.limit');
    visit.record({ type: 'participant.left', data: { participant: 'eve', reason: 'timeout' } });
    expect(cameras()).toMatchObject({ places: {} });
    expect(cameras().frozen).toBeUndefined();
  });
});

describe('the standing room of the observers', () => {
  const room = 'backChannel';
  test('is managed by nobody', () => {
    expect(visit.try('ann', 'room.rename', { room, name: 'Ours' })).toBe('room.standing');
    expect(visit.try('ann', 'room.members', { room, members: ['ann'] })).toBe('room.standing');
    expect(visit.try('ann', 'room.move', { room, participants: ['ann'] })).toBe('room.notMember');
    expect(visit.try('ann', 'room.close', { room })).toBe('room.standing');
    expect(visit.state.rooms[room]).toMatchObject({ members: [], roles: ['leadObserver', 'observer'] });
  });

  test('is not opened to the hosting administration, nor to those who have custody, by a role, once the session has opened', () => {
    expect(visit.try('ann', 'participant.assign', { participant: 'hal', role: 'observer' })).toBe('role.side observer');
    expect(visit.try('ann', 'participant.assign', { participant: 'chen', role: 'observer' })).toBe('role.side observer');
  });

  test('is not opened to the host by handing over to an observer, whose role they would take', () => {
    visit.must('dia', 'chat.send', { text: 'Between us', room });
    expect(visit.try('ann', 'participant.handOver', { participant: 'bo' })).toBe('role.side leadObserver');
    expect(visit.try('ann', 'participant.handOver', { participant: 'hal' })).toBe('ok');
  });
});

describe('an id that the client chose', () => {
  test.each([
    ['a finding of the other side', () => visit.must('bo', 'finding.write', { grade: 'gap', criterion: 'A', text: 'A hole', evidence: [], owner: '' }),
      (id: string) => visit.try('ann', 'finding.write', { grade: 'conform', criterion: 'A', text: 'No hole', evidence: [], owner: '' }, id)],
    ['a note of somebody else', () => visit.must('bo', 'note.write', { text: 'A hole', shared: true }), (id: string) => visit.try('ann', 'note.write', { text: 'No hole', shared: true }, id)],
    ['a question', () => visit.must('bo', 'question.ask', { text: 'A hole?' }), (id: string) => visit.try('dia', 'question.ask', { text: 'Nothing' }, id)],
    ['a closed inspection', () => {
      const inspection = visit.must('eve', 'inspection.begin', { container: 'CSQU3054383', asRead: false });
      visit.must('eve', 'inspection.close', { inspection });
      return inspection;
    }, (id: string) => visit.try('ann', 'inspection.begin', { container: 'CSQU3054383', asRead: false }, id)],
    ['the consent of somebody else', () => visit.must('chen', 'consent.person', { name: 'A Worker', state: 'refused' }), (id: string) => visit.try('fay', 'consent.own', { state: 'given' }, id)],
    ['a zone where nothing may be recorded', () => 'z2', (id: string) => visit.try('hal', 'visit.zone', { kind: 'dock', name: 'Dock', noRecord: false, remark: '' }, id)],
    ['a room', () => visit.must('ann', 'room.create', { name: 'Caucus', mode: 'aside', members: [] }), (id: string) => visit.try('ann', 'room.create', { name: 'Mine', mode: 'aside', members: ['ann'] }, id)],
  ])('does not write over %s', (_what, make, overwrite) => {
    const id = make();
    const before = visit.state;
    expect(overwrite(id)).toBe('payload.invalid id');
    expect(visit.state).toBe(before);
  });
});
