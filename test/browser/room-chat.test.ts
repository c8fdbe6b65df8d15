import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { LiveTestClient } from '../harness/liveClient.ts';
import type { TestPerson } from '../harness/server.ts';
import { act, panel, RoomScene } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;
let cai: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  [ana, ben, cai] = [await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor'), await scene.server.person('Cai Lin')];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

test('to the room and to one alone; what is unread is counted, also over a reload', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee'], [cai, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const guest = await scene.server.connect(ben.cookie, session);
  const third = await scene.server.connect(cai.cookie, session);

  await guest.must('chat.send', { text: 'Good morning from **Lagos**' });
  const tab = host.getByRole('tab', { name: 'Chat' });
  await expect.poll(() => tab.innerText()).toMatch(/1/u);
  await guest.must('chat.send', { text: 'for you alone', to: seatOf(guest, 'Ana Keller') });
  await expect.poll(() => tab.innerText()).toMatch(/2/u);
  await host.reload();
  await expect.poll(() => host.getByRole('tab', { name: 'Chat' }).innerText()).toMatch(/2/u);

  await panel(host, 'Chat');
  await host.getByRole('log').getByText('Good morning from').waitFor();
  expect(await host.getByRole('log').locator('strong').innerText()).toBe('Lagos');
  expect(await host.getByText('for you alone').count()).toBe(0);
  await host.getByRole('button', { name: /Ben Okafor/u }).filter({ has: host.getByLabel('1 unread message') }).click();
  await host.getByRole('log').getByText('for you alone').waitFor();
  await host.getByRole('textbox', { name: 'Write to: Ben Okafor' }).fill('and back\nin two lines');
  await host.keyboard.press('Enter');
  await guest.until((client) => Object.values(client.state.chat).flat().some((message) => message.text === 'and back\nin two lines'));
  expect(Object.keys(third.state.chat)).toEqual(['room:floor']);
  await panel(host, 'People');
  await expect.poll(() => host.getByRole('tab', { name: 'Chat' }).innerText()).toBe('Chat');
});

test('begun from the list of people; who has left cannot be written to', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const guest = await scene.server.connect(ben.cookie, session);
  await act(host, 'Ben Okafor', 'Write to Ben Okafor');
  await host.getByText('Only the two of you can read what is written here.').waitFor();
  const field = host.getByRole('textbox', { name: 'Write to: Ben Okafor' });
  await expect.poll(() => field.evaluate((node) => node === document.activeElement)).toBe(true);
  await field.fill('a first word');
  await host.keyboard.press('Enter');
  await host.getByRole('log').getByText('a first word').waitFor();
  await guest.must('participant.leave', {});
  await host.getByText('Ben Okafor is not here.', { exact: false }).waitFor();
});

test('who is writing is shown while they write', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const guest = await scene.server.connect(ben.cookie, session);
  await panel(host, 'Chat');
  guest.signal('chat.typing', {});
  await host.getByText('Ben Okafor is writing…').waitFor();
  await guest.must('chat.send', { text: 'done' });
  await host.getByText('Ben Okafor is writing…').waitFor({ state: 'detached' });
});

test('what somebody writes is words and never anything else', async () => {
  const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
  const host = await scene.enter(ana, session);
  const guest = await scene.server.connect(ben.cookie, session);
  host.on('dialog', () => { throw new Error('a message opened a dialog'); });
  const hostile = [
    '<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '[x](javascript:alert(1))', '![x](https://tracker.example/p.png)', '<svg onload=alert(1)>', '[local](/api/sign-out)',
  ];
  await panel(host, 'Chat');
  for (const text of hostile) await guest.must('chat.send', { text });
  await guest.must('chat.send', { text: 'https://example.org/seals' });
  const log = host.getByRole('log');
  await log.getByRole('link', { name: 'https://example.org/seals' }).waitFor();
  for (const text of hostile) expect(await log.innerText()).toContain(text);
  expect(await log.locator('img, script, svg, iframe').count()).toBe(0);
  const links = log.getByRole('link');
  expect(await links.count()).toBe(1);
  expect(await links.first().getAttribute('rel')).toBe('noopener noreferrer nofollow');
  expect(await links.first().getAttribute('target')).toBe('_blank');
});

function seatOf(client: LiveTestClient, name: string): string {
  const found = Object.values(client.state.participants).find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not in this session`);
  return found.id;
}
