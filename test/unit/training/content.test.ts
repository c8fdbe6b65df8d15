import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadContent } from '../../../server/training/content/load.ts';
import { SHIPPED_CONTENT } from '../../../server/training/library.ts';

const SMALL = fileURLToPath(new URL('../../integration/training/courses', import.meta.url));

describe('what ships', () => {
  test('fits its schemas, and every picture, link, source, lesson and language that is named is there', async () => {
    const { faults, courses, glossary } = await loadContent(SHIPPED_CONTENT);
    expect(faults.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    expect(courses.map(({ id, modules }) => [id, modules.length])).toEqual([['introduction', 7]]);
    expect(glossary.length).toBeGreaterThanOrEqual(120);
    const teaching = courses[0]!.modules.filter(({ lessons }) => Object.keys(lessons).length > 0);
    expect(teaching).toHaveLength(6);
    for (const module of teaching) {
      expect(module.bank.length).toBeGreaterThanOrEqual(15);
      expect(module.deck).toBeDefined();
      expect(Object.keys(module.assignments)).toHaveLength(1);
      expect(new Set(module.bank.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
      // About 1,500 English words, and as much in Chinese, where a word is one to two characters.
      const bodies = Object.values(module.lessons).map((lesson) => lesson.bodies);
      const words = bodies.reduce((sum, { en = '' }) => sum + en.split(/\s+/u).length, 0);
      expect(words).toBeGreaterThanOrEqual(1_500);
      expect(bodies.reduce((sum, { zh = '' }) => sum + (zh.match(/\p{Script=Han}/gu)?.length ?? 0), 0)).toBeGreaterThan(words * 1.2);
      for (const { heads } of Object.values(module.lessons)) expect(heads.en.sources?.length).toBeGreaterThan(0);
    }
  });
});

describe('a wrong file is told by its name and line', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'gangway-courses-'));
    await cp(SMALL, root, { recursive: true });
  });
  afterEach(() => rm(root, { recursive: true }));

  async function broken(file: string, from: string | RegExp, to: string): Promise<readonly string[]> {
    const path = join(root, file);
    const text = await readFile(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    await writeFile(path, changed);
    const { faults, courses } = await loadContent(root);
    // What is wrong is not offered.
    expect(courses).toEqual([]);
    return faults.map((one) => `${one.file}:${one.line} ${one.message}`);
  }

  test.each([
    ['a field that nobody knows', 'small/course.yaml', 'hours: 1\n', 'hours: 1\ncolour: red\n', /^small\/course\.yaml:\d+ .*colour/],
    ['a number that is a word', 'small/course.yaml', 'hours: 1', 'hours: many', /^small\/course\.yaml:6 hours: /],
    ['a hole in a language', 'small/1-first/questions.yaml', ', fr: Un mur', '', /^small\/1-first\/questions\.yaml:7 .*fr/],
    ['YAML that is none', 'small/1-first/module.yaml', 'objectives: [', 'objectives: [[', /^small\/1-first\/module\.yaml:\d+ /],
    ['a picture that is not there', 'small/1-first/lessons/1-doors.en.md', 'pictures/door.svg', 'pictures/gate.svg', /^small\/1-first\/lessons\/1-doors\.en\.md:\d+ there is no pictures\/gate\.svg/],
    ['a link that leads nowhere', 'small/1-first/lessons/2-seals.en.md', 'The number on', '[The number](doors) on', /^small\/1-first\/lessons\/2-seals\.en\.md:\d+ a link is a whole https address/],
    ['HTML', 'small/1-first/lessons/2-seals.en.md', 'The number on', '<b>The</b> number on', /^small\/1-first\/lessons\/2-seals\.en\.md:\d+ HTML is not allowed/],
    ['headings that a translation lacks', 'small/1-first/lessons/2-seals.zh.md', '## 编号', '编号', /2-seals\.zh\.md:\d+ its headings/],
    ['a body that a language lacks', 'small/2-second/lessons/1-reports.zh.md', /## 报告[\s\S]*/u, '', /1-reports\.zh\.md:\d+ the body is missing/],
    ['two right answers to a single choice', 'small/1-first/questions.yaml', "zh: 墙}}", "zh: 墙}, correct: true}", /^small\/1-first\/questions\.yaml:1 first-q1: 2 of 3 choices are right/],
    ['more questions than there are', 'small/2-second/module.yaml', 'draw: 1', 'draw: 2', /^small\/2-second\/module\.yaml:\d+ .*draws 2 of 1 questions/],
    ['an examination over a module that comes later', 'small/3-examination/module.yaml', 'from: [first, second]', 'from: [first, last]', /3-examination\/module\.yaml:\d+ items: "last-quiz" draws from "last", which does not stand before it/],
    ['an examination that asks more than there is', 'small/3-examination/module.yaml', 'draw: 2', 'draw: 9', /"last-quiz" draws 9 of 8 questions/],
    ['a module before the one it follows', 'small/course.yaml', '  - {id: first}\n  - {id: second, after: first}', '  - {id: second, after: first}\n  - {id: first}', /^small\/course\.yaml:\d+ .*does not stand before it/],
    ['a source that nobody lists', 'small/1-first/deck.yaml', 'source: rules', 'source: hearsay', /^small\/1-first\/deck\.yaml:\d+ .*the source "hearsay" is not in sources\.yaml/],
    ['a lesson that is not there', 'small/1-first/questions.yaml', 'lesson: first-seals', 'lesson: first-locks', /^small\/1-first\/questions\.yaml:\d+ first-q2: there is no lesson "first-locks"/],
    ['a level without its points', 'small/1-first/rubric.yaml', 'points: 4\n    levels', 'points: 5\n    levels', /^small\/1-first\/rubric\.yaml:\d+ .*no level has its 5 points/],
    ['two choices that read alike', 'small/1-first/questions.yaml', 'right: {en: Tells,', 'right: {en: Turns,', /^small\/1-first\/questions\.yaml:\d+ first-q3: two choices read alike \(en\)/],
    ['the same id twice', 'small/2-second/questions.yaml', 'id: second-q1', 'id: first-q1', /^small\/2-second\/questions\.yaml:1 the id "first-q1" is there 2 times/],
  ])('%s', async (_what, file, from, to, expected) => {
    const changed = typeof from === 'string' ? (await readFile(join(root, file), 'utf8')).split(from)[0]!.split('\n').length : undefined;
    const told = await broken(file, from, to);
    expect(told).toContainEqual(expect.stringMatching(expected));
    // The line is the one that was changed, or the one of what it belongs to, a dozen lines above at most.
    if (changed === undefined) return;
    const lines = told.filter((one) => one.startsWith(`${file}:`)).map((one) => Number(/:(\d+) /u.exec(one)![1]));
    expect(lines.some((line) => line > changed - 12 && line <= changed + 1)).toBe(true);
  });
});
