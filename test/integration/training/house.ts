import { startTestServer } from '../../harness/server.ts';
import type { Environment, TestPerson, TestServer } from '../../harness/server.ts';

export const HOUR = 3_600_000;

/** A training base with somebody of every role, and a second administration that sends people. */
export interface TrainingHouse {
  readonly server: TestServer;
  readonly head: TestPerson;
  readonly trainer: TestPerson;
  readonly tutor: TestPerson;
  /** Of the second administration. */
  readonly coordinator: TestPerson;
  /** Of the base's administration, and of the second one. */
  readonly trainee: TestPerson;
  readonly guest: TestPerson;
  readonly edition: string;
}

export async function openTrainingHouse(overrides: Environment = {}): Promise<TrainingHouse> {
  const server = await startTestServer(overrides);
  const head = await server.administrator();
  const south = await server.administration('Customs of the South', 'FR');
  const trainer = await server.person('Tara Trainer');
  const tutor = await server.person('Tom Tutor');
  const coordinator = await server.person('Cora Coordinator', { administration: south });
  const trainee = await server.person('Nils North');
  const guest = await server.person('Sara South', { administration: south });
  await head.api.call('setTrainingRoles', { params: { person: trainer.id }, body: { roles: ['trainer'] } });
  await head.api.call('setTrainingRoles', { params: { person: coordinator.id }, body: { roles: ['coordinator'] } });
  const edition = await newEdition(trainer, { tutors: [tutor.id] });
  await trainer.api.call('enrolPeople', { params: { edition }, body: { people: [trainee.id] } });
  await coordinator.api.call('enrolPeople', { params: { edition }, body: { people: [guest.id] } });
  return { server, head, trainer, tutor, coordinator, trainee, guest, edition };
}

export async function newEdition(trainer: TestPerson, changes: { readonly tutors?: readonly string[]; readonly places?: number; readonly enrolment?: 'self' | 'coordinator'; readonly startsAt?: number; readonly endsAt?: number } = {}): Promise<string> {
  const { id } = await trainer.api.call('createEdition', {
    body: {
      course: 'small', name: 'Spring', startsAt: Date.now() - HOUR, endsAt: Date.now() + 48 * HOUR, zone: 'Europe/Brussels', places: 10, enrolment: 'coordinator', ...changes,
      tutors: [...changes.tutors ?? []],
    },
  });
  return id;
}

/** Reads every lesson of the first module. */
export async function readFirst(person: TestPerson, edition: string): Promise<void> {
  for (const lesson of ['first-doors', 'first-seals']) await person.api.call('reading', { params: { edition, lesson }, body: { done: true } });
}
