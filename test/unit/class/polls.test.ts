import { describe, expect, test } from 'vitest';
import { isRight, tally } from '../../../protocol/class/polls.ts';
import { attentionOf, struggles } from '../../../client/class/people/attention.ts';
import { newDraft, questionFrom, withKind, withRight } from '../../../client/class/polls/draft.ts';
import { ClassScene } from './scene.ts';

const quiz = { kind: 'single', text: 'What is checked first?', options: ['The bolt seal', 'The hinge pins'], right: [1], anonymous: false } as const;
const feeling = { kind: 'scale', text: 'How sure are you?', steps: 5, low: 'Not at all', high: 'Very', anonymous: true } as const;

function asked(question: Parameters<typeof prepare>[1]): ClassScene {
  const scene = new ClassScene();
  prepare(scene, question);
  expect(scene.run('tess', 'poll.ask', { poll: 'p' })).toBe('ok');
  return scene;
}
function prepare(scene: ClassScene, question: typeof quiz | typeof feeling): void {
  expect(scene.run('tess', 'poll.prepare', { question: { ...question, ...('options' in question ? { options: [...question.options], right: [...question.right] } : {}) } as never }, 'p')).toBe('ok');
}
const answer = (scene: ClassScene, who: string, choice: number): string => scene.run(who, 'poll.answer', { poll: 'p', choices: [choice], text: '' });

describe('a quiz', () => {
  test('is not known before it is asked, and its right answer reaches nobody who answers before the results do', () => {
    const scene = new ClassScene();
    prepare(scene, quiz);
    for (const one of ['ann', 'ida']) expect(scene.seenBy(one)).not.toContain(quiz.text);
    scene.run('tess', 'poll.ask', { poll: 'p' });
    answer(scene, 'ann', 0);
    scene.run('tess', 'poll.close', { poll: 'p' });
    for (const one of ['ann', 'ben', 'ida']) expect(scene.seenBy(one)).not.toContain('"right"');
    for (const one of ['tess', 'tom']) expect(scene.seenBy(one)).toContain('"right":[1]');
    scene.run('tom', 'poll.show', { poll: 'p' });
    expect(scene.state.class.polls.results['p']).toEqual({ id: 'p', answered: 1, counts: [1, 0], texts: [], right: [1] });
    for (const one of ['ann', 'ben', 'ida']) expect(scene.seenBy(one)).toContain('"right":[1]');
  });

  test('shows each trainee their own answer alone, and who leads the class all of them with names', () => {
    const scene = asked(quiz);
    answer(scene, 'ann', 0);
    answer(scene, 'ben', 1);
    expect(scene.seenBy('ann')).toContain('"answers":{"p":{"ann":');
    for (const one of ['ann', 'cleo', 'ida']) expect(scene.seenBy(one)).not.toContain('"ben":{"choices"');
    expect(scene.seenBy('tom')).toContain('"ben":{"choices":[1]');
  });

  test('takes the last answer until it is closed, none afterwards, and none that does not fit', () => {
    const scene = asked(quiz);
    expect(answer(scene, 'ann', 0)).toBe('ok');
    expect(answer(scene, 'ann', 1)).toBe('ok');
    expect(scene.run('ben', 'poll.answer', { poll: 'p', choices: [0, 1], text: '' })).toBe('poll.answer');
    expect(answer(scene, 'ben', 2)).toBe('poll.answer');
    expect(scene.run('ben', 'poll.answer', { poll: 'p', choices: [], text: 'the pins' })).toBe('poll.answer');
    expect(answer(scene, 'tom', 0)).toBe('permission.denied');
    expect(answer(scene, 'ida', 0)).toBe('permission.denied');
    scene.run('tess', 'poll.close', { poll: 'p' });
    expect(answer(scene, 'ben', 0)).toBe('poll.notOpen');
    expect(scene.state.class.polls.results['p']?.counts).toEqual([0, 1]);
    expect(scene.run('tess', 'poll.ask', { poll: 'p' })).toBe('ok');
    expect(scene.state.class.polls.results).toEqual({});
    expect(answer(scene, 'ben', 0)).toBe('ok');
    scene.run('tess', 'poll.show', { poll: 'p' });
    expect(scene.run('tess', 'poll.ask', { poll: 'p' })).toBe('poll.asked');
    expect(scene.run('tess', 'poll.prepare', { poll: 'p', question: { ...quiz, options: [...quiz.options], right: [0] } })).toBe('poll.asked');
  });
});

describe('a poll without names', () => {
  test('tells who leads the class who has answered and never what, and gives no result of fewer than three', () => {
    const scene = asked(feeling);
    answer(scene, 'ann', 4);
    answer(scene, 'ben', 2);
    for (const one of ['tess', 'tom', 'ben']) expect(scene.seenBy(one)).not.toContain('"ann":{"choices"');
    expect(scene.seenBy('ann')).toContain('"ann":{"choices":[4]');
    expect(scene.state.class.polls.voters['p']).toEqual(['ann', 'ben']);
    expect(scene.run('tess', 'poll.show', { poll: 'p' })).toBe('poll.few');
    answer(scene, 'cleo', 2);
    answer(scene, 'ann', 0);
    expect(scene.run('tess', 'poll.show', { poll: 'p' })).toBe('ok');
    expect(scene.state.class.polls.results['p']).toEqual({ id: 'p', answered: 3, counts: [1, 0, 2, 0, 0], texts: [] });
    for (const one of ['tess', 'tom', 'ben']) expect(scene.seenBy(one)).not.toContain('"ann":{"choices"');
  });

  test('is not opened again: two counts would tell who came between them', () => {
    const scene = asked(feeling);
    for (const one of ['ann', 'ben', 'cleo']) answer(scene, one, 1);
    scene.run('tess', 'poll.close', { poll: 'p' });
    expect(scene.run('tess', 'poll.ask', { poll: 'p' })).toBe('poll.asked');
  });
});

test('words are counted in the order of the alphabet, not of those who wrote them', () => {
  const question = { id: 'p', kind: 'text', text: 'Why?', options: [], anonymous: true } as const;
  expect(tally(question, ['seals', 'doors', 'seals'].map((text) => ({ choices: [], text })))).toEqual({ id: 'p', answered: 3, counts: [], texts: ['doors', 'seals', 'seals'] });
});

test('an answer to several choices is right when it is all of the right ones and no other', () => {
  expect([[0, 2], [2, 0], [0], [0, 1, 2]].map((choices) => isRight([0, 2], { choices, text: '' }))).toEqual([true, true, false, false]);
});

describe('a poll that is being written', () => {
  test('has one right choice at most where one can be chosen', () => {
    const both = withRight(withRight(withKind(newDraft, 'multiple'), 0, true), 1, true);
    expect(both.options.map(({ isRight: right }) => right)).toEqual([true, true]);
    expect(withKind(both, 'single').options.map(({ isRight: right }) => right)).toEqual([true, false]);
    expect(withRight(withKind(both, 'single'), 1, true).options.map(({ isRight: right }) => right)).toEqual([false, true]);
  });

  test('leaves empty choices out and counts what is right by what is left', () => {
    const options = [{ text: 'One', isRight: false }, { text: ' ', isRight: false }, { text: 'Three', isRight: true }];
    expect(questionFrom({ ...newDraft, text: 'Which?', options })).toEqual({ kind: 'single', text: 'Which?', anonymous: false, options: ['One', 'Three'], right: [1] });
    expect(questionFrom({ ...newDraft, text: 'Which?', options: options.slice(0, 2) })).toBeUndefined();
    expect(questionFrom({ ...newDraft, options })).toBeUndefined();
  });
});

test('who leads the class sees first who asks, who is lost, who has not answered; two wrong answers are told', () => {
  const scene = asked(quiz);
  answer(scene, 'ann', 0);
  answer(scene, 'cleo', 1);
  scene.append('ben', [{ type: 'participant.dropped', data: { participant: 'ben' } }]);
  scene.run('cleo', 'hand.raise', {});
  const rows = attentionOf(scene.state, new Set(['ann']));
  expect(rows.map(({ one, presence, asks, hasAnswered, right, wrong }) => [one.id, presence, asks, hasAnswered, right, wrong])).toEqual([
    ['cleo', 'here', 'hand', true, 1, 0], ['ben', 'lost', undefined, false, 0, 0], ['ann', 'away', undefined, true, 0, 1],
  ]);
  expect([[0, 1], [0, 2], [2, 2], [1, 2]].map(([right, wrong]) => struggles({ asks: undefined, right: right!, wrong: wrong! }))).toEqual([false, true, false, true]);
});
