import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Side } from '../../../protocol/ceremony/ceremony.ts';
import { phone } from '../../harness/browser.ts';
import type { TestPerson } from '../../harness/server.ts';
import { fillIn, nameSides, schedule } from '../../integration/ceremony/scene.ts';
import { makeP12, pdfsig, withChangedByte } from '../../integration/signing/tools.ts';
import { inside, panel, RoomScene } from '../room-scene.ts';

let scene: RoomScene;
beforeAll(async () => {
  scene = await RoomScene.open();
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

/** Somebody inside without devices, who will be refused once. */
async function enter(person: TestPerson, session: string): Promise<Page> {
  const { page } = await scene.visit(person, session, { expected: [/Failed to load resource/u] }, { devices: false });
  await page.getByRole('button', { name: 'Join now' }).click();
  await inside(page);
  return page;
}

const onStage = (page: Page, copy: string): Locator => page.getByRole('main', { name: 'The ceremony' }).getByRole('region', { name: `Copy ${copy}` });

/** Opens a copy for its signature and reads it. */
async function read(page: Page, what: string): Promise<Locator> {
  await page.getByRole('button', { name: what, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: what });
  await dialog.getByRole('img', { name: /^Page 1 of/u }).locator('canvas').waitFor();
  expect(await dialog.getByRole('button', { name: /^Sign/u }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: 'I have read this copy' }).check();
  return dialog;
}

async function sign(page: Page, copy: string): Promise<void> {
  const dialog = await read(page, `Sign copy ${copy}`);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('a ceremony from its rehearsal, which leaves no trace, to both signed copies and the sealed record; anybody can check a copy', async () => {
  const { server } = scene;
  const all = await schedule(server);
  const { session, officer, north, south, witness } = all;
  const first = await server.connect(officer.cookie, session);
  await first.must('session.start', {});
  await nameSides({ ...all, live: { officer: first } });
  await fillIn({ live: { officer: first } });
  first.close();
  await server.connect(witness.cookie, session);

  // Who leads makes both copies and takes the usual order.
  const chair = await enter(officer, session);
  await panel(chair, 'Signing ceremony');
  await chair.getByRole('button', { name: 'Make both copies' }).click();
  await onStage(chair, 'A').getByRole('listitem').filter({ hasText: 'Nora North' }).getByText('Signs next').waitFor();
  await onStage(chair, 'B').getByRole('listitem').filter({ hasText: 'Samir South' }).getByText('Signs next').waitFor();
  await chair.getByRole('button', { name: 'Order', exact: true }).click();
  await chair.getByRole('button', { name: 'Take the usual order' }).click();
  const one = await enter(north, session);
  const other = await enter(south, session);

  // A rehearsal: everybody sees a step and a signature, and nothing of it is anywhere afterwards.
  const live = await server.host.get(session);
  const before = live.state;
  await chair.getByRole('switch', { name: 'Rehearsal' }).check();
  await chair.getByRole('button', { name: /^Go on:/u }).click();
  const rehearsed = await read(one, 'Rehearse signing copy A');
  await rehearsed.getByRole('button', { name: 'Sign in the rehearsal' }).click();
  for (const page of [chair, other]) {
    await page.getByText('Rehearsal: nothing is signed and nothing is recorded').waitFor();
    await page.getByRole('main').getByText(/^1 \/ \d+$/u).waitFor();
    await onStage(page, 'A').getByText('Signed in the rehearsal').waitFor();
  }
  await chair.getByRole('switch', { name: 'Rehearsal' }).uncheck();
  for (const page of [chair, one, other]) {
    await page.getByText('Rehearsal: nothing is signed and nothing is recorded').waitFor({ state: 'detached' });
    expect(await onStage(page, 'A').getByText(/Signed/u).count()).toBe(0);
    await page.getByText('The ceremony has not begun.').waitFor();
  }
  expect(live.state).toBe(before);

  // In earnest, step by step, in the same pages.
  await chair.getByRole('button', { name: /^Go on:/u }).click();
  await other.getByRole('main').getByText(/^1 \/ \d+$/u).waitFor();
  await (await read(one, 'Sign copy A')).getByRole('button', { name: 'Cancel' }).click();
  await sign(one, 'A');
  for (const page of [chair, other]) await onStage(page, 'A').getByRole('listitem').filter({ hasText: 'Nora North' }).getByText(/^Signed at/u).waitFor();
  await sign(other, 'A');

  // The other side has a key of its own, and its owner mistypes the password.
  const dialog = await read(other, 'Sign copy B');
  await dialog.getByText('It begins on the right.').waitFor();
  await dialog.getByRole('button', { name: 'My own' }).click();
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'samir.p12', mimeType: 'application/x-pkcs12', buffer: await makeP12(server.directory, { name: 'Samir South', key: 'ec' }),
  });
  await dialog.getByLabel('Password of the key file').fill('three grey geese');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await dialog.getByRole('alert').filter({ hasText: 'key.password' }).waitFor();
  await dialog.getByLabel('Password of the key file').fill('three grey herons');
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await sign(one, 'B');
  for (const copy of ['A', 'B']) {
    for (const name of ['Nora North', 'Samir South']) await onStage(chair, copy).getByRole('listitem').filter({ hasText: name }).getByText(/^Signed at/u).waitFor();
  }
  for (const copy of ['a', 'b'] as const) await attest(witness, session, copy);

  // The record, and what anybody can find out about a copy that was downloaded from the page.
  await chair.getByRole('button', { name: 'Copies', exact: true }).click();
  await chair.getByRole('button', { name: 'Seal the record' }).click();
  await chair.getByRole('main').getByText('Signed and sealed').waitFor();
  const a = await downloaded(chair, chair.getByRole('article').filter({ hasText: 'Copy A' }).getByRole('link', { name: 'Download' }));
  const b = await downloaded(chair, chair.getByRole('article').filter({ hasText: 'Copy B' }).getByRole('link', { name: 'Download' }));
  const record = await downloaded(chair, chair.getByRole('link', { name: 'Download the record' }));
  const found = async (pdf: Buffer) => (await pdfsig(server.directory, pdf)).map(({ name, valid }) => `${name}: ${valid ? 'valid' : 'not valid'}`).toSorted();
  const everybody = ['Nora North: valid', 'Samir South: valid', 'Wim Witness: valid'];
  expect([await found(a), await found(b), await found(record)]).toEqual([everybody, everybody, ['Gangway seal: valid']]);
  const altered = withChangedByte(a, a.indexOf('/M (D:') + 8);
  expect(await found(altered)).toEqual(everybody.map((line) => line.replace('valid', 'not valid')));

  const { page: anybody } = await scene.browser.person({ isPhone: true, viewport: phone });
  await anybody.goto('/verify');
  const check = (buffer: Buffer) => anybody.locator('input[type=file]').setInputFiles({ name: 'copy.pdf', mimeType: 'application/pdf', buffer });
  await check(a);
  await anybody.getByText('Every signature holds.').waitFor();
  for (const name of ['Nora North', 'Samir South', 'Wim Witness']) await anybody.getByRole('article').filter({ has: anybody.getByRole('heading', { name }) }).getByText('Holds', { exact: true }).waitFor();
  await check(altered);
  await anybody.getByText('A signature of this PDF does not hold.').waitFor();
  expect(await anybody.getByText('Does not hold', { exact: true }).count()).toBe(3);
});

async function attest(person: TestPerson, session: string, copy: Side): Promise<void> {
  const { ceremony } = await person.api.call('ceremony', { params: { session } });
  await person.api.call('ceremonySign', { params: { session, copy }, body: { place: 'witness-a', file: ceremony.copies[copy]!.file, key: { kind: 'issued' } } });
}

async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return readFile(await download.path());
}
