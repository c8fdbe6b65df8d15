import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '../harness/server.ts';
import { connections, hears, inside, panel, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  [ana, ben] = [await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor')];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

test('who reloads is back in the seat with role, hand, room, sound and picture, and is asked nothing', async () => {
  const session = await scene.server.session(ana, [[ben, 'speaker']], { lobby: true });
  const host = await scene.enter(ana, session);
  const { page: guest } = await scene.visit(ben, session);
  await guest.getByRole('button', { name: 'Ask to join' }).click();
  await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
  await inside(guest);
  await guest.getByRole('button', { name: 'Raise hand' }).click();
  await guest.keyboard.press('v');
  await guest.getByRole('button', { name: 'Camera off' }).waitFor();
  await hears(host);

  await guest.reload();
  await inside(guest);
  await guest.getByRole('button', { name: 'Hand up (1)' }).waitFor();
  // A speaker's control: the role came along.
  await guest.getByRole('button', { name: 'Share' }).waitFor();
  await guest.getByRole('button', { name: 'Microphone', exact: true }).waitFor();
  await guest.getByRole('button', { name: 'Camera off' }).waitFor();
  await Promise.all([sees(guest, 'Ana Keller'), hears(guest), hears(host)]);

  await panel(host, 'Rooms');
  await host.getByRole('button', { name: 'Make a side room' }).click();
  const form = host.getByRole('dialog', { name: 'New side room' });
  await form.getByLabel('Name').fill('Group 1');
  await form.getByRole('checkbox', { name: 'Ben Okafor' }).check();
  await form.getByRole('button', { name: 'Make a side room' }).click();
  await guest.getByText('You are in: Group 1').waitFor();
  await guest.reload();
  await guest.getByText('You are in: Group 1').waitFor();
});

test('a line that goes dead is told at once over the frozen room; when it is back so is everything, and nobody is there twice', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const guest = await scene.server.connect(ben.cookie, session);
  await panel(host, 'Chat');
  const before = await connections(host);
  scene.line.die();
  await host.getByText('Connection lost, reconnecting…').waitFor();
  // The room is still there behind it.
  await host.locator('li[data-participant]').filter({ hasText: 'Ben Okafor' }).waitFor();
  await host.getByRole('textbox', { name: 'Write to: Floor' }).fill('written on a dead line');
  await host.keyboard.press('Enter');
  await guest.must('chat.send', { text: 'said meanwhile' });
  scene.line.mend();
  await host.getByText('Connection lost, reconnecting…').waitFor({ state: 'detached' });
  await host.getByRole('log').getByText('said meanwhile').waitFor();
  await guest.until((client) => client.state.chat['room:floor']?.filter((message) => message.text === 'written on a dead line').length === 1);
  expect(await host.locator('li[data-participant]').count()).toBe(2);
  // Sound and pictures went another way and were never touched.
  expect((await connections(host)).opened).toBe(before.opened);
  guest.close();
});

test('opened in a second place, the first one stops and can take the seat back', async () => {
  const session = await scene.server.session(ana, [], { lobby: false });
  const first = await scene.enter(ana, session);
  const second = await scene.enter(ana, session);
  await first.getByRole('heading', { name: 'Open in another place' }).waitFor();
  await first.getByRole('button', { name: 'Use it here' }).click();
  await first.getByRole('button', { name: 'Join now' }).click();
  await inside(first);
  await second.getByRole('heading', { name: 'Open in another place' }).waitFor();
});

test('who leaves can come back without waiting in the lobby; who signs out is out', async () => {
  const dan = await scene.server.person('Dan Reyes');
  const session = await scene.server.session(ana, [[dan, 'attendee']], { lobby: true });
  const host = await scene.enter(ana, session);
  const { page: guest } = await scene.visit(dan, session);
  await guest.reload();
  await guest.getByRole('button', { name: 'Ask to join' }).click();
  await host.getByRole('button', { name: 'Admit Dan Reyes' }).click();
  await inside(guest);
  await guest.getByRole('button', { name: 'Leave' }).click();
  await guest.getByRole('heading', { name: 'You have left' }).waitFor();
  await expect.poll(standing).toBe(1);
  await host.locator('li[data-participant]').filter({ hasText: 'Dan Reyes' }).waitFor({ state: 'detached' });
  await guest.getByRole('button', { name: 'Come back in' }).click();
  await guest.getByRole('button', { name: 'Join now' }).click();
  await inside(guest);
  await dan.api.call('signOutEverywhere');
  await guest.getByRole('heading', { name: 'You are signed out' }).waitFor();
});

test('who goes to another page of the application has left, and nothing of theirs stays open', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const visitor = await scene.browser.person({ cookie: ben.cookie });
  await expect.poll(standing).toBe(1);
  visitor.page.setDefaultTimeout(60_000);
  await visitor.page.goto(`/sessions/${session}`);
  await visitor.page.getByRole('link', { name: 'Test and enter' }).click();
  await visitor.page.getByRole('button', { name: 'Join now' }).click();
  await inside(visitor.page);
  await host.locator('li[data-participant]').filter({ hasText: 'Ben Okafor' }).waitFor();
  expect(await standing()).toBe(2);
  await visitor.page.goBack();
  await visitor.page.getByRole('heading', { level: 1, name: 'A session' }).waitFor();
  await host.locator('li[data-participant]').filter({ hasText: 'Ben Okafor' }).waitFor({ state: 'detached' });
  await expect.poll(standing).toBe(1);
});

/** Live connections that the server holds. */
async function standing(): Promise<number> {
  const figures = await (await scene.server.api().raw('metrics', {})).text();
  return Number(/^gangway_connections (\d+)$/mu.exec(figures)?.[1]);
}
