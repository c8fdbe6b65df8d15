import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';

let server: TestServer;
let lead: TestPerson;
let rep: TestPerson;
let staff: TestPerson;
let observer: TestPerson;
let session: string;

beforeAll(async () => {
  server = await startTestServer();
  const firm = await server.administration('Harbour Cold Store', 'NO');
  const partner = await server.administration('Customs of the South', 'SN');
  lead = await server.person('Ana Keller');
  [rep, staff] = [await server.person('Rosa Ortiz', { administration: firm }), await server.person('Sam Lund', { administration: firm })];
  observer = await server.person('Oda Sarr', { administration: partner });
  session = await server.session(lead, [[rep, 'operatorRepresentative'], [staff, 'operatorStaff'], [observer, 'observer']], { kind: 'observation', title: 'Visit to the cold store', lobby: false });
});
afterAll(() => server.close());

async function command<N extends CommandName>(who: TestPerson, name: N, payload: CommandInput<N>): Promise<string> {
  const id = randomUUID();
  await who.api.call('command', { params: { session }, body: { id, name, payload: payload as never } });
  return id;
}
const awaited = async (who: TestPerson) => (await who.api.call('awaitedConsents', {})).visits.map(({ session: its, title, zones, own, inFile }) => {
  expect([its, title]).toEqual([session, 'Visit to the cold store']);
  return { zones, own, inFile };
});

test('a visit tells the people of its operator what it waits for, where it is given, and nobody else', async () => {
  // Planned: the representative answers in the file; who is asked in the room is told once there is one.
  const zone = await command(lead, 'visit.zone', { kind: 'dock', name: 'Dock', noRecord: false, remark: '' });
  const gate = await command(lead, 'visit.zone', { kind: 'gate', name: 'Gate', noRecord: false, remark: '' });
  await command(lead, 'visit.zone', { kind: 'itRoom', name: 'Server room', noRecord: true, remark: '' });
  expect(await awaited(rep)).toEqual([{ zones: 2, own: true, inFile: true }]);
  for (const one of [staff, lead, observer]) expect(await awaited(one)).toEqual([]);

  await command(lead, 'session.open', {});
  expect(await awaited(staff)).toEqual([{ zones: 0, own: true, inFile: false }]);

  // Any answer is one: a refusal does not wait any more.
  await command(rep, 'consent.zone', { zone, state: 'refused' });
  await command(lead, 'consent.zone', { zone: gate, state: 'given' });
  await command(rep, 'consent.own', { state: 'given' });
  await command(staff, 'consent.own', { state: 'refused' });
  expect([await awaited(rep), await awaited(staff)]).toEqual([[], []]);

  await command(lead, 'visit.zone', { kind: 'office', name: 'Office', noRecord: false, remark: '' });
  expect(await awaited(rep)).toEqual([{ zones: 1, own: false, inFile: true }]);
  await command(lead, 'session.end', {});
  expect(await awaited(rep)).toEqual([]);
});
