import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

let server: TestServer;
let ann: TestPerson;
let colleague: TestPerson;
let bo: TestPerson;
let eve: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  ann = await server.person('Ann Host');
  colleague = await server.person('Col League');
  eve = await server.person('Eve Camera');
  bo = await server.person('Bo Partner', { administration: await server.administration('Customs of the South') });
});
afterAll(() => server.close());

test("nobody of the hosting administration comes into the partners' room by being added to the list once the session has opened", async () => {
  const session = await server.session(ann, [[bo, 'leadObserver']], { kind: 'observation', lobby: false });
  const add = (person: TestPerson, role: 'observer' | 'secretariat') => ann.api.refusal('addParticipants', { params: { session }, body: { people: [{ person: person.id, role }] } });
  const host = await server.connect(ann.cookie, session);
  const partner = await server.connect(bo.cookie, session);
  await partner.must('chat.send', { text: 'Ask for the keys', room: 'backChannel' });
  expect(await add(colleague, 'observer')).toBe('role.side');
  expect(await add(colleague, 'secretariat')).toBeUndefined();
  const seq = await host.must('session.change', { title: 'Still here' });
  await Promise.all([host.untilSeq(seq), partner.untilSeq(seq)]);
  expect([Object.keys(host.state.chat), Object.keys(partner.state.chat)]).toEqual([[], ['room:backChannel']]);
});

test('a signal that is for some abilities reaches those alone who have them', async () => {
  const session = await server.session(ann, [[bo, 'leadObserver'], [eve, 'fieldCamera'], [colleague, 'secretariat']], { kind: 'observation', lobby: false });
  const host = await server.connect(ann.cookie, session);
  const [partner, camera, secretary] = [await server.connect(bo.cookie, session), await server.connect(eve.cookie, session), await server.connect(colleague.cookie, session)];
  camera.signal('camera.told', { line: 3, waiting: 0, torch: 'off' });
  partner.signal('camera.proposed', { camera: eve.id });
  // To everybody in the room, and after both on the same lines.
  camera.signal('reaction.sent', { reaction: 'agree' });
  partner.signal('reaction.sent', { reaction: 'agree' });
  const told = async (client: typeof host, agreed: number): Promise<string[]> => {
    await client.until(() => client.signals.filter((one) => one.name === 'reaction.sent').length === agreed);
    return client.signals.map((one) => one.name).filter((name) => name !== 'reaction.sent').toSorted();
  };
  expect(await told(host, 2)).toEqual(['camera.proposed', 'camera.told']);
  expect(await told(partner, 1)).toEqual(['camera.told']);
  expect(await told(secretary, 2)).toEqual([]);
  expect(await told(camera, 1)).toEqual([]);
});
