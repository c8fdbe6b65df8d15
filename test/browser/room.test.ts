import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TestPerson } from '../harness/server.ts';
import { act, hears, hearsNothing, inside, panel, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
let ana: TestPerson;
let ben: TestPerson;
let cai: TestPerson;
let dee: TestPerson;

beforeAll(async () => {
  scene = await RoomScene.open();
  [ana, ben, cai, dee] = [
    await scene.server.person('Ana Keller'), await scene.server.person('Ben Okafor'), await scene.server.person('Cai Lin'), await scene.server.person('Dee Park'),
  ];
});
afterEach(() => scene.clear());
afterAll(() => scene.close());

describe('what a host can do', () => {
  test('mutes somebody, who is told so and can open the microphone again', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    await hears(host);
    await act(host, 'Ben Okafor', 'Mute the microphone');
    await guest.getByText('A host muted your microphone.').waitFor();
    await guest.getByRole('button', { name: 'Muted' }).waitFor();
    await host.locator('li[data-participant]').filter({ hasText: 'Ben Okafor' }).getByRole('img', { name: 'Muted' }).waitFor();
    await hearsNothing(host);
    await guest.getByRole('button', { name: 'Unmute' }).click();
    await hears(host);
    await guest.getByText('A host muted your microphone.').waitFor({ state: 'detached' });
  });

  test('removes somebody, who may ask again; bans somebody, who may not until they are let in again', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: true });
    const host = await scene.enter(ana, session);
    // The banned one's page asks for the session and is refused, which the browser writes down.
    const { page: guest } = await scene.visit(ben, session, { expected: [/status of 403/] });
    await guest.getByRole('button', { name: 'Ask to join' }).click();
    await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
    await inside(guest);

    await act(host, 'Ben Okafor', 'Remove…');
    await host.getByRole('alertdialog', { name: 'Remove Ben Okafor?' }).getByRole('button', { name: 'Remove', exact: true }).click();
    await guest.getByRole('heading', { name: 'You were taken out' }).waitFor();
    await host.locator('li[data-participant]').filter({ hasText: 'Ben Okafor' }).waitFor({ state: 'detached' });
    await guest.getByRole('button', { name: 'Ask to enter again' }).click();
    await guest.getByRole('button', { name: /^(Ask to join|Join now)$/u }).click();
    await guest.getByRole('heading', { name: 'You are in the lobby' }).waitFor();
    await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
    await inside(guest);

    await act(host, 'Ben Okafor', 'Remove for good…');
    await host.getByRole('alertdialog').getByRole('button', { name: 'Remove for good' }).click();
    await guest.getByRole('heading', { name: 'You cannot come back' }).waitFor();
    await guest.reload();
    await guest.getByRole('heading', { name: 'You cannot come back' }).waitFor();

    await host.getByText('Sent away').click();
    await host.getByRole('button', { name: 'Let in again' }).click();
    await guest.reload();
    await guest.getByRole('button', { name: /^(Ask to join|Join now)$/u }).waitFor();
  });

  test('hands over the host role, and no longer has its controls', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    expect(await guest.getByRole('tab', { name: 'Readiness' }).count()).toBe(0);
    await act(host, 'Ben Okafor', 'Hand over the host role…');
    await host.getByRole('alertdialog').getByRole('button', { name: 'Hand over' }).click();
    await guest.getByRole('tab', { name: 'Readiness' }).waitFor();
    await host.getByRole('tab', { name: 'Readiness' }).waitFor({ state: 'detached' });
  });

  test('ends the session for all', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { title: 'Weekly call', lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    await host.getByRole('button', { name: 'Leave' }).click();
    await host.getByRole('menuitem', { name: 'End for all' }).click();
    await host.getByRole('alertdialog', { name: 'End the session for all?' }).getByRole('button', { name: 'End for all' }).click();
    await host.getByRole('heading', { name: 'The session has ended' }).waitFor();
    await guest.getByRole('heading', { name: 'The session has ended' }).waitFor();
    await guest.getByText('“Weekly call” is over for everybody.').waitFor();
  });
});

describe('together', () => {
  test('hands keep their order, for everybody the same, and a host lowers them', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee'], [cai, 'attendee'], [dee, 'attendee']], { lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    const third = await scene.server.connect(cai.cookie, session);
    const fourth = await scene.server.connect(dee.cookie, session);
    await third.must('hand.raise', {});
    await guest.getByRole('button', { name: 'Raise hand' }).click();
    await guest.getByRole('button', { name: 'Hand up (2)' }).waitFor();
    await fourth.must('hand.raise', {});
    const hands = host.locator('section').filter({ has: host.getByRole('heading', { name: 'Raised hands' }) }).getByRole('listitem');
    await expect.poll(() => hands.allInnerTexts().then((all) => all.map((text) => text.split('\n').slice(0, 2).join(' ')))).toEqual(['1 Cai Lin', '2 Ben Okafor', '3 Dee Park']);
    await host.getByRole('button', { name: 'Lower the hand of Cai Lin' }).click();
    await guest.getByRole('button', { name: 'Hand up (1)' }).waitFor();
    await host.getByRole('button', { name: 'Lower all' }).click();
    await guest.getByRole('button', { name: 'Raise hand' }).waitFor();
  });

  test('a quick signal stands beside the name, and goes by itself', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.server.connect(ben.cookie, session);
    guest.signal('reaction.sent', { reaction: 'cannotHear' });
    const tile = host.locator('li[data-participant]').filter({ hasText: 'Ben Okafor' });
    await tile.getByText('Cannot hear').waitFor();
    await host.getByText('Ben Okafor: Cannot hear').waitFor({ state: 'attached' });
    await tile.getByText('Cannot hear').waitFor({ state: 'detached' });
  });

  test('a layout pushed by a host is everybody\'s; each may look otherwise and come back', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee'], [cai, 'attendee']], { lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    await scene.server.connect(cai.cookie, session);
    await act(host, 'Cai Lin', 'Pin for everybody');
    const large = guest.locator('li[data-participant][class*="large"]');
    await expect.poll(() => large.allInnerTexts().then((all) => all.join())).toContain('Cai Lin');
    await guest.getByText('View set by a host').waitFor();
    await guest.getByRole('button', { name: 'Layout' }).click();
    await guest.getByRole('menuitemradio', { name: 'All people' }).click();
    await expect.poll(() => large.count()).toBe(0);
    await guest.getByRole('button', { name: 'Back to the room\'s view' }).click();
    await expect.poll(() => large.count()).toBe(1);
  });

  test('a shared screen becomes the stage, people a strip; it stops for everybody', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    await host.getByRole('button', { name: 'Share' }).click();
    await host.getByRole('menuitem', { name: 'Screen or window' }).click();
    await host.getByText('You are sharing your screen').waitFor();
    const picture = guest.locator('video[aria-label="Screen of Ana Keller"]');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((node: HTMLVideoElement) => node.getVideoPlaybackQuality().totalVideoFrames), { timeout: 30_000 }).toBeGreaterThan(0);
    // Never cut.
    expect(await picture.evaluate((node) => getComputedStyle(node).objectFit)).toBe('contain');
    expect(await guest.locator('li[data-participant][class*="strip"]').count()).toBe(2);
    await host.getByRole('button', { name: 'Stop sharing the screen' }).click();
    await picture.waitFor({ state: 'detached' });
    await sees(guest, 'Ana Keller');
  });

  test('a second camera shows papers beside the first; a host can end it', async () => {
    const session = await scene.server.session(ana, [[ben, 'speaker']], { lobby: false });
    const host = await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    await guest.getByRole('button', { name: 'Share' }).click();
    await guest.getByRole('menuitem', { name: 'Document camera' }).click();
    await guest.getByRole('dialog', { name: 'Document camera' }).getByRole('button', { name: 'Show it' }).click();
    const picture = host.locator('video[aria-label="Document camera of Ben Okafor"]');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((node: HTMLVideoElement) => node.getVideoPlaybackQuality().totalVideoFrames), { timeout: 30_000 }).toBeGreaterThan(0);
    await sees(host, 'Ben Okafor');
    await act(host, 'Ben Okafor', 'Stop the document camera');
    await picture.waitFor({ state: 'detached' });
  });

  test('keys do what they say, but not while somebody writes', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
    await scene.enter(ana, session);
    const guest = await scene.enter(ben, session);
    await guest.keyboard.press('m');
    await guest.getByRole('button', { name: 'Muted' }).waitFor();
    await guest.keyboard.press('h');
    await guest.getByRole('button', { name: 'Hand up (1)' }).waitFor();
    await panel(guest, 'Chat');
    await guest.getByRole('textbox', { name: 'Write to: Floor' }).fill('');
    await guest.getByRole('textbox', { name: 'Write to: Floor' }).pressSequentially('mh');
    await guest.getByRole('button', { name: 'Hand up (1)' }).waitFor();
    expect(await guest.getByRole('button', { name: 'Muted' }).count()).toBe(1);
    await guest.getByRole('textbox', { name: 'Write to: Floor' }).blur();
    await guest.keyboard.press('?');
    const help = guest.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.waitFor();
    await guest.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });
});
