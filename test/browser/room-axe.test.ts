import { afterAll, afterEach, beforeAll, test } from 'vitest';
import { desktop, phone } from '../harness/browser.ts';
import type { TestPerson } from '../harness/server.ts';
import { expectAccessible } from './accessible.ts';
import { panel, RoomScene, sees } from './room-scene.ts';

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

test.each([desktop, phone])('axe finds nothing before the door, in the lobby, in the room and its panels: %o', async (viewport) => {
  const session = await scene.server.session(ana, [[ben, 'attendee'], [cai, 'attendee']], { lobby: true, zone: 'Asia/Shanghai' });
  const { page: host } = await scene.visit(ana, session, { viewport });
  await host.getByText('Sound and pictures will come through well.').or(host.getByText('You can take part.', { exact: false })).or(host.getByText('You can join, but', { exact: false })).waitFor();
  await expectAccessible(host, 'before the door');
  await host.getByRole('button', { name: 'Open the session and join' }).click();
  await host.getByRole('toolbar').waitFor();

  const { page: guest } = await scene.visit(ben, session, { viewport });
  await guest.getByRole('button', { name: 'Ask to join' }).click();
  await guest.getByRole('heading', { name: 'You are in the lobby' }).waitFor();
  await expectAccessible(guest, 'lobby');
  const admitted = async (): Promise<void> => {
    if (viewport === phone) {
      await host.getByRole('button', { name: 'See who' }).click();
      await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
      await host.keyboard.press('Escape');
    } else {
      await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
    }
  };
  await admitted();
  await sees(host, 'Ben Okafor');
  await guest.getByRole('button', { name: /^(Raise hand|Hand)$/u }).click();
  await expectAccessible(host, 'room');
  for (const name of ['People', 'Chat', 'Rooms', 'Readiness']) {
    if (viewport === phone) {
      await host.getByRole('button', { name: 'More' }).click();
      if (name === 'People') await expectAccessible(host, 'more');
      await host.getByRole('menuitem', { name, exact: true }).click();
      await host.getByRole('dialog', { name }).waitFor();
      await expectAccessible(host, name);
      await host.keyboard.press('Escape');
    } else {
      await panel(host, name);
      await expectAccessible(host, name);
    }
  }
  await host.keyboard.press('?');
  await host.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await expectAccessible(host, 'keys');
});
