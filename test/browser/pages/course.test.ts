import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { TestBrowser } from '../../harness/browser.ts';
import type { PersonOptions } from '../../harness/browser.ts';
import { MailServer } from '../../harness/smtp.ts';
import { HOUR, openTrainingHouse } from '../../integration/training/house.ts';
import type { TrainingHouse } from '../../integration/training/house.ts';
import { expectAccessible } from '../accessible.ts';
import { Heard } from '../heard.ts';

/** By what the small course calls them; each stands in the explanations and model answers of its banks and nowhere else. */
const SECRET = /KEYWORD-(?:EXPLAINED|MODEL)/u;
/** How the key of a question would be written, wherever it came from. */
const KEY = /"(?:key|correct|tolerance|area|model|explanation)":/u;

/** The clock of the house: a class of half an hour is over at once. */
let aheadMs = 0;
let house: TrainingHouse;
let smtp: MailServer;
let browser: TestBrowser;
/** The certificate of the first test, for those that follow. */
let number = '';
let pdf: Buffer = Buffer.alloc(0);

beforeAll(async () => {
  const now = Date.now;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + aheadMs);
  smtp = await MailServer.open();
  house = await openTrainingHouse({ MAIL_URL: `smtp://127.0.0.1:${smtp.port}` });
  browser = await TestBrowser.launch(house.server.url);
});
afterEach(async () => {
  browser.assertNoFaults();
  await browser.clear();
});
afterAll(async () => {
  await browser.close();
  await house.server.close();
  await smtp.close();
  vi.restoreAllMocks();
});

async function visit(path: string, options: PersonOptions = {}): Promise<Page> {
  const { page } = await browser.person(options);
  page.setDefaultTimeout(60_000);
  await page.goto(path);
  return page;
}

const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> => page.getByRole(role, { name, exact: typeof name === 'string' }).first().click();

/** The list of an ordering as it stands. */
const orderIn = (question: Locator): Promise<string[]> => question.getByRole('listitem').evaluateAll((items) => items.map((item) => item.children[1]!.textContent!));

/** Answers a question of the small course rightly, by keyboard where it is more than ticking. */
async function answer(page: Page, question: Locator, text: string): Promise<void> {
  const { keyboard } = page;
  if (text.startsWith('Which one is')) await question.getByLabel('The right door').check();
  else if (text.startsWith('Which ones')) for (const one of ['Bolt seal', 'Cable seal']) await question.getByLabel(one).check();
  else if (text.startsWith('Match')) {
    for (const [left, right] of [['Hinge', 'Turns'], ['Seal', 'Tells']] as const) {
      const choice = question.getByRole('button', { name: new RegExp(left, 'u') });
      await choice.focus();
      await keyboard.press('Enter');
      const option = page.getByRole('option', { name: right });
      await option.waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=listbox]') !== null)).toBe(true);
      await keyboard.type(right.slice(0, 2));
      await expect.poll(() => option.evaluate((node) => node === document.activeElement)).toBe(true);
      await keyboard.press('Enter');
      await expect.poll(() => choice.textContent()).toContain(right);
    }
  } else if (text.startsWith('Put these')) {
    for (const [place, item] of ['Look', 'Write', 'Sign'].entries()) {
      const up = question.getByRole('button', { name: `Move up: ${item}` });
      await up.focus();
      // Whoever moves by keyboard stays on the button, at the top as well.
      for (let at = (await orderIn(question)).indexOf(item); at > place; at -= 1) {
        await keyboard.press('Enter');
        await expect.poll(async () => (await orderIn(question)).indexOf(item)).toBe(at - 1);
        expect(await up.evaluate((node) => node === document.activeElement)).toBe(true);
      }
    }
    const keep = question.getByRole('button', { name: 'This order is right' });
    if (await keep.isVisible()) await keep.click();
  } else if (text.startsWith('How many points')) await question.getByLabel('Your number').fill('7');
  else if (text.startsWith('How many conditions')) await question.getByLabel('Your number').fill('13');
  else if (text.startsWith('Where is')) {
    await question.getByLabel('From the left').focus();
    for (let step = 0; step < 25; step += 1) await keyboard.press('ArrowRight');
  } else await question.getByLabel('Your answer, in a few sentences').fill('Because traces would be lost.');
}

/** Answers everything, and hands it in once the server has it. */
async function answerAll(page: Page): Promise<void> {
  const count = await page.getByRole('heading', { level: 2 }).count();
  for (const text of await page.getByRole('heading', { level: 2 }).allTextContents()) await answer(page, page.getByRole('region', { name: text, exact: true }), text);
  await page.getByText(`${count} of ${count} answered`).waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
}

async function handIn(page: Page): Promise<void> {
  await press(page, 'button', 'Hand in');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hand in' }).click();
}

test('a trainee reads, answers, attends, hands in, is marked by a tutor, and gets a certificate that anybody can verify', async () => {
  const { server, trainee, tutor, trainer, edition } = house;
  const path = `/training/editions/${edition}`;
  const { page } = await browser.person({ cookie: trainee.cookie });
  page.setDefaultTimeout(60_000);
  const heard = new Heard(page);
  await page.goto('/training');
  await press(page, 'link', 'Begin');
  await heading(page, 'A small course');
  await press(page, 'link', 'Begin');

  // Lessons: a term explains itself; a language in which the text does not exist is told.
  await heading(page, 'Doors');
  await press(page, 'button', 'seal, explain');
  await page.getByRole('dialog', { name: 'seal' }).getByText('What shows that a door was opened.').waitFor();
  await page.keyboard.press('Escape');
  await press(page, 'link', 'Français');
  await page.getByRole('status').filter({ hasText: 'This text does not exist in French. You read it in English. It is there in: English and Chinese.' }).waitFor();
  await heading(page, 'Les portes');
  await press(page, 'link', 'English');
  await heading(page, 'Doors');
  await expectAccessible(page);
  await press(page, 'button', 'I have read this; go on');
  await heading(page, 'Seals');
  await press(page, 'button', 'I have read this; go on');

  // The quiz: every kind of question; what was answered is there after a reload.
  await heading(page, 'The first quiz');
  await press(page, 'button', 'Start the quiz');
  await page.getByRole('timer').waitFor();
  await answerAll(page);
  await expectAccessible(page);
  await heard.settled();
  await page.reload();
  await page.getByText('7 of 7 answered').waitFor();
  expect(await page.getByLabel('The right door').isChecked()).toBe(true);
  await handIn(page);
  await page.getByText('A tutor has a short answer to mark. The result follows.').waitFor();

  // The class is attended for twenty minutes of its thirty.
  const { session } = await trainer.api.call('scheduleClass', { params: { edition, class: 'first-class' }, body: { startsAt: Date.now(), endsAt: Date.now() + HOUR } });
  const live = await server.host.get(session);
  await live.record({ type: 'session.opened', data: {} });
  const client = await server.connect(trainee.cookie, session);
  aheadMs += 20 * 60_000;
  await live.record({ type: 'session.ended', data: {} });
  client.close();
  await press(page, 'link', 'To the course');
  await heading(page, 'A small course');
  await page.getByRole('listitem').filter({ hasText: 'The first class' }).last().getByText('Attended').waitFor();

  await expectAccessible(page);
  await press(page, 'link', 'Look at a door');
  await heading(page, 'Look at a door');
  await page.getByRole('textbox', { name: 'Text' }).fill('Four hinges, one seal, no marks of tools.');
  await page.getByLabel('Add files').setInputFiles({ name: 'what I saw.txt', mimeType: 'text/plain', buffer: Buffer.from('A door, a seal.') });
  await page.getByRole('button', { name: 'Take what I saw.txt away' }).waitFor();
  await press(page, 'button', 'Hand in');
  await page.getByText('Handed in. A tutor will mark it.').waitFor();
  // So far no byte of a key or an explanation has come to the page, by whatever way.
  await heard.settled();
  expect(heard.of('/api/').length).toBeGreaterThan(20);
  expect(heard.all.filter(({ text }) => SECRET.test(text)).map(({ from }) => from)).toEqual([]);
  expect(heard.of('/api/').filter(({ text }) => KEY.test(text)).map(({ from }) => from)).toEqual([]);

  const desk = await visit(`${path}/marking`, { cookie: tutor.cookie });
  await desk.getByLabel('Points, of 2').fill('2');
  await desk.getByLabel('Remark for the trainee').fill('Short and right.');
  await press(desk, 'button', 'Save the marks');
  await desk.getByLabel('Points, of 2').waitFor({ state: 'detached' });
  await press(desk, 'link', 'Mark');
  await heading(desk, 'Nils North');
  await desk.getByText('Four hinges, one seal, no marks of tools.').waitFor();
  expect(await (await desk.context().request.get((await desk.getByRole('link', { name: 'what I saw.txt' }).getAttribute('href'))!)).text()).toBe('A door, a seal.');
  await desk.getByRole('group', { name: 'What was seen' }).getByLabel('All of it.').check();
  await expectAccessible(desk);
  await desk.getByText('100% of the points: passed').waitFor();
  await press(desk, 'button', 'Save the marks');
  await desk.getByText('Marks saved.').waitFor();
  await desk.context().close();

  // Passed: now the review says what is right and why.
  await page.goto(`${path}/quizzes/first-quiz`);
  await press(page, 'link', 'Review');
  await page.getByText('Passed with 100%.').waitFor();
  await page.getByText('Short and right.').waitFor();
  await page.getByText('KEYWORD-EXPLAINED single', { exact: true }).waitFor();
  await expectAccessible(page);
  await heard.settled();
  expect(heard.of('/attempts/').some(({ text }) => SECRET.test(text) && KEY.test(text))).toBe(true);

  // The second module, and the examination over both.
  await press(page, 'link', 'To the course');
  await press(page, 'link', 'Reports');
  await press(page, 'button', 'I have read this; go on');
  await heading(page, 'The second quiz');
  await press(page, 'button', 'Start the quiz');
  await page.getByRole('timer').waitFor();
  await answerAll(page);
  await handIn(page);
  await page.getByText('Passed with 100%.').waitFor();
  await press(page, 'link', 'To the course');
  await press(page, 'link', 'The examination');
  await page.getByText('2 questions are drawn from the banks of 2 modules, anew for each attempt.').waitFor();
  await press(page, 'button', 'Start the examination');
  await page.getByRole('timer').waitFor();
  await answerAll(page);
  await handIn(page);
  await page.getByText(/Passed with 100%\.|A tutor has a short answer to mark/u).waitFor();
  for (const { attempt, question, points } of (await tutor.api.call('toMark', { params: { edition } })).answers) await tutor.api.call('markAnswer', { params: { edition, attempt }, body: { question, points, remark: '' } });

  await page.goto(path);
  await press(page, 'button', 'Get the certificate');
  number = (await page.getByText(/^GW-\d{4}-/u).textContent())!;
  const file = await page.context().request.get((await page.getByRole('link', { name: 'Open as PDF' }).getAttribute('href'))!, { timeout: 60_000 });
  expect(file.headers()['content-type']).toBe('application/pdf');
  pdf = await file.body();
  const saved = join(server.directory, 'certificate.pdf');
  await writeFile(saved, pdf);
  const sealed = execFileSync('pdfsig', [saved], { encoding: 'utf8' });
  expect(sealed).toContain('Signature is Valid');
  expect(sealed).toContain('Total document signed');
  const text = execFileSync('pdftotext', [saved, '-'], { encoding: 'utf8' });
  for (const said of [number, 'Nils North', 'A small course']) expect(text).toContain(said);
});

/** The certificate with one bit of a stream turned over. */
function altered(): Buffer {
  const changed = Buffer.from(pdf);
  const at = changed.indexOf('stream') + 40;
  changed[at] = changed[at]! ^ 1;
  return changed;
}

test('a certificate is verified by number and by file; one that was altered fails, one that was withdrawn says so', async () => {
  const { server, trainer, edition } = house;
  const saved = join(server.directory, 'altered.pdf');
  await writeFile(saved, altered());
  expect(execFileSync('pdfsig', [saved], { encoding: 'utf8' })).not.toContain('Signature is Valid');

  const page = await visit(`/certificate/${number.toLowerCase()}`);
  await page.getByText('This certificate was issued here and is valid.').waitFor();
  await page.getByText('Nils North', { exact: true }).waitFor();
  await press(page, 'link', 'Check a file');
  const check = async (buffer: Buffer): Promise<void> => page.locator('input[type=file]').setInputFiles({ name: 'certificate.pdf', mimeType: 'application/pdf', buffer });
  await check(pdf);
  await page.getByText(`Certificate ${number}, given to Nils North`).waitFor();
  await page.getByText('Every signature holds.').waitFor();
  await check(altered());
  await page.getByText('A signature of this PDF does not hold.').waitFor();
  expect(await page.getByText(`Certificate ${number}`).count()).toBe(0);

  const staff = await visit(`/training/editions/${edition}/people`, { cookie: trainer.cookie });
  await press(staff, 'button', 'Actions for Nils North');
  await staff.getByRole('menuitem', { name: 'Withdraw the certificate' }).click();
  await staff.getByLabel('Reason').fill('The assignment was copied.');
  await staff.getByRole('alertdialog').getByRole('button', { name: 'Withdraw the certificate' }).click();
  await staff.getByText('Certificate withdrawn').waitFor();
  await expectAccessible(staff);

  await check(pdf);
  await page.getByText('Reason: The assignment was copied.').waitFor();
  await expectAccessible(page);
  await press(page, 'link', `Certificate ${number}, given to Nils North`);
  await page.getByText(/^This certificate was withdrawn on .* and is not valid\.$/u).waitFor();
});

test('a trainer writes a lesson: a draft, a review, and what was published is read; what another saved meanwhile is told and not lost', async () => {
  const { server, head, trainer, trainee, edition } = house;
  const second = await server.person('Tim Trainer');
  await head.api.call('setTrainingRoles', { params: { person: second.id }, body: { roles: ['trainer'] } });
  const read = async (): Promise<string> => (await trainee.api.call('lesson', { params: { edition, lesson: 'first-seals' }, query: { language: 'en' } })).body;
  const page = await visit('/training', { cookie: trainer.cookie, expected: [/status of 409/u] });
  await page.getByRole('heading', { name: 'Write lessons' }).waitFor();
  await page.getByRole('link', { name: 'A small course', exact: true }).last().click();
  await press(page, 'link', 'Edit Seals in English');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('## Numbers\n\nCompare the numbers twice.');
  await press(page, 'button', 'Save the draft');
  await page.getByText('Draft saved.').waitFor();
  await press(page, 'button', 'Hand over for review');
  await page.getByText('In review', { exact: true }).waitFor();
  expect(await read()).toContain('The number on the seal is the number on the paper.');

  await second.api.call('saveDraft', {
    params: { course: 'small', lesson: 'first-seals' }, query: { language: 'en' },
    body: { revision: 2, title: 'Seals', summary: 'What a seal tells.', body: '## Numbers\n\nRead the number aloud.', state: 'review' },
  });
  await text.fill('## Numbers\n\nCompare the numbers twice, with the paper in hand.');
  await press(page, 'button', 'Publish');
  await page.getByRole('alert').filter({ hasText: 'Tim Trainer saved another version' }).waitFor();
  await page.getByText('Show their text').click();
  await page.getByText('Read the number aloud.').waitFor();
  await expectAccessible(page);
  await press(page, 'button', 'Keep mine, on top of theirs');
  await press(page, 'button', 'Publish');
  await page.getByText('Published: trainees read it from now on.').waitFor();
  expect(await read()).toContain('with the paper in hand.');
});

test('a coordinator sees, enrols, reports on and reminds people of their own administration alone', async () => {
  const { server, coordinator } = house;
  const samir = await server.person('Samir South', { administration: coordinator.administration });
  const page = await visit('/training', { cookie: coordinator.cookie });
  await press(page, 'link', 'People');
  await page.getByText('You see the people of your own administration.').waitFor();
  await press(page, 'button', 'Enrol people');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Samir South' }).check();
  expect(await dialog.getByRole('checkbox').count()).toBe(2);
  await press(page, 'button', 'Enrol 1 person');
  await page.getByRole('button', { name: 'Actions for Samir South' }).waitFor();
  expect(await page.getByText('Nils North').count()).toBe(0);

  // One of two addresses is refused: its line says so and why, and the words are there to be sent again.
  smtp.refuses = samir.email;
  await press(page, 'button', 'Remind 2 people');
  await page.getByLabel('Your words').fill('Two weeks are left.');
  await press(page, 'button', 'Send to 2 people');
  await page.getByText('1 sent. Not delivered: 1.').waitFor();
  await page.getByText('The mail server refused the address or the message.').waitFor();
  await page.getByText('1 reminder was not delivered. Its line says why.').waitFor();
  await expectAccessible(page);
  smtp.refuses = undefined;
  await press(page, 'button', 'Send again');
  expect(await page.getByLabel('Your words').inputValue()).toBe('Two weeks are left.');
  await press(page, 'button', 'Send to 1 person');
  await page.getByText('1 reminder sent.').waitFor();
  await expect.poll(() => page.getByText(/^Reminded on /u).count()).toBe(2);
  expect(smtp.lines.filter((line) => line === 'Two weeks are left.')).toHaveLength(2);
  expect(smtp.lines.filter((line) => line.startsWith('Content-Type: text/calendar'))).toHaveLength(2);

  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'link', 'Progress (CSV)')]);
  const table = await readFile(await download.path(), 'utf8');
  expect(table.split('\r\n').slice(1, -1).map((row) => row.split(',').slice(0, 3))).toEqual([
    ['Sara South', 'Customs of the South', 'enrolled'], ['Samir South', 'Customs of the South', 'enrolled'],
  ]);
});
