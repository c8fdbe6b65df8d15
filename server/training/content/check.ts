import type { DeckFile, Question } from '../../../protocol/training/course.ts';
import type { Module } from '../../../protocol/training/model.ts';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import type { Found } from './fault.ts';
import type { Around } from './told.ts';

/** What a schema cannot know: that what is named is there, and that what is there fits together. */
export function checkModule(module: Module, { pictures, sources }: Pick<Around, 'pictures' | 'sources'>, faults: Found[]): void {
  const tell = (file: string) => (message: string, near: string): void => void faults.push({ file: `${module.folder}/${file}`, line: 1, near, message });
  const [inModule, inRubric] = [tell('module.yaml'), tell('rubric.yaml')];
  for (const item of module.items) {
    if ('lesson' in item && !module.lessons[item.lesson]) inModule(`items: there is no lesson "${item.lesson}"`, item.lesson);
    if ('assignment' in item && !module.assignments[item.assignment]) inModule(`items: there is no exercise "${item.assignment}"`, item.assignment);
    if ('quiz' in item && !item.from && item.draw > module.bank.length) inModule(`items: "${item.quiz}" draws ${item.draw} of ${module.bank.length} questions`, item.quiz);
    if ('class' in item && !module.deck) inModule(`items: "${item.class}" has no deck.yaml`, item.class);
  }
  const used = module.items.flatMap((item) => 'lesson' in item ? [item.lesson] : []);
  for (const id of Object.keys(module.lessons)) if (!used.includes(id)) inModule(`items: the lesson "${id}" is not among them`, 'items:');

  for (const question of module.bank) checkQuestion(question, module, pictures, (message) => tell('questions.yaml')(`${question.id}: ${message}`, `id: ${question.id}`));
  if (module.deck) checkDeck(module.deck, pictures, sources, tell('deck.yaml'));
  for (const { rubric } of Object.values(module.assignments)) {
    for (const { id, points, levels } of rubric.criteria) {
      if (Math.max(...levels.map((one) => one.points)) !== points) inRubric(`${id}: no level has its ${points} points`, `id: ${id}`);
      if (levels.some((one, index) => index > 0 && one.points <= levels[index - 1]!.points)) inRubric(`${id}: the levels do not rise`, `id: ${id}`);
    }
  }
}

function checkQuestion(question: Question, module: Module, pictures: readonly string[], say: (message: string) => void): void {
  if (!module.lessons[question.lesson]) say(`there is no lesson "${question.lesson}"`);
  const ids = 'choices' in question ? question.choices : 'pairs' in question ? question.pairs : 'items' in question ? question.items : [];
  if (new Set(ids.map(({ id }) => id)).size !== ids.length) say('an id is there twice');
  // Two that read alike cannot be told apart by who answers, and one of them is marked wrong.
  for (const language of trainingLanguages) {
    const words = ids.map((one) => ('right' in one ? one.right : one.text)[language]);
    if (new Set(words).size !== words.length) say(`two choices read alike (${language})`);
  }
  if (question.kind === 'single' || question.kind === 'multiple') {
    const right = question.choices.filter(({ correct }) => correct).length;
    if (question.kind === 'single' ? right !== 1 : right < 1 || right === question.choices.length) say(`${right} of ${question.choices.length} choices are right`);
  }
  if (question.kind === 'hotspot') {
    if (!pictures.includes(question.picture)) say(`there is no ${question.picture}`);
    const { x, y, width, height } = question.area;
    if (x + width > 1 || y + height > 1 || width === 0 || height === 0) say('the area is not inside of the picture');
  }
}

function checkDeck(deck: DeckFile, pictures: readonly string[], sources: readonly string[], tell: (message: string, near: string) => void): void {
  for (const [index, page] of deck.pages.entries()) {
    const say = (message: string, near = page.title.en): void => tell(`page ${index + 1}: ${message}`, near);
    if ([page.points, page.table, page.picture].filter((one) => one !== undefined).length !== 1) say('it has either points, a table or a picture');
    if (page.picture !== undefined) {
      if (!pictures.includes(page.picture)) say(`there is no ${page.picture}`, page.picture);
      if (!page.alt) say('the picture has no alt', page.picture);
    }
    if (page.table?.rows.some((row) => row.length !== page.table!.head.length)) say('a row has not as many cells as the head');
    if (page.source !== undefined && !sources.includes(page.source)) say(`the source "${page.source}" is not in sources.yaml`, page.source);
  }
}

/** An examination draws from modules that stand before it, which hold as many questions as it asks. */
export function checkExaminations(modules: readonly Module[], faults: Found[]): void {
  for (const [index, { folder, items }] of modules.entries()) {
    const say = (quiz: string, message: string): void => void faults.push({ file: `${folder}/module.yaml`, line: 1, near: quiz, message: `items: "${quiz}" ${message}` });
    for (const item of items) {
      if (!('quiz' in item) || !item.from) continue;
      const before = modules.slice(0, index).filter(({ id }) => item.from!.includes(id));
      const missing = item.from.find((id) => !before.some((one) => one.id === id));
      const there = before.reduce((sum, { bank }) => sum + bank.length, 0);
      if (missing !== undefined) say(item.quiz, `draws from "${missing}", which does not stand before it`);
      else if (item.draw > there) say(item.quiz, `draws ${item.draw} of ${there} questions`);
    }
  }
}

/** What comes after must come later. */
export function checkOrder(file: string, modules: readonly { readonly id: string; readonly after?: string | undefined }[], faults: Found[]): void {
  for (const [index, { id, after }] of modules.entries()) {
    if (after !== undefined && !modules.slice(0, index).some((one) => one.id === after)) faults.push({ file, line: 1, near: `id: ${id}`, message: `modules: "${id}" comes after "${after}", which does not stand before it` });
  }
}
