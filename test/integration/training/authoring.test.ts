import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTrainingHouse } from './house.ts';
import type { TrainingHouse } from './house.ts';

const SMALL = fileURLToPath(new URL('courses', import.meta.url));

let courses = '';
let house: TrainingHouse;
beforeAll(async () => {
  // Beside the course of the base one of its partner, by the country of the second administration.
  courses = await mkdtemp(join(tmpdir(), 'gangway-courses-'));
  await cp(SMALL, courses, { recursive: true });
  await cp(join(SMALL, 'small'), join(courses, 'southern'), { recursive: true });
  const file = join(courses, 'southern', 'course.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('id: small', 'id: southern\ncountry: FR'));
  house = await openTrainingHouse({ COURSES_DIR: courses });
});
afterAll(async () => {
  await house.server.close();
  await rm(courses, { recursive: true });
});

const text = (body: string, state: 'draft' | 'review' | 'published', revision: number) => ({ revision, title: 'Seals', summary: 'What a seal tells.', body, state });
const query = { language: 'en' as const };

test('two trainers who write the same lesson lose nothing, and trainees read what was published', async () => {
  const { server, head, trainer, trainee, edition } = house;
  const second = await server.person('Tim Trainer');
  await head.api.call('setTrainingRoles', { params: { person: second.id }, body: { roles: ['trainer'] } });
  const params = { course: 'small', lesson: 'first-seals' };
  const before = await trainer.api.call('draft', { params, query });
  expect(before.state).toBe('file');
  expect((await trainer.api.call('saveDraft', { params, query, body: text('## Numbers\n\nNew words.', 'draft', 0) })).revision).toBe(1);
  expect(await second.api.refusal('saveDraft', { params, query, body: text('## Numbers\n\nOther words.', 'draft', 0) })).toBe('draft.stale');
  const read = async () => (await trainee.api.call('lesson', { params: { edition, lesson: 'first-seals' }, query })).body;
  expect(await read()).toContain('The number on the seal');
  expect(await second.api.refusal('saveDraft', { params, query, body: text('<script>alert(1)</script>', 'draft', 1) })).toBe('draft.form');
  expect((await second.api.call('saveDraft', { params, query, body: text('## Numbers\n\nNew words, reviewed.', 'published', 1) })).state).toBe('published');
  expect(await read()).toContain('New words, reviewed.');
  expect(await trainee.api.refusal('draft', { params, query })).toBe('permission.denied');
});

test('a course is written by trainers of the administration that it belongs to, and held by trainers of any', async () => {
  const { server, head, trainer, coordinator } = house;
  const southern = await server.person('Selma South', { administration: coordinator.administration });
  await head.api.call('setTrainingRoles', { params: { person: southern.id }, body: { roles: ['trainer'] } });
  const params = (course: string) => ({ course, lesson: 'first-doors' });
  for (const [person, own, others] of [[trainer, 'small', 'southern'], [southern, 'southern', 'small']] as const) {
    const { api } = person;
    expect((await api.call('training')).courses.map(({ id, isOwn }) => [id, isOwn]).toSorted()).toEqual([[own, true], [others, false]].toSorted());
    expect((await api.call('authoring', { params: { course: own } })).course.id).toBe(own);
    for (const refused of [
      api.refusal('authoring', { params: { course: others } }), api.refusal('draft', { params: params(others), query }),
      api.refusal('saveDraft', { params: params(others), query, body: text('## How a door is looked at\n\nOther words.', 'published', 0) }),
    ]) expect(await refused).toBe('permission.denied');
    expect((await api.call('saveDraft', { params: params(own), query, body: text('## How a door is looked at\n\nOwn words.', 'draft', 0) })).state).toBe('draft');
    const { id } = await api.call('createEdition', { body: { course: others, name: 'Abroad', startsAt: Date.now(), endsAt: Date.now() + 3_600_000, zone: 'UTC', places: 1, enrolment: 'self', tutors: [] } });
    expect((await api.call('edition', { params: { edition: id } })).summary.roles).toEqual(['trainer']);
  }
  expect(await trainer.api.refusal('authoring', { params: { course: 'none' } })).toBe('course.absent');
});
