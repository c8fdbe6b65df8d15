import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readPrinted, withoutGaps } from '../../harness/printed.ts';
import type { TestPerson } from '../../harness/server.ts';
import { inside, RoomScene } from '../room-scene.ts';

let scene: RoomScene;
beforeAll(async () => {
  scene = await RoomScene.open();
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

/** All that a page receives, over any way: what is not in it, its person cannot have seen. */
class Received {
  readonly #parts: string[] = [];
  readonly #bodies: Promise<unknown>[] = [];

  constructor(page: Page) {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void this.#parts.push(payload.toString())));
    page.on('response', (response) => void this.#bodies.push(response.text().then((text) => this.#parts.push(text), () => undefined)));
  }

  async has(text: string): Promise<boolean> {
    await Promise.all(this.#bodies);
    return this.#parts.some((part) => part.includes(text));
  }
}

/** Somebody in the meeting, without devices, with the comparison in place of the stage. */
async function compare(person: TestPerson, meeting: string): Promise<{ readonly page: Page; readonly received: Received }> {
  const heard: Received[] = [];
  const { page } = await scene.visit(person, meeting, {}, { devices: false, before: (opened) => void heard.push(new Received(opened)) });
  await page.getByRole('button', { name: /^(Join now|Open the session and join)$/u }).click();
  await inside(page);
  await page.getByRole('button', { name: 'Layout' }).click();
  await page.getByRole('menu').getByText('Comparison of programmes').click();
  await page.getByRole('navigation', { name: 'Criteria A to M' }).waitFor();
  return { page, received: heard[0]! };
}

const NORTH = 'Customs of the North';
const SOUTH = 'Customs of the South';
const row = (page: Page, letter: string): Locator => page.getByRole('navigation', { name: 'Criteria A to M' }).getByRole('button', { name: new RegExp(`^${letter} `, 'u') });
const cell = (page: Page, field: string, side: string): Locator => page.getByRole('group', { name: `${field}, ${side}` });

async function write(page: Page, field: string, side: string, text: string): Promise<void> {
  await cell(page, field, side).getByRole('button', { name: /^(Write|Change):/u }).click();
  await cell(page, field, side).getByRole('textbox').fill(text);
}

const save = (page: Page, field: string, side: string): Promise<void> => cell(page, field, side).getByRole('button', { name: 'Save' }).click();

test('two administrations work on one comparison in their meeting: a shared row, each its own words, agreement by both heads; what one keeps to itself never reaches the other', async () => {
  const { server } = scene;
  const administration = await server.administration(SOUTH, 'EG');
  const [clerk, north] = [await server.person('Clara Clerk'), await server.person('Nora North')];
  const south = await server.person('Samir South', { administration });
  const file = await server.session(clerk, [[north, 'headOfSide'], [south, 'headOfSide']], { kind: 'case', title: 'North and South', lobby: false });
  const meeting = await server.session(north, [[south, 'headOfDelegation']], { kind: 'assessment', title: 'First comparison', lobby: false });
  await north.api.call('linkSession', { params: { session: file }, body: { session: meeting, stage: 'comparison' } });
  const ours = await server.connect(north.cookie, file);
  const theirs = await server.connect(south.cookie, file);
  await ours.must('case.programme', { name: 'AEO North', about: 'Regulation 12' });
  await theirs.must('case.programme', { name: 'AEO South', about: 'Decree 7' });
  await ours.until(({ state }) => Object.keys(state.case.plan.programmes).length === 2);
  const programmeOf = (side: string): string => Object.values(ours.state.case.plan.programmes).find((each) => each.administration === side)!.id;
  await ours.must('matrix.begin', { left: programmeOf(north.administration), right: programmeOf(administration) });
  await theirs.must('case.note', { text: 'We would settle for less on seals', private: true });
  await theirs.must('case.task', { title: 'Ask the minister about seals', private: true });
  await south.api.call('fileDocument', {
    params: { session: file }, query: { title: 'Our fallback on seals', name: 'fallback.pdf', stage: 'comparison', private: 'yes' }, file: Buffer.from('%PDF-1.7\nfallback of the South\n'),
  });

  const { page: one, received: byNorth } = await compare(north, meeting);
  const { page: other, received: bySouth } = await compare(south, meeting);

  // The row before one is before both.
  await row(one, 'G').click();
  await one.getByRole('button', { name: 'Bring everybody here' }).click();
  await other.getByRole('article', { name: /^G\./u }).waitFor();
  await row(other, 'G').getByText('Everybody is here').waitFor();

  // Each writes in its own column; the other sees who writes, and then what.
  await write(one, 'Requirement', NORTH, 'Seals by ISO 17712');
  await cell(other, 'Requirement', NORTH).getByText('Nora North is writing here').waitFor();
  await save(one, 'Requirement', NORTH);
  await cell(other, 'Requirement', NORTH).getByText('Seals by ISO 17712').waitFor();
  expect(await cell(other, 'Requirement', NORTH).getByRole('button').count()).toBe(0);
  await write(other, 'Comment to the other side', SOUTH, 'Bolts only, with us');
  await save(other, 'Comment to the other side', SOUTH);
  await cell(one, 'Comment to the other side', SOUTH).getByText('Bolts only, with us').waitFor();

  // The status that one sets is the status of both, and both heads agree on the row as it stands.
  await one.getByText('The row needs a status before it can be agreed.').waitFor();
  await other.getByRole('button', { name: /Status/u }).click();
  await other.getByRole('option', { name: 'Equivalent in result' }).click();
  await row(one, 'G').getByText('Equivalent in result').waitFor();
  await one.getByRole('button', { name: `Agree for ${NORTH}` }).click();
  await row(other, 'G').getByText('One side agreed').waitFor();
  await other.getByRole('button', { name: `Agree for ${SOUTH}` }).click();
  for (const page of [one, other]) {
    await row(page, 'G').getByText('Agreed', { exact: true }).waitFor();
    await page.getByText('1 of 13 agreed').waitFor();
  }

  // As an annex it says what both see, to any reader of PDFs.
  const link = await one.getByRole('link', { name: 'Annex (PDF)' }).getAttribute('href');
  const annex = await readPrinted(await (await one.context().request.get(link!)).body());
  expect(annex).toMatchObject({ tagged: true, language: 'en', title: 'Comparison of programmes: AEO North and AEO South' });
  for (const words of ['Seals by ISO 17712', 'Bolts only, with us', 'Equivalent in result', 'Nora North', 'Samir South']) expect(annex.text).toContain(withoutGaps(words));

  // A change takes agreement back, and both are told whose.
  await write(other, 'Evidence of practice', SOUTH, 'Seen in the port');
  await save(other, 'Evidence of practice', SOUTH);
  for (const page of [one, other]) await page.getByText(/^No longer agreed: Samir South changed the evidence of practice/u).waitFor();

  // The private part of the South: its own page has it, the North's page has nothing of it.
  const secrets = ['We would settle for less on seals', 'Ask the minister about seals', 'Our fallback on seals'];
  for (const secret of secrets) expect([secret, await bySouth.has(secret), await byNorth.has(secret), annex.text.includes(withoutGaps(secret))]).toEqual([secret, true, false, false]);
  expect(await byNorth.has('Bolts only, with us')).toBe(true);
});
