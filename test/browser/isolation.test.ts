import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connections, inside, received, RoomScene, sees } from './room-scene.ts';

let scene: RoomScene;
beforeAll(async () => {
  scene = await RoomScene.open();
});
afterAll(() => scene.close());

test('in the lobby, and once sent away, no byte of sound or picture comes; inside it does', async () => {
  const { server } = scene;
  const [ana, ben, cai] = [await server.person('Ana Keller'), await server.person('Ben Okafor'), await server.person('Cai Lin')];
  const session = await server.session(ana, [[ben, 'attendee'], [cai, 'attendee']]);
  const host = await scene.enter(ana, session);
  const { page: other } = await scene.visit(ben, session);
  await other.getByRole('button', { name: 'Ask to join' }).click();
  await host.getByRole('button', { name: 'Admit Ben Okafor' }).click();
  await inside(other);
  await sees(other, 'Ana Keller');

  /** What comes to this page while a good deal comes to the one inside. */
  const whileOthersReceive = async (page: typeof other): Promise<number> => {
    const before = await received(page);
    const there = await received(other);
    await expect.poll(() => received(other), { timeout: 30_000 }).toBeGreaterThan(there + 100_000);
    return await received(page) - before;
  };
  const { page: guest } = await scene.visit(cai, session);
  // The test of the line sends to itself; it has to be over.
  await expect.poll(async () => {
    const { opened, standing } = await connections(guest);
    return opened > 0 && standing === 0;
  }, { timeout: 75_000 }).toBe(true);
  await guest.getByRole('button', { name: 'Ask to join' }).click();
  await guest.getByRole('heading', { name: 'You are in the lobby' }).waitFor();
  await host.getByRole('button', { name: 'Admit Cai Lin' }).waitFor();
  expect(await whileOthersReceive(guest)).toBe(0);
  expect((await connections(guest)).standing).toBe(0);

  await host.getByRole('button', { name: 'Admit Cai Lin' }).click();
  await inside(guest);
  await sees(guest, 'Ana Keller');
  expect(await whileOthersReceive(guest)).toBeGreaterThan(0);

  const remove = { id: randomUUID(), name: 'participant.remove', payload: { participant: cai.id, ban: false } };
  await ana.api.call('command', { params: { session }, body: remove });
  await guest.getByRole('toolbar', { name: 'Controls' }).waitFor({ state: 'detached' });
  expect(await whileOthersReceive(guest)).toBe(0);
  scene.browser.assertNoFaults();
});
