import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { phone } from '../../harness/browser.ts';
import type { TestPerson } from '../../harness/server.ts';
import { inside, panel, RoomScene } from '../room-scene.ts';

let scene: RoomScene;
let lead: TestPerson;
let observer: TestPerson;
let representative: TestPerson;
let staff: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  [lead, observer, representative, staff] = [
    await scene.server.person('Lin Host'), await scene.server.person('Odile Observer'), await scene.server.person('Rui Operator'), await scene.server.person('Sam Staff'),
  ];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

const seats = (): [TestPerson, string][] => [[observer, 'leadObserver'], [representative, 'operatorRepresentative'], [staff, 'operatorStaff']];
const visit = (changes: Parameters<RoomScene['server']['session']>[2] = {}): Promise<string> =>
  scene.server.session(lead, seats(), { kind: 'observation', title: 'Harbour Cold Store', zone: 'Asia/Shanghai', lobby: false, ...changes });

async function file(person: TestPerson, session: string, options: Parameters<RoomScene['browser']['person']>[0] = {}): Promise<Page> {
  const { page } = await scene.browser.person({ cookie: person.cookie, ...options });
  await page.goto(`/sessions/${session}/visit`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function nothingFound(page: Page, where: string, schemes: readonly ('light' | 'dark')[] = ['light', 'dark']): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
    expect(violations.map((one) => `${where}, ${colorScheme}: ${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
  }
}

/** Somebody inside without a picture: nobody looks at pictures here, and a small machine has better things to do. */
async function enter(person: TestPerson, session: string): Promise<Page> {
  const { page } = await scene.visit(person, session);
  await page.getByRole('button', { name: 'Camera on', exact: true }).click();
  await page.getByRole('button', { name: /^(Join now|Open the session and join)$/u }).click();
  await inside(page);
  return page;
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function addZone(page: Page, kind: string, name: string, noRecord: boolean): Promise<void> {
  await section(page, 'Zones').getByRole('button', { name: 'Add a zone' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a zone' });
  await dialog.getByRole('button', { name: /Kind/u }).click();
  await page.getByRole('option', { name: kind }).click();
  await dialog.getByLabel('Name').fill(name);
  if (noRecord) await dialog.getByRole('switch', { name: 'No-record zone' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await section(page, 'Zones').getByText(name, { exact: true }).waitFor();
}

/** A visit as it is planned, by command: what the page of its file is for is shown by the first test. */
async function planned(session: string): Promise<{ readonly dock: string; readonly tour: string }> {
  const send = async (name: 'visit.zone' | 'visit.slot' | 'visit.scope' | 'visit.document', payload: object): Promise<string> => {
    const id = crypto.randomUUID();
    await lead.api.call('command', { params: { session }, body: { id, name, payload: payload as never } });
    return id;
  };
  const dock = await send('visit.zone', { kind: 'dock', name: 'Dock 4', noRecord: false, remark: '' });
  const vault = await send('visit.zone', { kind: 'itRoom', name: 'Server room', noRecord: true, remark: '' });
  const startsAt = Date.now();
  const tour = await send('visit.slot', { title: 'Walk through the dock', startsAt, minutes: 40, zone: dock });
  await send('visit.slot', { title: 'Server room', startsAt: startsAt + 2_400_000, minutes: 10, zone: vault });
  await send('visit.scope', { criteria: ['G'] });
  await send('visit.document', { criterion: 'G', title: 'Seal log' });
  return { dock, tour };
}

test('a host plans a visit from nothing; another officer reads it and cannot change it; the operator\'s staff are not let in', async () => {
  const startsAt = Date.now() + 3_600_000;
  const session = await visit({ startsAt, endsAt: startsAt + 7_200_000 });
  const { page } = await scene.browser.person({ cookie: lead.cookie });
  await page.goto(`/sessions/${session}`);
  await page.getByRole('link', { name: 'Visit file' }).click();
  await page.getByText('Visit file', { exact: true }).waitFor();

  const overview = section(page, 'Overview');
  await overview.getByLabel('Name of the operator').fill('Harbour Cold Store Ltd');
  await overview.getByLabel('Address').fill('7 Quay Road');
  await overview.getByText('Not saved yet').waitFor();
  // Meanwhile somebody else writes another field: neither loses anything.
  await lead.api.call('command', { params: { session }, body: { id: crypto.randomUUID(), name: 'visit.describe', payload: { operator: { identifier: 'AEO-77' } } } });
  await overview.getByRole('button', { name: 'Save' }).click();
  await overview.getByText('Not saved yet').waitFor({ state: 'detached' });
  await expect.poll(() => overview.getByLabel('AEO or registration number').inputValue(), { timeout: 30_000 }).toBe('AEO-77');
  expect(await overview.getByLabel('Name of the operator').inputValue()).toBe('Harbour Cold Store Ltd');

  await addZone(page, 'Loading dock', 'Dock 4', false);
  await addZone(page, 'IT room', 'Server room', true);

  await page.getByRole('button', { name: 'Add the usual agenda' }).click();
  const usual = page.getByRole('dialog', { name: 'Add the usual agenda' });
  await usual.getByRole('button', { name: 'Leave out Documents and interviews' }).click();
  await usual.getByRole('listitem').filter({ hasText: 'What' }).nth(1).getByLabel('Minutes').fill('40');
  await usual.getByText('No walk is proposed where nothing may be captured: Server room.').waitFor();
  await usual.getByRole('button', { name: 'Add 3 slots' }).click();
  const agenda = section(page, 'Agenda');
  await agenda.getByText('Closing meeting').waitFor();
  await agenda.getByText('40 min · Dock 4').waitFor();
  await agenda.getByText(/Beijing · .*Brussels \(yours\)/u).first().waitFor();

  const criteria = section(page, 'Criteria in scope');
  await criteria.getByRole('switch', { name: /^G ·/u }).check();
  await criteria.getByText('1 criterion in scope').waitFor();
  const cargo = criteria.getByRole('listitem').filter({ hasText: 'G · Cargo Security' }).first();
  await cargo.getByText(/illustrative questions$/u).click();
  await cargo.getByText('Illustrative', { exact: true }).waitFor();

  const documents = section(page, 'Documents expected');
  await documents.getByRole('button', { name: /^Add documents: G/u }).click();
  const dialog = page.getByRole('dialog', { name: /^Add documents: G/u });
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel('In your own words').fill('Seal log of the last month');
  await dialog.getByRole('button', { name: 'Add 2 documents' }).click();
  await documents.getByRole('switch', { name: 'Seal log of the last month' }).check();
  await documents.getByText('1 of 2 documents received').waitFor();

  await section(page, 'Rehearsals').getByRole('button', { name: 'Record a rehearsal: Dock 4' }).click();
  const rehearsal = page.getByRole('dialog', { name: 'Record a rehearsal: Dock 4' });
  await rehearsal.getByRole('radio', { name: 'Go', exact: true }).check();
  await rehearsal.getByLabel('Up, Mbit/s').fill('2,5');
  await rehearsal.getByRole('button', { name: 'Save' }).click();
  await section(page, 'Rehearsals').getByText('up 2.5 Mbit/s').waitFor();

  await overview.getByRole('button', { name: /On-site/u }).click();
  await overview.getByRole('button', { name: /On-site/u, pressed: true }).waitFor();
  await nothingFound(page, 'the file of a visit, planned');

  const reader = await file(observer, session, { viewport: phone, isPhone: true });
  await section(reader, 'Overview').getByText('Harbour Cold Store Ltd').waitFor();
  await section(reader, 'Zones').getByText('No-record zone').waitFor();
  await section(reader, 'Agenda').getByText('Closing meeting').waitFor();
  await section(reader, 'Documents expected').getByText('Seal log of the last month').waitFor();
  await section(reader, 'People').getByText('Sam Staff').waitFor();
  for (const name of ['Overview', 'Zones', 'Agenda', 'Criteria in scope', 'Documents expected', 'Rehearsals', 'Consents', 'People']) {
    expect({ name, controls: await section(reader, name).locator('button, input').count() }).toEqual({ name, controls: 0 });
  }
  await nothingFound(reader, 'the file of a visit, read');
  // What a planner changes is seen by who reads, without a reload.
  await section(page, 'Zones').getByRole('switch', { name: 'No-record: Server room' }).uncheck();
  await section(reader, 'Zones').getByText('No-record zone').waitFor({ state: 'detached' });

  const { page: outside } = await scene.browser.person({ cookie: staff.cookie, expected: [/status of 403/u] });
  await outside.goto(`/sessions/${session}/visit`);
  await outside.getByRole('alert').getByText('permission.denied').waitFor();
  await outside.goto(`/sessions/${session}`);
  await outside.getByRole('heading', { level: 1, name: 'Harbour Cold Store' }).waitFor();
  expect(await outside.getByRole('link', { name: 'Visit file' }).count()).toBe(0);
});

test('a refusal loses nothing that was typed', async () => {
  const startsAt = Date.now() + 3_600_000;
  const session = await visit({ startsAt, endsAt: startsAt + 7_200_000 });
  await planned(session);
  const { page } = await scene.browser.person({ cookie: lead.cookie, expected: [/Failed to load resource/u] });
  await page.goto(`/sessions/${session}/visit`);
  await section(page, 'Zones').getByRole('button', { name: 'Actions for Dock 4' }).click();
  await page.getByRole('menuitem', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change Dock 4' });
  await dialog.getByLabel('What to know before filming').fill('Hard hats. The signal is weak behind the cold cells.');
  // The session is cancelled before the change is saved.
  await lead.api.call('command', { params: { session }, body: { id: crypto.randomUUID(), name: 'session.end', payload: {} } });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('status').getByText(/\(session\.[a-zA-Z]+\)/u).waitFor();
  expect(await dialog.getByLabel('What to know before filming').inputValue()).toBe('Hard hats. The signal is weak behind the cold cells.');
});

test('in the room the slot\'s clock runs for everybody, consent is given, withdrawn and paused before everybody\'s eyes, and staff see only their part', async () => {
  const session = await visit();
  await planned(session);
  const host = await enter(lead, session);
  const watcher = await enter(observer, session);
  const operator = await enter(representative, session);
  const worker = await enter(staff, session);

  await panel(host, 'Visit');
  await host.getByRole('button', { name: 'Begin: Walk through the dock' }).first().click();
  const clock = watcher.getByRole('banner').getByRole('group', { name: 'Now' });
  await clock.getByText('Walk through the dock').waitFor();
  await clock.getByText('40 min left of 40').waitFor();
  const before = await clock.innerText();
  await expect.poll(() => clock.innerText(), { timeout: 60_000 }).not.toBe(before);
  const state = watcher.getByRole('banner').getByRole('status');
  await state.getByText('No consent for this zone').waitFor();

  // The operator's representative gives the consent for the zone, and withdraws it.
  await operator.getByRole('region', { name: 'May the cameras see you?' }).getByRole('button', { name: 'I agree', exact: true }).click();
  await panel(operator, 'Visit');
  await operator.getByRole('button', { name: 'Consents', exact: true }).click();
  await operator.getByRole('button', { name: 'Give consent: Dock 4' }).click();
  await state.getByText('Zone consent given').waitFor();
  await host.getByRole('banner').getByText('Capture allowed here').waitFor();
  await operator.getByText('Nothing is captured here, by anybody, whatever has been agreed.').waitFor();
  await operator.getByRole('button', { name: 'Withdraw: Dock 4' }).click();
  await state.getByText('No consent for this zone').waitFor();
  await operator.getByRole('button', { name: 'Give consent: Dock 4' }).click();

  // One of the staff says no, which bars the zone; they change their mind in the panel.
  const question = worker.getByRole('region', { name: 'May the cameras see you?' });
  await nothingFound(worker, 'the question of consent', ['light']);
  await question.getByRole('button', { name: 'I do not agree' }).click();
  await question.waitFor({ state: 'detached' });
  await host.getByRole('banner').getByText('Somebody here refused').waitFor();
  await operator.getByRole('listitem').filter({ hasText: 'Sam Staff' }).getByText('Refused', { exact: true }).waitFor();
  await panel(worker, 'Visit');
  await worker.getByRole('button', { name: 'Give consent: my own' }).click();
  await host.getByRole('banner').getByText('Capture allowed here').waitFor();

  // Staff: the agenda and the zones, no checklist, nobody else's consent.
  expect(await worker.getByRole('button', { name: /^Checklist/u }).count()).toBe(0);
  await worker.getByRole('button', { name: 'Consents', exact: true }).click();
  await worker.getByText('Server room').waitFor();
  expect(await worker.getByText('Rui Operator').filter({ visible: true }).and(worker.locator('aside *')).count()).toBe(0);
  expect(await worker.getByRole('heading', { name: 'People on the premises' }).count()).toBe(0);
  expect(await worker.getByRole('button', { name: /^(Withdraw|Give consent): Dock 4/u }).count()).toBe(0);

  await operator.getByRole('button', { name: 'Pause all capture' }).click();
  await state.getByText('Capture paused').waitFor();
  await worker.getByRole('complementary').getByText('All capture is paused').waitFor();
  await nothingFound(operator, 'consents', ['dark']);
  await operator.getByRole('button', { name: 'End the pause' }).click();
  await state.getByText('Zone consent given').waitFor();

  await panel(watcher, 'Visit');
  await watcher.getByRole('button', { name: /^Checklist/u }).click();
  await watcher.getByText(/illustrative questions$/u).click();
  await watcher.getByText('Seal log').waitFor();
  await nothingFound(watcher, 'the checklist', ['light']);
  await host.getByRole('button', { name: 'Begin: Server room' }).first().click();
  await watcher.getByRole('banner').getByText('No-record zone').waitFor();
  await nothingFound(host, 'the agenda', ['dark']);
});
