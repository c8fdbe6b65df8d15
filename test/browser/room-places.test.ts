import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '../harness/server.ts';
import { connections, hears, hearsNothing, panel, received, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  [ana, ben] = [await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor')];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

test('in a side room voice, pictures and chat are there alone; the way back takes no new connection', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const guest = await scene.enter(ben, session);
  await Promise.all([sees(guest, 'Ana Keller'), hears(guest), hears(host)]);
  const before = await connections(guest);

  await panel(host, 'Rooms');
  await host.getByRole('button', { name: 'Make a side room' }).click();
  const form = host.getByRole('dialog', { name: 'New side room' });
  await form.getByLabel('Name').fill('Delegation');
  await form.getByRole('checkbox', { name: 'Ben Okafor' }).check();
  await form.getByRole('button', { name: 'Make a side room' }).click();
  await guest.getByText('You are in: Delegation').waitFor();
  await guest.locator('video[aria-label="Camera of Ana Keller"]').waitFor({ state: 'detached' });
  await Promise.all([hearsNothing(guest), hearsNothing(host)]);
  // Nothing of the floor comes here: once what was on its way has arrived, not a byte.
  let last = -1;
  await expect.poll(async () => {
    const bytes = await received(guest);
    const came = bytes - last;
    last = bytes;
    return came;
  }, { interval: 700, timeout: 30_000 }).toBe(0);

  await panel(guest, 'Chat');
  await guest.getByRole('textbox', { name: 'Write to: Delegation' }).fill('between us');
  await guest.keyboard.press('Enter');
  await guest.getByRole('log').getByText('between us').waitFor();
  await panel(host, 'Chat');
  await host.getByRole('textbox', { name: 'Write to: Floor' }).fill('to the floor');
  await host.keyboard.press('Enter');
  await host.getByRole('log').getByText('to the floor').waitFor();
  expect(await host.getByText('between us').count()).toBe(0);

  await guest.getByRole('button', { name: 'Back to the floor' }).click();
  await guest.getByText('You are in: Delegation').waitFor({ state: 'detached' });
  await Promise.all([sees(guest, 'Ana Keller'), hears(guest), hears(host)]);
  expect(await connections(guest)).toEqual(before);
  await guest.getByRole('log').getByText('to the floor').waitFor();
});

test('who manages rooms goes in too, and closing brings everybody back', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const guest = await scene.server.connect(ben.cookie, session);
  await panel(host, 'Rooms');
  await host.getByRole('button', { name: 'Make a side room' }).click();
  const form = host.getByRole('dialog', { name: 'New side room' });
  await form.getByLabel('Name').fill('Group 1');
  await form.getByRole('checkbox', { name: 'Ben Okafor' }).check();
  await form.getByRole('button', { name: 'Make a side room' }).click();
  await guest.until((client) => client.state.participants[client.you]?.room !== 'floor');
  await host.getByRole('button', { name: 'Go in' }).click();
  await host.getByText('You are in: Group 1').waitFor();
  await host.locator('li[data-participant]').filter({ hasText: 'Ben Okafor' }).waitFor();
  await host.getByRole('button', { name: 'Actions for the room Group 1' }).click();
  await host.getByRole('menuitem', { name: 'Close the room' }).click();
  await host.getByRole('alertdialog').getByRole('button', { name: 'Close the room' }).click();
  await host.getByText('You are in: Group 1').waitFor({ state: 'detached' });
  await guest.until((client) => client.state.participants[client.you]?.room === 'floor');
});
