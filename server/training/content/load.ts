import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { bankFile, courseFile, deckFile, glossaryFile, moduleFile, rubricFile, sourcesFile } from '../../../protocol/training/course.ts';
import type { GlossaryEntry, Source } from '../../../protocol/training/course.ts';
import { itemOf } from '../../../protocol/training/model.ts';
import type { Assignment, Course, Module } from '../../../protocol/training/model.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import { checkExaminations, checkModule, checkOrder } from './check.ts';
import { located, readYaml } from './fault.ts';
import type { Fault, Found } from './fault.ts';
import { readTold } from './told.ts';

export interface Content {
  readonly courses: readonly Course[];
  readonly glossary: readonly GlossaryEntry[];
  readonly sources: readonly Source[];
  readonly faults: readonly Fault[];
}

/** Reads all that is authored as files. What is wrong is told by file and line; a course with a fault is not offered. */
export async function loadContent(root: string): Promise<Content> {
  const faults: Found[] = [];
  const sources = await readFileAs(root, 'sources.yaml', sourcesFile, faults) ?? [];
  const glossary = await readFileAs(root, 'glossary.yaml', glossaryFile, faults) ?? [];
  unique(glossary.map(({ id }) => ({ id, file: 'glossary.yaml' })), faults);
  for (const { id, source } of glossary) {
    if (source !== undefined && !sources.some((one) => one.id === source)) faults.push({ file: 'glossary.yaml', line: 1, near: `id: ${id}`, message: `${id}: the source "${source}" is not in sources.yaml` });
  }
  const courses: Course[] = [];
  for (const entry of (await readdir(root, { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name).toSorted()) {
    const before = faults.length;
    const course = await readCourse(root, entry, sources, faults);
    if (course && faults.length === before) courses.push(course);
  }
  return { courses, glossary, sources, faults: await located(root, faults) };
}

async function readCourse(root: string, folder: string, sources: readonly Source[], faults: Found[]): Promise<Course | undefined> {
  const file = `${folder}/course.yaml`;
  const course = await readFileAs(root, file, courseFile, faults);
  if (!course) return undefined;
  const folders = (await readdir(join(root, folder), { withFileTypes: true })).filter((one) => one.isDirectory()).map(({ name }) => name).toSorted();
  const found = new Map<string, Module>();
  for (const one of folders) {
    const module = await readModule(root, `${folder}/${one}`, course.languages, sources, faults);
    if (module) found.set(module.id, module);
  }
  const modules = course.modules.flatMap(({ id, after }) => {
    const module = found.get(id);
    if (!module) faults.push({ file, line: 1, near: `id: ${id}`, message: `modules: no folder holds the module "${id}", or its module.yaml is wrong` });
    return module ? [{ ...module, ...(after === undefined ? {} : { after }) }] : [];
  });
  for (const id of found.keys()) if (!course.modules.some((one) => one.id === id)) faults.push({ file, line: 1, message: `modules: "${id}" has a folder and is not named` });
  checkOrder(file, course.modules, faults);
  checkExaminations(modules, faults);
  unique(modules.flatMap(({ folder: place, items }) => items.map((item) => ({ id: itemOf(item).id, file: `${place}/module.yaml` }))), faults);
  unique(modules.flatMap(({ folder: place, bank }) => bank.map(({ id }) => ({ id, file: `${place}/questions.yaml` }))), faults);
  return { ...course, modules };
}

async function readModule(root: string, folder: string, languages: readonly TrainingLanguage[], sources: readonly Source[], faults: Found[]): Promise<Module | undefined> {
  const file = await readFileAs(root, `${folder}/module.yaml`, moduleFile, faults);
  if (!file) return undefined;
  const names = await readdir(join(root, folder));
  const pictures = (await readdir(join(root, folder, 'pictures')).catch(() => [])).map((name) => `pictures/${name}`);
  const around = { languages, pictures, sources: sources.map(({ id }) => id) };
  const lessons = await readTold(root, `${folder}/lessons`, /\.(?:en|fr|zh)\.md$/u, around, faults);
  const exercises = await readTold(root, folder, /^exercise\.(?:en|fr|zh)\.md$/u, around, faults);
  const rubric = names.includes('rubric.yaml') ? await readFileAs(root, `${folder}/rubric.yaml`, rubricFile, faults) : undefined;
  const bank = names.includes('questions.yaml') ? await readFileAs(root, `${folder}/questions.yaml`, bankFile, faults) : undefined;
  const deck = names.includes('deck.yaml') ? await readFileAs(root, `${folder}/deck.yaml`, deckFile, faults) : undefined;
  const assignments: Record<string, Assignment> = {};
  for (const [id, told] of Object.entries(exercises)) {
    if (rubric) assignments[id] = { ...told, rubric };
    else faults.push({ file: `${folder}/rubric.yaml`, line: 1, message: `the exercise "${id}" has no rubric` });
  }
  const module: Module = { ...file, folder, lessons, bank: bank ?? [], assignments, ...(deck ? { deck } : {}) };
  checkModule(module, around, faults);
  return module;
}

async function readFileAs<T>(root: string, file: string, schema: z.ZodType<T>, faults: Found[]): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(join(root, file), 'utf8');
  } catch {
    faults.push({ file, line: 1, message: 'the file is missing' });
    return undefined;
  }
  return readYaml(file, text, schema, faults);
}

/** Told where it stands for the last time. */
function unique(ids: readonly { readonly id: string; readonly file: string }[], faults: Found[]): void {
  for (const [id, list] of Map.groupBy(ids, (one) => one.id)) {
    if (list.length > 1) faults.push({ file: list.at(-1)!.file, line: 1, near: id, message: `the id "${id}" is there ${list.length} times` });
  }
}
