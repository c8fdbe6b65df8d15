import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Api } from '../../harness/api.ts';
import { cookieOf } from '../../harness/api.ts';
import { PASSWORD } from '../../harness/server.ts';
import type { TestPerson } from '../../harness/server.ts';
import { MailServer } from '../../harness/smtp.ts';
import { HOUR, newEdition, openTrainingHouse } from './house.ts';
import type { TrainingHouse } from './house.ts';

/** The clock of the house: two days are over at once. */
let aheadMs = 0;
let house: TrainingHouse;
let port = 0;
let smtp: MailServer | undefined;
beforeEach(async () => {
  const now = Date.now;
  aheadMs = 0;
  vi.spyOn(Date, 'now').mockImplementation(() => now() + aheadMs);
  // A port that is free, and nobody answers there for now.
  const gone = await MailServer.open();
  ({ port } = gone);
  await gone.close();
  house = await openTrainingHouse({ MAIL_URL: `smtp://127.0.0.1:${port}` });
});
afterEach(async () => {
  await house.server.close();
  await smtp?.close();
  smtp = undefined;
  vi.restoreAllMocks();
});

/** Somebody whose sign-in has run out meanwhile. */
async function again({ email }: TestPerson): Promise<Api> {
  return house.server.api(cookieOf(await house.server.api().raw('signIn', { body: { email, password: PASSWORD } })));
}

async function reminderOf(api: Api, edition = house.edition) {
  const { people } = await api.call('editionPeople', { params: { edition } });
  return people.find(({ person }) => person === house.guest.id)?.reminder;
}

/** The next attempt is a restart away; the pause before it is over. */
async function laterBy(ms: number): Promise<void> {
  aheadMs += ms;
  await house.server.restart();
}

test('a reminder that the mail server does not take waits, is tried again, and goes out once the server is back', async () => {
  const { coordinator, guest, edition } = house;
  const params = { edition };
  expect(await coordinator.api.call('remind', { params, body: { people: [guest.id], text: '' } })).toEqual({ sent: 0, queued: 1, failed: 0 });
  expect(await reminderOf(coordinator.api)).toMatchObject({ state: 'queued', reason: 'unreachable' });
  smtp = await MailServer.open(port);
  await laterBy(5 * 60_000);
  await expect.poll(async () => (await reminderOf(coordinator.api))?.state).toBe('sent');
  expect(smtp.lines.filter((line) => line.startsWith('RCPT TO'))).toEqual([`RCPT TO:<${guest.email}>`]);
});

test('a reminder that was given up after two days is told as not delivered, with the reason, also after a restart, and can be sent again', async () => {
  const { coordinator, trainer, guest } = house;
  const edition = await newEdition(trainer, { endsAt: Date.now() + 100 * HOUR });
  const params = { edition };
  await trainer.api.call('enrolPeople', { params, body: { people: [guest.id] } });
  await coordinator.api.call('remind', { params, body: { people: [guest.id], text: 'Two weeks are left.' } });
  await laterBy(49 * HOUR);
  const desk = await again(coordinator);
  await expect.poll(async () => (await reminderOf(desk, edition))?.state).toBe('failed');
  await laterBy(0);
  // Its words are for who wrote them alone.
  expect(await reminderOf(desk, edition)).toMatchObject({ state: 'failed', reason: 'unreachable', text: 'Two weeks are left.' });
  const seen = await reminderOf(await again(trainer), edition);
  expect([seen?.state, seen?.reason, seen?.text]).toEqual(['failed', 'unreachable', undefined]);

  smtp = await MailServer.open(port);
  expect(await desk.call('remind', { params, body: { people: [guest.id], text: 'Two weeks are left.' } })).toEqual({ sent: 1, queued: 0, failed: 0 });
  expect((await reminderOf(desk, edition))?.state).toBe('sent');
  expect(smtp.lines.filter((line) => line.startsWith('RCPT TO'))).toEqual([`RCPT TO:<${guest.email}>`]);
});

test('a reminder to an address that the mail server refuses is told as not delivered at once, and those to others go out', async () => {
  const { coordinator, guest, server, edition } = house;
  const params = { edition };
  const other = await server.person('Samir South', { administration: coordinator.administration });
  await coordinator.api.call('enrolPeople', { params, body: { people: [other.id] } });
  smtp = await MailServer.open(port);
  smtp.refuses = guest.email;
  expect(await coordinator.api.call('remind', { params, body: { people: [guest.id, other.id], text: '' } })).toEqual({ sent: 1, queued: 0, failed: 1 });
  expect(await reminderOf(coordinator.api)).toMatchObject({ state: 'failed', reason: 'refused' });
});
