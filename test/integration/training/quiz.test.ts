import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnswerValue } from '../../../protocol/training/questions.ts';
import type { RouteName, RouteReply } from '../../../protocol/routes/table.ts';
import type { CallOptions } from '../../harness/api.ts';
import { openTrainingHouse, readFirst } from './house.ts';
import type { TrainingHouse } from './house.ts';

let house: TrainingHouse;
beforeAll(async () => {
  house = await openTrainingHouse();
});
afterAll(() => house.server.close());

type Attempt = RouteReply<'startAttempt'>;

/** What of a key could stand in an answer of the server: its words, and how it would be written. */
const KEY = /KEYWORD|"(?:key|correct|tolerance|area|model|explanation|order)":/u;

/** What is answered to each question, by its words, and the points that it is worth. */
type Answers = Readonly<Record<string, { readonly says: (places: (...words: string[]) => number[]) => AnswerValue; readonly earns: number | undefined }>>;

const partly: Answers = {
  'first-q1': { says: (places) => places('A wall')[0]!, earns: 0 },
  // One of two that are right.
  'first-q2': { says: (places) => places('Bolt seal'), earns: 1 },
  'first-q3': { says: (places) => places('Turns', 'Turns'), earns: 1 },
  // One of three stands where it belongs.
  'first-q4': { says: (places) => places('Look', 'Sign', 'Write'), earns: 2 / 3 },
  'first-q5': { says: () => 7.6, earns: 0 },
  'first-q6': { says: () => ({ x: 0.64, y: 0.5 }), earns: 0 },
  'first-q7': { says: () => ' ', earns: 0 },
};
const better: Answers = {
  'first-q1': { says: (places) => places('The right door')[0]!, earns: 1 },
  // Who ticks everything has chosen nothing.
  'first-q2': { says: (places) => places('Bolt seal', 'Cable seal', 'Paper clip', 'Rope'), earns: 0 },
  'first-q3': { says: (places) => places('Turns', 'Tells'), earns: 2 },
  'first-q4': { says: (places) => places('Look', 'Write', 'Sign'), earns: 2 },
  // At the edge of the tolerance, and at the corner of the area.
  'first-q5': { says: () => 7.5, earns: 1 },
  'first-q6': { says: () => ({ x: 0.65, y: 0.3 }), earns: 1 },
  'first-q7': { says: () => 'Because of traces', earns: undefined },
};

test('a quiz with every kind of question is marked as each kind says, and no byte tells the key before the review', async () => {
  const { guest, tutor, edition } = house;
  const heard: string[] = [];
  /** As the trainee's page calls; every byte that comes back is kept. */
  const call = async <N extends RouteName>(name: N, options: CallOptions<N>): Promise<RouteReply<N>> => {
    const response = await guest.api.raw(name, options);
    const text = await response.text();
    heard.push([...response.headers].flat().join('\n') + text);
    expect({ name, status: response.status }).toEqual({ name, status: 200 });
    return JSON.parse(text) as RouteReply<N>;
  };
  const params = { edition };
  const quiz = { ...params, quiz: 'first-quiz' };
  const sits = async (answers: Answers): Promise<Attempt> => {
    const attempt = await call('startAttempt', { params: quiz });
    expect(attempt.questions.map(({ put }) => put.kind).toSorted()).toEqual(['hotspot', 'matching', 'multiple', 'numeric', 'ordering', 'short', 'single']);
    for (const { put } of attempt.questions) {
      const value = answers[put.id]!.says((...words) => words.map((word) => ('options' in put ? put.options.findIndex(({ en }) => en === word) : -1)));
      await call('answer', { params: { ...params, attempt: attempt.id }, body: { question: put.id, value, revision: 1 } });
    }
    await call('attempt', { params: { ...params, attempt: attempt.id } });
    return attempt;
  };
  const earned = ({ questions }: Attempt) => Object.fromEntries(questions.map((one) => [one.put.id, one.earned]));
  const expected = (answers: Answers) => Object.fromEntries(Object.entries(answers).map(([id, { earns }]) => [id, earns]));

  await readFirst(guest, edition);
  const first = await sits(partly);
  const over = await call('handInAttempt', { params: { ...params, attempt: first.id } });
  expect([over.state, over.passed]).toEqual(['done', false]);
  expect(over.share).toBeCloseTo((1 + 1 + 2 / 3) / 11, 2);
  for (const [id, points] of Object.entries(expected(partly))) expect([id, earned(over)[id]]).toEqual([id, expect.closeTo(points!, 2)]);
  // Another attempt is left, which the key would spoil.
  await call('attempt', { params: { ...params, attempt: first.id } });
  await call('quiz', { params: quiz });
  await call('edition', { params });

  const second = await sits(better);
  // While one sits at the next one, the first does not tell either.
  await call('attempt', { params: { ...params, attempt: first.id } });
  expect(heard).toHaveLength(23);
  expect(heard.filter((text) => KEY.test(text))).toEqual([]);

  // Nothing is left to be answered: what is right may be told, though a tutor has words to mark.
  const handed = await call('handInAttempt', { params: { ...params, attempt: second.id } });
  expect([handed.state, earned(handed)]).toEqual(['marking', expected(better)]);
  await tutor.api.call('markAnswer', { params: { ...params, attempt: second.id }, body: { question: 'first-q7', points: 1.5, remark: 'Short' } });
  const reviewed = await call('attempt', { params: { ...params, attempt: second.id } });
  expect([reviewed.state, reviewed.share, reviewed.passed]).toEqual(['done', 8.5 / 11, true]);
  // Now it may: what is searched for is what a key looks like.
  expect(KEY.test(heard.at(-1)!)).toBe(true);
  const right = (id: string) => reviewed.questions.find(({ put }) => put.id === id)?.key?.answer;
  expect([right('first-q5'), right('first-q6')]).toEqual([7, { x: 0.65, y: 0.3, width: 0.2, height: 0.4 }]);
});
