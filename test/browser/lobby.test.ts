import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cookieOf } from '../harness/api.ts';
import { tokenOf } from '../harness/server.ts';
import type { TestPerson } from '../harness/server.ts';
import { hears, inside, panel, RoomScene, sees } from './room-scene.ts';

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

describe('the way in', () => {
  test('tested before the door, waiting for it to open, in the lobby, let in: and then two people see and hear each other', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { title: 'Weekly call' });
    const { page: guest } = await scene.visit(ben, session);
    await guest.getByRole('button', { name: 'Microphone on' }).waitFor();
    await guest.getByRole('region', { name: 'How others see and hear you' }).locator('video').waitFor();
    await expect.poll(() => guest.getByRole('meter', { name: 'Level of your microphone' }).getAttribute('aria-valuenow').then(Number)).toBeGreaterThan(20);
    // Nobody waits for the test; but what it finds is said in words.
    await guest.getByText('Sound and pictures will come through well.').waitFor();
    await guest.getByText(/^UDP · \d+ ms there and back/u).waitFor();

    await guest.getByRole('button', { name: 'Wait here until it opens' }).click();
    await guest.getByText('You go in by yourself once it is open. It is opened by: Host', { exact: false }).waitFor();

    const host = await scene.enter(ana, session);
    await guest.getByRole('heading', { name: 'You are in the lobby' }).waitFor();
    await guest.getByText('The host knows that you are here', { exact: false }).waitFor();
    await host.getByRole('heading', { name: 'In the lobby' }).waitFor();
    await panel(host, 'Readiness');
    await host.getByRole('listitem').filter({ hasText: 'Ben Okafor' }).getByText('Ready', { exact: true }).waitFor();
    await panel(host, 'People');
    await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();

    await inside(guest);
    await Promise.all([sees(host, 'Ben Okafor'), sees(guest, 'Ana Keller'), hears(host), hears(guest)]);
    await host.getByRole('heading', { name: 'In the lobby' }).waitFor({ state: 'detached' });
  });

  test('a guest who came by a link waits in the lobby under their name, and is let in', async () => {
    const session = await scene.server.session(ana, [], { lobby: true });
    const host = await scene.enter(ana, session);
    const { link } = await ana.api.call('createInvitation', { params: { session }, body: { label: 'Site staff', role: 'attendee', expiresAt: Date.now() + 3_600_000 } });
    const accepted = await scene.server.api().raw('acceptInvitation', {
      params: { token: tokenOf(link ?? '') }, body: { name: 'Gus Guest', administrationName: 'Harbour Cold Store', country: 'BE', language: 'en' },
    });
    const { page: guest } = await scene.visit({ cookie: cookieOf(accepted) }, session);
    await guest.getByRole('button', { name: 'Ask to join' }).click();
    await host.getByRole('button', { name: 'Admit Gus Guest' }).click();
    await inside(guest);
    await Promise.all([sees(host, 'Gus Guest'), sees(guest, 'Ana Keller')]);
    expect(await host.locator('li[data-participant]').filter({ hasText: 'Gus Guest' }).innerText()).toContain('Harbour Cold Store');
  });

  test('joining works with neither camera nor microphone, and the page says how to allow them', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']], { lobby: false });
    await scene.enter(ana, session);
    const visitor = await scene.browser.person({ cookie: ben.cookie });
    await visitor.context.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    });
    visitor.page.setDefaultTimeout(60_000);
    await visitor.page.goto(`/room/${session}`);
    await visitor.page.getByText('Your browser does not let this page use the camera').waitFor();
    await visitor.page.getByText('Your browser does not let this page use the microphone').waitFor();
    await visitor.page.getByText('Press the symbol at the beginning of the address line.').first().waitFor();
    await visitor.page.getByRole('button', { name: 'Join now' }).click();
    await inside(visitor.page);
    await visitor.page.getByRole('button', { name: 'No microphone' }).waitFor();
    await sees(visitor.page, 'Ana Keller');
  });

  test('several are admitted at once; who is declined is told so', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee'], [cai, 'attendee']]);
    const host = await scene.enter(ana, session);
    const { page: one } = await scene.visit(ben, session);
    const { page: two } = await scene.visit(cai, session);
    await one.getByRole('button', { name: 'Ask to join' }).click();
    await two.getByRole('button', { name: 'Ask to join' }).click();
    await host.getByRole('button', { name: 'Admit all' }).click();
    await Promise.all([inside(one), inside(two)]);

    const other = await scene.server.session(ana, [[ben, 'attendee']]);
    const again = await scene.enter(ana, other);
    const { page: three } = await scene.visit(ben, other);
    await three.getByRole('button', { name: 'Ask to join' }).click();
    await again.getByRole('button', { name: 'Decline Ben Okafor' }).click();
    await three.getByRole('heading', { name: 'You were not let in' }).waitFor();
  });

  test('a locked session lets nobody in, not even to the lobby, until it is unlocked', async () => {
    const session = await scene.server.session(ana, [[ben, 'attendee']]);
    const host = await scene.enter(ana, session);
    await host.getByRole('button', { name: 'More' }).last().click();
    await host.getByRole('menuitem', { name: 'Lock the session' }).click();
    await host.getByText('Locked', { exact: true }).waitFor();

    const { page: guest } = await scene.visit(ben, session);
    await guest.getByText('The session is locked and lets nobody else in just now.').waitFor();
    await guest.getByRole('button', { name: 'Wait here until it opens' }).click();
    await guest.getByText('as soon as a host unlocks it', { exact: false }).waitFor();
    expect(await host.getByRole('heading', { name: 'In the lobby' }).count()).toBe(0);

    await host.getByRole('button', { name: 'More' }).last().click();
    await host.getByRole('menuitem', { name: 'Unlock the session' }).click();
    await guest.getByRole('heading', { name: 'You are in the lobby' }).waitFor();
    await host.getByRole('heading', { name: 'In the lobby' }).waitFor();
  });
});
