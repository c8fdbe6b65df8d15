import type { DeckFile, Question } from '../../../protocol/training/course.ts';
import type { Module } from '../../../protocol/training/model.ts';
import type { Fault } from './fault.ts';
import { mentionedIn } from './told.ts';

interface Around {
  readonly pictures: readonly string[];
  readonly sources: readonly string[];
}

/** What a schema cannot know: that what is named is there, and that what is there fits together. */
export function checkModule(module: Module, around: Around, faults: Fault[]): void {
  const say = (file: string, message: string, line = 1): void => void faults.push({ file: `${module.folder}/${file}`, line, message });
  const pictured = (file: string, path: string | undefined, what: string): void => {
    if (path !== undefined && !around.pictures.includes(path)) say(file, `${what}: there is no ${path}`);
  };
  const sourced = (file: string, ids: readonly string[], what: string): void => {
    for (const id of ids) if (!around.sources.includes(id)) say(file, `${what}: the source "${id}" is not in sources.yaml`);
  };

  for (const item of module.items) {
    if ('lesson' in item && !module.lessons[item.lesson]) say('module.yaml', `items: there is no lesson "${item.lesson}"`);
    if ('assignment' in item && !module.assignments[item.assignment]) say('module.yaml', `items: there is no exercise "${item.assignment}"`);
    if ('quiz' in item && !item.from && item.draw > module.bank.length) say('module.yaml', `items: "${item.quiz}" draws ${item.draw} of ${module.bank.length} questions`);
    if ('class' in item && !module.deck) say('module.yaml', `items: "${item.class}" has no deck.yaml`);
  }
  const used = module.items.flatMap((item) => 'lesson' in item ? [item.lesson] : []);
  for (const id of Object.keys(module.lessons)) if (!used.includes(id)) say('module.yaml', `items: the lesson "${id}" is not among them`);

  for (const [folder, told] of [['lessons', module.lessons], ['.', module.assignments]] as const) {
    for (const [id, { heads, bodies }] of Object.entries(told)) {
      sourced(folder === '.' ? 'exercise.en.md' : `lessons (${id})`, heads.en.sources ?? [], id);
      for (const [language, body] of Object.entries(bodies)) {
        const { pictures, faults: wrong } = mentionedIn(body);
        for (const path of pictures) pictured(`${folder} (${id}, ${language})`, path, id);
        for (const message of wrong) say(`${folder} (${id}, ${language})`, message);
      }
    }
  }
  for (const question of module.bank) checkQuestion(question, module, (message) => say('questions.yaml', `${question.id}: ${message}`), pictured);
  if (module.deck) checkDeck(module.deck, (message) => say('deck.yaml', message), (path, what) => pictured('deck.yaml', path, what), (id, what) => sourced('deck.yaml', [id], what));
  for (const { rubric } of Object.values(module.assignments)) {
    for (const { id, points, levels } of rubric.criteria) {
      if (Math.max(...levels.map((one) => one.points)) !== points) say('rubric.yaml', `${id}: no level has its ${points} points`);
      if (levels.some((one, index) => index > 0 && one.points <= levels[index - 1]!.points)) say('rubric.yaml', `${id}: the levels do not rise`);
    }
  }
}

function checkQuestion(question: Question, module: Module, say: (message: string) => void, pictured: (file: string, path: string, what: string) => void): void {
  if (!module.lessons[question.lesson]) say(`there is no lesson "${question.lesson}"`);
  const ids = 'choices' in question ? question.choices : 'pairs' in question ? question.pairs : 'items' in question ? question.items : [];
  if (new Set(ids.map(({ id }) => id)).size !== ids.length) say('an id is there twice');
  if (question.kind === 'single' || question.kind === 'multiple') {
    const right = question.choices.filter(({ correct }) => correct).length;
    if (question.kind === 'single' ? right !== 1 : right < 1 || right === question.choices.length) say(`${right} of ${question.choices.length} choices are right`);
  }
  if (question.kind === 'hotspot') {
    pictured('questions.yaml', question.picture, question.id);
    const { x, y, width, height } = question.area;
    if (x + width > 1 || y + height > 1 || width === 0 || height === 0) say('the area is not inside of the picture');
  }
}

function checkDeck(deck: DeckFile, say: (message: string) => void, pictured: (path: string, what: string) => void, sourced: (id: string, what: string) => void): void {
  for (const [index, page] of deck.pages.entries()) {
    const where = `page ${index + 1}`;
    if ([page.points, page.table, page.picture].filter((one) => one !== undefined).length !== 1) say(`${where}: it has either points, a table or a picture`);
    if (page.picture !== undefined) {
      pictured(page.picture, where);
      if (!page.alt) say(`${where}: the picture has no alt`);
    }
    if (page.table?.rows.some((row) => row.length !== page.table!.head.length)) say(`${where}: a row has not as many cells as the head`);
    if (page.source !== undefined) sourced(page.source, where);
  }
}

/** An examination draws from modules that stand before it, which hold as many questions as it asks. */
export function checkExaminations(modules: readonly Module[], faults: Fault[]): void {
  for (const [index, { folder, items }] of modules.entries()) {
    const say = (message: string): void => void faults.push({ file: `${folder}/module.yaml`, line: 1, message: `items: ${message}` });
    for (const item of items) {
      if (!('quiz' in item) || !item.from) continue;
      const before = modules.slice(0, index).filter(({ id }) => item.from!.includes(id));
      const missing = item.from.find((id) => !before.some((one) => one.id === id));
      const there = before.reduce((sum, { bank }) => sum + bank.length, 0);
      if (missing !== undefined) say(`"${item.quiz}" draws from "${missing}", which does not stand before it`);
      else if (item.draw > there) say(`"${item.quiz}" draws ${item.draw} of ${there} questions`);
    }
  }
}

/** What comes after must come later. */
export function checkOrder(file: string, modules: readonly { readonly id: string; readonly after?: string | undefined }[], faults: Fault[]): void {
  for (const [index, { id, after }] of modules.entries()) {
    if (after !== undefined && !modules.slice(0, index).some((one) => one.id === after)) faults.push({ file, line: 1, message: `modules: "${id}" comes after "${after}", which does not stand before it` });
  }
}
