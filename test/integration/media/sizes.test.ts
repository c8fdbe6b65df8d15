import { expect, test } from 'vitest';
import { plant, until, value } from './support.ts';

test('a sender is told which sizes of a picture anybody receives: less after a while, more at once', async () => {
  const { session } = await plant();
  const here = await session('s1', { ann: 'host', bo: 'attendee', cy: 'attendee' });
  const [ann, bo, cy] = [here.page('ann'), here.page('bo'), here.page('cy')];
  for (const page of [ann, bo, cy]) await page.open();
  const { id: publication } = value(await ann.publish('camera'));
  const told = () => ann.notices.filter((one) => one.name === 'media.sizes').map((one) => one.payload);
  const receive = async (page: typeof bo, spatial: number) => {
    const [consumer] = value(await page.receive(publication)).consumers;
    value(await page.request('media.consumer', { consumer: consumer!.id, layers: { spatial }, paused: false }));
    return consumer!.id;
  };
  // Nobody looks: the smallest is enough.
  await until(() => told().length === 1);
  expect(told()).toEqual([{ publication, most: 0 }]);
  const first = await receive(bo, 1);
  expect(told().at(-1)).toEqual({ publication, most: 1 });
  const second = await receive(cy, 2);
  expect(told().at(-1)).toEqual({ publication, most: 2 });
  expect(told()).toHaveLength(3);
  // Held is not received.
  value(await cy.request('media.consumer', { consumer: second, paused: true }));
  await until(() => told().length === 4);
  expect(told().at(-1)).toEqual({ publication, most: 1 });
  value(await bo.request('media.consumer', { consumer: first, close: true }));
  await until(() => told().length === 5);
  expect(told().at(-1)).toEqual({ publication, most: 0 });
  expect([...bo.notices, ...cy.notices].some((one) => one.name === 'media.sizes'), 'nobody else learns who looks').toBe(false);
});
