import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { phone } from '../harness/browser.ts';
import type { PersonOptions } from '../harness/browser.ts';
import type { TestPerson } from '../harness/server.ts';
import { inside, panel, RoomScene, sees } from './room-scene.ts';

/** A whole visit as its people make it, each on a page of their own: from the plan to the report that both leads confirm. */
let scene: RoomScene;
let lead: TestPerson;
let camera: TestPerson;
let operator: TestPerson;
let leadObserver: TestPerson;
let observer: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  const { server } = scene;
  const partner = await server.administration('Customs of the South', 'SN');
  [lead, camera, operator] = [await server.person('Lin Host'), await server.person('Ben Camera'), await server.person('Rui Operator')];
  [leadObserver, observer] = [await server.person('Aminata Diop', { administration: partner }), await server.person('Oda Sarr', { administration: partner })];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

/** Comes in without devices, so that five people fit on a small machine: the one camera is what everybody looks at. */
async function arrives(person: TestPerson, session: string, options: PersonOptions = {}): Promise<Page> {
  const { page } = await scene.visit(person, session, options, { devices: false });
  await page.getByRole('button', { name: /^(Join now|Open the session and join)$/u }).click();
  await inside(page);
  return page;
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a visit from its plan to its report', async () => {
  const session = await scene.server.session(
    lead, [[camera, 'fieldCamera'], [operator, 'operatorRepresentative'], [leadObserver, 'leadObserver'], [observer, 'observer']],
    { kind: 'observation', title: 'Harbour Cold Store', lobby: false },
  );

  // The plan, in the file of the visit.
  const { page: file } = await scene.browser.person({ cookie: lead.cookie });
  await file.goto(`/sessions/${session}/visit`);
  await section(file, 'Overview').getByLabel('Name of the operator').fill('Harbour Cold Store Ltd');
  await section(file, 'Overview').getByRole('button', { name: 'Save' }).click();
  await section(file, 'Zones').getByRole('button', { name: 'Add a zone' }).click();
  const zone = file.getByRole('dialog', { name: 'Add a zone' });
  await zone.getByRole('button', { name: /Kind/u }).click();
  await file.getByRole('option', { name: 'Loading dock' }).click();
  await zone.getByLabel('Name').fill('Dock 4');
  await zone.getByRole('button', { name: 'Save' }).click();
  await section(file, 'Zones').getByText('Dock 4', { exact: true }).waitFor();
  await section(file, 'Criteria in scope').getByRole('switch', { name: /^G ·/u }).click();
  await section(file, 'Criteria in scope').getByText('1 criterion in scope').waitFor();

  // Everybody comes: the lead, a camera on a phone, the operator, two observers on another continent.
  const host = await arrives(lead, session);
  const { page: field } = await scene.visit(camera, session, { viewport: phone, isPhone: true });
  await field.getByRole('button', { name: 'Join now' }).click();
  await inside(field);
  const owner = await arrives(operator, session);
  const watcher = await arrives(observer, session, { timezone: 'Africa/Dakar' });
  const head = await arrives(leadObserver, session);
  await sees(watcher, 'Ben Camera');

  // The operator consents, and the camera rehearses the zone.
  await owner.getByRole('region', { name: 'May the cameras see you?' }).getByRole('button', { name: 'I agree', exact: true }).click();
  await panel(owner, 'Visit');
  await owner.getByRole('button', { name: 'Consents', exact: true }).click();
  await owner.getByRole('button', { name: 'Give consent: Dock 4' }).click();
  await field.getByRole('button', { name: 'Choose the zone' }).first().click();
  await field.getByRole('dialog', { name: 'Choose the zone' }).getByRole('button', { name: /Dock 4/u }).click();
  await field.getByText('Capture allowed').waitFor();
  await field.getByRole('button', { name: 'More' }).click();
  await field.getByRole('menuitem', { name: /Rehearse this zone/u }).click();
  const rehearsal = field.getByRole('dialog', { name: 'Rehearsal: Dock 4' });
  await rehearsal.getByRole('radio', { name: 'Go', exact: true }).check();
  await rehearsal.getByRole('button', { name: 'Save' }).click();
  await section(file, 'Rehearsals').getByText(/up \d/u).waitFor();

  // An observer with the turn asks for a still; the camera takes it with one press.
  await panel(head, 'Cameras');
  await head.getByRole('button', { name: /Give the turn to/u }).click();
  await head.getByRole('option', { name: /Oda Sarr/u }).click();
  await panel(watcher, 'Cameras');
  await watcher.getByRole('complementary').getByText('Your turn to direct').waitFor();
  await watcher.getByRole('tabpanel').getByRole('button', { name: 'Still', exact: true }).click();
  await watcher.getByRole('menuitem', { name: /^G ·/u }).click();
  await field.getByRole('region', { name: 'Request to your camera' }).getByRole('button', { name: 'Take it' }).click();
  await watcher.getByRole('list', { name: 'Requests, the newest first' }).getByText('Done').waitFor();

  // The operator sees it first, masks a part of it and releases the rest.
  await owner.getByRole('tab', { name: 'Evidence 1' }).click();
  await owner.getByRole('button', { name: 'Review 1 item' }).click();
  await owner.getByRole('dialog').locator('img[data-shown="true"]').waitFor();
  await owner.getByRole('button', { name: 'Mask…' }).click();
  await owner.getByRole('button', { name: 'Add a rectangle' }).click();
  await owner.getByRole('button', { name: 'Release masked…' }).click();
  await owner.getByRole('button', { name: 'Release for good' }).click();
  await owner.getByText('was released. Nothing else waits.', { exact: false }).waitFor();

  // The observers see it, and one of them writes what was found.
  await panel(watcher, 'Evidence');
  await watcher.locator('[data-evidence]').getByText('Released, masked').waitFor();
  await panel(watcher, 'Record');
  await watcher.getByRole('button', { name: 'Findings', exact: true }).click();
  await watcher.getByRole('button', { name: 'Write a finding' }).click();
  const finding = watcher.getByRole('dialog', { name: 'Write a finding' });
  await finding.getByRole('radio', { name: /^Recommendation/u }).check();
  await finding.getByLabel('What was found').fill('Seals are checked, but their numbers are not compared with the document.');
  await finding.getByRole('checkbox').first().check();
  await finding.getByLabel(/^Who follows it up/u).fill('Warehouse manager');
  await finding.getByRole('button', { name: 'Save' }).click();
  await watcher.getByText('1 piece of evidence').waitFor();
  await panel(host, 'Record');
  await host.getByRole('button', { name: 'Findings', exact: true }).click();
  await host.getByText('Seals are checked, but their numbers are not compared with the document.').waitFor();

  // A question, answered live.
  await watcher.getByRole('button', { name: /^Questions/u }).click();
  await watcher.getByLabel('A question for the operator or the host').fill('Who keeps the seal log?');
  await watcher.getByRole('button', { name: 'Put into the queue' }).click();
  await host.getByRole('button', { name: 'Questions (1)' }).click();
  await host.getByRole('button', { name: 'Answer', exact: true }).click();
  await host.getByRole('textbox', { name: 'Answer' }).fill('The shift leader.');
  await host.getByRole('button', { name: 'Save' }).click();
  await watcher.getByText('The shift leader.').waitFor();

  // The report: built by one press, completed, confirmed by both sides.
  const report = section(file, 'Report');
  await report.getByRole('button', { name: 'Build the report' }).click();
  await report.getByText('Seals are checked, but their numbers are not compared with the document.').waitFor();
  await report.getByRole('rowheader', { name: /Oda Sarr/u }).waitFor();
  await report.getByLabel('Joint conclusions').fill('The dock meets the criterion; the seal log is to be completed.');
  await report.getByRole('button', { name: 'Save as the next version' }).click();
  await report.getByRole('button', { name: 'Confirm version 2' }).click();
  await file.getByRole('alertdialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await report.getByText(/^Confirmed by Lin Host/u).waitFor();
  const { page: theirs } = await scene.browser.person({ cookie: leadObserver.cookie });
  await theirs.goto(`/sessions/${session}/visit`);
  expect(await section(theirs, 'Report').getByLabel('Joint conclusions').inputValue()).toBe('The dock meets the criterion; the seal log is to be completed.');
  await section(theirs, 'Report').getByRole('button', { name: 'Confirm version 2' }).click();
  await theirs.getByRole('alertdialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await report.getByText(/^Confirmed by Aminata Diop/u).waitFor();

  // What both take along: the report as PDF, and the package, which checks itself.
  const pdf = await lead.api.raw('reportPdf', { params: { session, number: '2' }, query: { language: 'en' } });
  expect([pdf.status, Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  for (const person of [lead, leadObserver]) expect(await checked(Buffer.from(await (await person.api.raw('evidencePackage', { params: { session } })).arrayBuffer()))).toContain('in order');
}, 300_000);

/** What the package's own script says of it, once it is unpacked. */
async function checked(bytes: Buffer): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), 'gangway-package-'));
  try {
    const zip = await fromBufferPromise(bytes);
    for await (const entry of zip.eachEntry()) {
      const path = join(directory, entry.fileName);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await buffer(await zip.openReadStreamPromise(entry)));
    }
    return execFileSync(process.execPath, ['verify.mjs'], { cwd: directory, encoding: 'utf8' });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
