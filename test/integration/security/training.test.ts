import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeRow } from '../../../protocol/routes/table.ts';
import type { RouteName } from '../../../protocol/routes/table.ts';
import type { TrainingAbility } from '../../../protocol/training/roles.ts';
import type { Api } from '../../harness/api.ts';
import { openTrainingHouse } from '../training/house.ts';
import type { TrainingHouse } from '../training/house.ts';
import { routesExpected } from './expected.ts';
import type { RouteRule } from './expected.ts';

const actors = ['nobody', 'stranger', 'administrator', 'trainee', 'coordinator', 'tutor', 'trainer', 'foreignTrainer'] as const;
type Actor = (typeof actors)[number];

/** Written down by hand and apart from protocol/training/roles.ts. A trainer of another administration holds courses too, and has no business in this edition nor in the texts of the base's course. */
const holders: Readonly<Record<TrainingAbility, readonly Actor[]>> = {
  'edition.read': ['trainee', 'coordinator', 'tutor', 'trainer'],
  'edition.learn': ['trainee'],
  'edition.mark': ['tutor', 'trainer'],
  'edition.enrol': ['coordinator', 'trainer'],
  'edition.report': ['coordinator', 'tutor', 'trainer'],
  'edition.manage': ['trainer'],
  'course.hold': ['trainer', 'foreignTrainer'],
  'course.author': ['trainer'],
};

const rules = (Object.entries(routesExpected) as [RouteName, RouteRule][])
  .flatMap(([name, rule]) => 'training' in rule ? [{ name, ability: rule.training }] : []);

let house: TrainingHouse;
let apis: Readonly<Record<Actor, Api>>;
/** In no edition; of the coordinator's administration, whose people alone a coordinator takes out. */
let other: string;

beforeAll(async () => {
  house = await openTrainingHouse();
  const { server, head } = house;
  const east = await server.administration('Customs of the East', 'PL');
  const eastern = await server.person('Ewa East', { administration: east });
  await head.api.call('setTrainingRoles', { params: { person: eastern.id }, body: { roles: ['trainer'] } });
  other = (await server.person('Sam South', { administration: house.coordinator.administration })).id;
  apis = {
    nobody: server.api(), stranger: (await server.person('Stella Stranger')).api, administrator: (await server.person('Addy Administrator', { rank: 'administrator' })).api,
    trainee: house.trainee.api, coordinator: house.coordinator.api, tutor: house.tutor.api, trainer: house.trainer.api, foreignTrainer: eastern.api,
  };
});
afterAll(() => house.server.close());

/** ok, whatever the reply is, or the code of the refusal. */
async function ask(api: Api, name: RouteName, params: Readonly<Record<string, string>>): Promise<string> {
  const answer = await api.raw(name, { params });
  if (!answer.ok) return ((await answer.json()) as { error: { code: string } }).error.code;
  await answer.body?.cancel();
  return 'ok';
}

describe('the training base', () => {
  test('every one of its routes is in the table, by the ability that its row names', () => {
    const own = rules.map(({ name, ability }) => [name, routeRow(name).access, { training: ability }] as const);
    expect(own.length).toBeGreaterThan(25);
    for (const [name, access, expected] of own) expect([name, access]).toEqual([name, expected]);
  });

  // Nothing is sent along and nothing of the path is there but the edition, so that whoever passes the gate changes nothing.
  test.each(rules)('$name, for $ability', async ({ name, ability }) => {
    const made = 'none';
    const params = {
      edition: house.edition, course: 'small', class: made, module: made, lesson: made, quiz: made, attempt: made, assignment: made, file: 'f'.repeat(64),
      submission: made, certificate: made, person: other, table: made,
    };
    for (const actor of actors) {
      const code = await ask(apis[actor], name, params);
      const refused = actor === 'nobody' ? 'identity.required' : 'permission.denied';
      if (holders[ability].includes(actor)) expect([actor, code]).not.toEqual([actor, 'permission.denied']);
      else expect([actor, code]).toEqual([actor, refused]);
    }
    if (!routeRow(name).path.includes(':edition')) return;
    for (const edition of [made, '__proto__', 'constructor']) {
      expect([edition, await ask(apis.trainer, name, { ...params, edition })]).toEqual([edition, 'edition.absent']);
    }
  });
});
