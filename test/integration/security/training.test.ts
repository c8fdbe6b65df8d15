import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeNames } from '../../../protocol/routes/table.ts';
import type { RouteName } from '../../../protocol/routes/table.ts';
import type { TrainingAbility } from '../../../protocol/training/roles.ts';
import type { Api, CallOptions } from '../../harness/api.ts';
import { HOUR, newEdition, openTrainingHouse, readFirst } from '../training/house.ts';
import type { TrainingHouse } from '../training/house.ts';
import { routesExpected } from './expected.ts';
import type { RouteRule } from './expected.ts';

/** Written down by hand and apart from protocol/training/roles.ts. "other": in the installation, and nothing in this edition. */
const holders: Readonly<Record<TrainingAbility, readonly Who[]>> = {
  'edition.read': ['trainer', 'tutor', 'coordinator', 'trainee'],
  'edition.learn': ['trainee'],
  'edition.mark': ['trainer', 'tutor'],
  'edition.enrol': ['trainer', 'coordinator'],
  'edition.report': ['trainer', 'tutor', 'coordinator'],
  'edition.manage': ['trainer'],
  'course.author': ['trainer'],
};
const everybody = ['nobody', 'other', 'administrator', 'waiting', 'left', 'foreignTrainer', 'trainee', 'tutor', 'coordinator', 'trainer'] as const;
type Who = (typeof everybody)[number];

let house: TrainingHouse;
let apis: Record<Who, Api>;
let attempt = '';
let submission = '';
let certificate = '';
beforeAll(async () => {
  house = await openTrainingHouse();
  const { server, head, trainer, tutor, coordinator, trainee, edition } = house;
  const west = await server.administration('Customs of the West', 'CH');
  const foreignTrainer = await server.person('Fay Foreign', { administration: west });
  await head.api.call('setTrainingRoles', { params: { person: foreignTrainer.id }, body: { roles: ['trainer'] } });
  const left = await server.person('Leo Left');
  const waiting = await server.person('Wim Waiting');
  await trainer.api.call('enrolPeople', { params: { edition }, body: { people: [left.id] } });
  await trainer.api.call('removeFromEdition', { params: { edition, person: left.id } });
  await trainer.api.call('changeEdition', { params: { edition }, body: { places: 2 } });
  await trainer.api.call('enrolPeople', { params: { edition }, body: { people: [waiting.id] } });
  apis = {
    nobody: server.api(), other: (await server.person('Ole Other')).api, administrator: (await server.person('Adi Administrator', { rank: 'administrator' })).api, waiting: waiting.api, left: left.api,
    foreignTrainer: foreignTrainer.api, trainee: trainee.api, tutor: tutor.api, coordinator: coordinator.api, trainer: trainer.api,
  };
  // The work of another trainee, which none of these owns.
  const { guest } = house;
  await readFirst(guest, edition);
  attempt = (await guest.api.call('startAttempt', { params: { edition, quiz: 'first-quiz' } })).id;
  await guest.api.call('handIn', { params: { edition, assignment: 'first-exercise' }, body: { text: 'Mine' } });
  submission = (await tutor.api.call('toMark', { params: { edition } })).submissions[0]!.submission;
  certificate = 'GW-2026-AAAA-AAAA';
});
afterAll(() => house.server.close());

const rules = (Object.entries(routesExpected) as [RouteName, RouteRule][]).flatMap(([name, rule]) => 'training' in rule ? [{ name, ability: rule.training }] : []);

/** Something that each route would take, mostly about what is not there: a refusal for another reason than the role has passed the gate. */
function callOf(name: RouteName, edition: string): CallOptions<RouteName> {
  const now = Date.now();
  const about = { edition, lesson: 'first-doors', quiz: 'first-quiz', assignment: 'first-exercise', module: 'first', class: 'nothing', course: 'small', attempt, submission, certificate, file: 'f'.repeat(64), person: randomUUID(), table: 'progress' };
  const bodies: Partial<Record<RouteName, object>> = {
    createEdition: { course: 'nothing', name: 'x', startsAt: now, endsAt: now + HOUR, zone: 'UTC', places: 1, enrolment: 'self', tutors: [] },
    changeEdition: {}, enrolPeople: { people: [randomUUID()] }, remind: { people: [randomUUID()], text: '' }, scheduleClass: { startsAt: now, endsAt: now + HOUR }, reading: {},
    answer: { question: 'first-q5', value: 7, revision: 1 }, markAnswer: { question: 'first-q7', points: 1, remark: '' }, handIn: { text: '' }, markSubmission: { version: 9, points: { seen: 4 }, remark: '' },
    withdrawCertificate: { reason: 'x' }, saveDraft: { revision: 99, title: 'x', summary: 'x', body: '## Numbers', state: 'draft' },
  };
  const body = bodies[name];
  return { params: about, ...(name === 'uploadHandIn' ? { query: { name: 'x' }, file: Buffer.from('x') } : {}), ...(body ? { body } : {}) } as CallOptions<RouteName>;
}

async function codeOf(api: Api, name: RouteName, edition: string): Promise<string> {
  const answer = await api.raw(name, callOf(name, edition));
  if (answer.ok) {
    await answer.body?.cancel();
    return 'ok';
  }
  return ((await answer.json()) as { error: { code: string } }).error.code;
}

describe('a route of the training base', () => {
  test('has a rule here when it has one in the table', () => expect(rules.length).toBeGreaterThan(30));

  test.each(rules)('$name is for those who have $ability', async ({ name, ability }) => {
    // Without an edition in the path a trainer is a trainer of whichever administration.
    const isAnywhere = ability === 'course.author';
    for (const who of everybody) {
      const code = await codeOf(apis[who], name, house.edition);
      const may = holders[ability].includes(who) || (isAnywhere && who === 'foreignTrainer');
      if (who === 'nobody') expect([who, code]).toEqual([who, 'identity.required']);
      // A coordinator passes the gate, and is refused for people who are not of their administration, and so is a trainer for people who do not exist.
      else if (may && ['enrolPeople', 'remind', 'removeFromEdition'].includes(name)) expect([who, code]).toEqual([who, 'permission.denied']);
      else if (may) expect([who, code]).not.toEqual([who, 'permission.denied']);
      else expect([who, code]).toEqual([who, 'permission.denied']);
    }
    if (!isAnywhere) for (const made of ['x', '__proto__', 'constructor', randomUUID()]) expect(await codeOf(apis.trainer, name, made)).toBe('edition.absent');
  });
});

test('what belongs to another trainee, or to another edition, is not to be had through the own one', async () => {
  const { trainee, trainer, coordinator, tutor, edition, head, server } = house;
  for (const api of [trainee.api, coordinator.api]) {
    expect(await api.refusal('attempt', { params: { edition, attempt } })).toBe('attempt.absent');
    expect(await api.refusal('handedFile', { params: { edition, submission, file: 'f'.repeat(64) } })).toBe('submission.absent');
    expect(await api.refusal('certificatePdf', { params: { edition, certificate } })).toBe('certificate.absent');
  }
  // What the assignment shows is the caller's own, and nothing of the other's words.
  expect(JSON.stringify(await trainee.api.call('assignment', { params: { edition, assignment: 'first-exercise' } }))).not.toContain('Mine');
  expect((await coordinator.api.call('assignment', { params: { edition, assignment: 'first-exercise' } })).submission).toBeUndefined();
  const other = await newEdition(trainer, { tutors: [tutor.id] });
  for (const api of [tutor.api, trainer.api]) {
    expect(await api.refusal('attempt', { params: { edition: other, attempt } })).toBe('attempt.absent');
    expect(await api.refusal('submission', { params: { edition: other, submission } })).toBe('submission.absent');
    expect(await api.refusal('markAnswer', { params: { edition: other, attempt }, body: { question: 'first-q7', points: 1, remark: '' } })).toBe('attempt.absent');
  }
  // An administrator gives roles to people of their own administration alone; a role goes with the administration it was given for.
  const administrator = await server.person('Ali Administrator', { rank: 'administrator' });
  expect(await administrator.api.refusal('setTrainingRoles', { params: { person: coordinator.id }, body: { roles: ['trainer'] } })).toBe('permission.denied');
  expect((await administrator.api.call('trainingRoles')).people.every(({ administration }) => administration === administrator.administration)).toBe(true);
  await head.api.call('setTrainingRoles', { params: { person: coordinator.id }, body: { roles: [] } });
  expect(await coordinator.api.refusal('editionPeople', { params: { edition } })).toBe('permission.denied');
});

test('the table has no route of the training base without a rule', () => {
  expect(routeNames.filter((name) => !(name in routesExpected))).toEqual([]);
});
