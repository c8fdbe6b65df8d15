import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { phone } from '../harness/browser.ts';
import type { PersonOptions } from '../harness/browser.ts';
import type { LiveTestClient } from '../harness/liveClient.ts';
import type { TestPerson } from '../harness/server.ts';
import { expectAccessible } from './accessible.ts';
import { colouredPdf } from './deckRoom.ts';
import { inside, panel, RoomScene } from './room-scene.ts';

/** A class as its people hold it: the trainer and two trainees each on a page of their own, a tutor and two more trainees behind. */
let scene: RoomScene;
let tess: TestPerson;
let tom: TestPerson;
let trainees: readonly TestPerson[];
let session = '';

beforeAll(async () => {
  scene = await RoomScene.open();
  const { server } = scene;
  [tess, tom] = [await server.person('Tess Trainer'), await server.person('Tom Tutor')];
  trainees = [await server.person('Ann Learner'), await server.person('Ben Learner'), await server.person('Cleo Learner'), await server.person('Dan Learner')];
  session = await server.session(tess, [[tom, 'tutor'], ...trainees.map((one) => [one, 'trainee'] as const)], { kind: 'class', title: 'Container and seal inspection', lobby: false });
  await tess.api.call('createDeck', { params: { session }, query: { title: 'Worksheet', language: 'en' }, file: colouredPdf('en', 3) });
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

/** Comes in without devices: what is looked at is on the page. */
async function arrives(person: TestPerson, options: PersonOptions = {}): Promise<Page> {
  const { page } = await scene.visit(person, session, options, { devices: false });
  await page.getByRole('button', { name: /^(Join now|Open the session and join)$/u }).click();
  await inside(page);
  return page;
}

const strip = (page: Page, group: string) => page.locator('[data-groups] b').getByText(group, { exact: true });
const poll = (page: Page) => page.locator('[data-poll]');
const roomOf = ({ state, you }: LiveTestClient, id = you): string | undefined => state.rooms[state.participants[id]?.room ?? '']?.name;

test('a class with questions over the page and groups that call, are visited, come back and lose nobody', async () => {
  const [ann, ben, cleo, dan] = trainees as [TestPerson, TestPerson, TestPerson, TestPerson];

  // Before the class: a quiz is written and groups are made, on its page.
  const { page: trainer } = await scene.visit(tess, session, {}, { devices: false });
  await trainer.goto(`/sessions/${session}`);
  await trainer.getByRole('link', { name: 'Prepare polls and groups' }).click();
  await trainer.getByRole('button', { name: 'New poll or quiz' }).click();
  const quiz = trainer.getByRole('dialog', { name: 'New poll or quiz' });
  await quiz.getByRole('textbox', { name: 'Question' }).fill('What is checked first?');
  await quiz.getByLabel('Choice 1', { exact: true }).fill('The bolt seal');
  await quiz.getByLabel('Choice 2', { exact: true }).fill('The hinge pins');
  await quiz.getByRole('checkbox', { name: 'Choice 2 is right' }).check();
  await expectAccessible(trainer);
  await quiz.getByRole('button', { name: 'Save' }).click();
  await trainer.getByRole('listitem').filter({ hasText: 'What is checked first?' }).getByText('Quiz').waitFor();
  await trainer.getByRole('button', { name: 'Make groups' }).click();
  const making = trainer.getByRole('dialog', { name: 'Make groups' });
  const choose = async (label: string | RegExp, option: string): Promise<void> => {
    await making.getByRole('button', { name: label }).click();
    await trainer.getByRole('option', { name: option, exact: true }).click();
  };
  await choose(/Time/u, '10 minutes');
  await choose(/Deck for all groups/u, 'Worksheet');
  await making.getByLabel('Name of group 1').fill('Doors');
  await making.getByLabel('Name of group 2').fill('Floor');
  for (const one of [ann, cleo]) await choose(new RegExp(`Group of ${one.name}`, 'u'), 'Doors');
  for (const one of [ben, dan]) await choose(new RegExp(`Group of ${one.name}`, 'u'), 'Floor');
  await expectAccessible(trainer);
  await making.getByRole('button', { name: 'Save' }).click();
  await trainer.locator('[data-planned="Doors"]').getByText('Ann Learner and Cleo Learner').waitFor();
  await expectAccessible(trainer);

  // Everybody comes.
  await trainer.getByRole('link', { name: 'Test and enter' }).click();
  await trainer.getByRole('button', { name: /^(Join now|Open the session and join)$/u }).click();
  await inside(trainer);
  const [learner, onPhone] = [await arrives(ann), await arrives(ben, { viewport: phone, isPhone: true })];
  const connect = (one: TestPerson): Promise<LiveTestClient> => scene.server.connect(one.cookie, session);
  const [tutor, third, fourth] = [await connect(tom), await connect(cleo), await connect(dan)];

  // A poll written in the middle of it, answered on a desk, on a phone and elsewhere; results as numbers for all.
  await panel(trainer, 'Class');
  await trainer.getByRole('button', { name: 'New poll or quiz' }).click();
  const asking = trainer.getByRole('dialog', { name: 'New poll or quiz' });
  await asking.getByRole('textbox', { name: 'Question' }).fill('Have you opened a container before?');
  await asking.getByLabel('Choice 1', { exact: true }).fill('Yes');
  await asking.getByLabel('Choice 2', { exact: true }).fill('No');
  await asking.getByRole('button', { name: 'Ask now' }).click();
  for (const [page, answer] of [[learner, 'Yes'], [onPhone, 'No']] as const) {
    await poll(page).getByRole('radio', { name: answer }).check();
    await poll(page).getByRole('button', { name: 'Send answer' }).click();
    await poll(page).getByText('Sent. You can change it until the poll is closed.').waitFor();
  }
  await third.until(({ state }) => state.class.polls.current !== undefined);
  await third.must('poll.answer', { poll: third.state.class.polls.current!, choices: [0], text: '' });
  await poll(trainer).getByText('3 of 4 have answered').waitFor();
  expect(await poll(learner).getByText('%').count()).toBe(0);
  await poll(trainer).getByRole('button', { name: 'Show results to all' }).click();
  await poll(onPhone).getByRole('listitem').filter({ hasText: 'Yes' }).getByText('67%').waitFor();
  await poll(onPhone).getByRole('listitem').filter({ hasText: 'No' }).getByText('Your answer').waitFor();
  await expectAccessible(onPhone);
  await poll(trainer).getByRole('button', { name: 'Put away' }).click();
  await poll(learner).waitFor({ state: 'detached' });

  // The quiz that was prepared; who answers, who is away and who struggles, while it is open.
  await trainer.getByRole('listitem').filter({ hasText: 'What is checked first?' }).getByRole('button', { name: 'Ask now' }).click();
  await poll(learner).getByRole('radio', { name: 'The bolt seal' }).check();
  await expectAccessible(learner);
  await poll(learner).getByRole('button', { name: 'Send answer' }).click();
  await poll(onPhone).getByRole('radio', { name: 'The hinge pins' }).check();
  await poll(onPhone).getByRole('button', { name: 'Send answer' }).click();
  await trainer.getByRole('button', { name: 'Trainees', exact: true }).click();
  const trainee = (one: TestPerson) => trainer.locator(`[data-trainee="${one.name}"]`);
  await trainee(ben).getByText('Answered', { exact: true }).waitFor();
  await trainee(dan).getByText('Not answered yet').waitFor();
  await out(learner, true);
  await trainee(ann).getByText('Looks elsewhere').waitFor();
  await out(learner, false);
  await trainee(ann).getByText('Looks elsewhere').waitFor({ state: 'detached' });
  third.close();
  await trainee(cleo).getByText('Connection lost').waitFor();
  // Over the page what is asked, in the panel who answers, who is away, who struggles.
  await expectAccessible(trainer);
  await poll(trainer).getByRole('button', { name: 'Show results to all' }).click();
  await poll(learner).getByText('Not the right answer').waitFor();
  await poll(onPhone).getByText('You answered correctly').waitFor();
  await trainee(ann).getByText('0 of 1 right').waitFor();
  await poll(trainer).getByRole('button', { name: 'Put away' }).click();
  const back = await connect(cleo);

  // Groups: everybody in theirs with one press, its deck in their own hands.
  await trainer.getByRole('button', { name: 'Groups', exact: true }).click();
  await trainer.getByRole('button', { name: 'Open the 2 prepared groups' }).click();
  await strip(learner, 'Doors').waitFor();
  await strip(onPhone, 'Floor').waitFor();
  await learner.getByRole('timer', { name: 'left' }).waitFor();
  await back.until((client) => roomOf(client) === 'Doors');
  const deck = Object.keys(back.state.decks)[0]!;
  await back.must('mark.add', { deck, page: 1, shape: { tool: 'text', ink: 'blue', size: 0.05, x: 0.1, y: 0.1, text: 'Hinge pins first' } });
  await learner.locator('[data-deck-stage] [data-marks="1"]').waitFor();

  // One calls; the trainer sees it wherever they are, speaks to all and goes there.
  await learner.getByRole('button', { name: 'Ask for help' }).click();
  await trainer.getByText('Doors asks for help', { exact: true }).waitFor();
  await trainer.locator('[data-group="Doors"]').getByText('Asks for help').waitFor();
  await expectAccessible(trainer);
  await expectAccessible(learner);
  await trainer.getByLabel('Word to all groups').fill('Five more minutes.');
  await trainer.getByRole('button', { name: 'Send', exact: true }).click();
  for (const page of [learner, onPhone]) await page.locator('[data-groups]').getByText('Five more minutes.').waitFor();
  await trainer.getByRole('button', { name: 'Next: drop in on Doors' }).click();
  await strip(trainer, 'Doors').waitFor();
  await learner.getByText('You have asked for help.').waitFor({ state: 'detached' });
  await trainer.getByRole('button', { name: 'Next: drop in on Floor' }).click();
  await strip(trainer, 'Floor').waitFor();

  // Who reloads is back in the right group; and a trainer who drops finds everybody where they were.
  await learner.reload();
  await strip(learner, 'Doors').waitFor();
  await trainer.goto(`/sessions/${session}`);
  await tutor.until(({ state }) => state.participants[tess.id]?.connected === false);
  await tutor.must('groups.say', { text: 'Tess will be back.' });
  await learner.locator('[data-groups]').getByText('Tess will be back.').waitFor();
  await trainer.goto(`/room/${session}`);
  await inside(trainer);
  await trainer.getByRole('button', { name: 'Bring everybody back' }).first().waitFor();
  expect([ann, ben, cleo, dan].map((one) => roomOf(tutor, one.id))).toEqual(['Doors', 'Floor', 'Doors', 'Floor']);

  // Less time than was given is said once; then everybody is called back, while one of them reloads.
  await panel(trainer, 'Class');
  await trainer.getByRole('button', { name: 'Change the time' }).click();
  await trainer.getByRole('menuitem', { name: '1 minute', exact: true }).click();
  await learner.getByText('One minute left in the groups.').first().waitFor();
  await onPhone.goto(`/sessions/${session}`);
  await trainer.getByRole('button', { name: 'Bring everybody back' }).first().click();
  await onPhone.goto(`/room/${session}`);
  await inside(onPhone);
  await fourth.until(({ state }) => [ann, ben, cleo, dan].every((one) => state.participants[one.id]?.room === 'floor'));
  for (const page of [learner, onPhone]) await page.locator('[data-groups]').waitFor({ state: 'detached' });

  // What they made: their own to look at, and on the stage for all.
  await panel(learner, 'Class');
  await learner.getByRole('button', { name: 'Look at what Doors made' }).click();
  await learner.getByRole('dialog', { name: 'Doors' }).locator('[data-page="1"] [data-marks="1"]').getByText('Hinge pins first').waitFor();
  await expectAccessible(learner);
  await learner.keyboard.press('Escape');
  await trainer.getByRole('button', { name: 'Show to all what Doors made' }).click();
  await onPhone.locator('[data-deck-stage] [data-marks="1"]').getByText('Hinge pins first').waitFor();
});

/** The page goes out of sight, or comes back into it, as when its tab is left. */
async function out(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((is) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => (is ? 'hidden' : 'visible') });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
