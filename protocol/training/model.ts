import type { CertificateRule, DeckFile, FrontMatter, Item, Question, QuizItem, Rubric } from './course.ts';
import type { TrainingLanguage, Texts } from './texts.ts';

/** A course as it is read from its files: everything that a lesson, a quiz or a certificate needs, by id. */
export interface Course {
  readonly id: string;
  readonly title: Texts;
  readonly summary: Texts;
  readonly languages: readonly TrainingLanguage[];
  readonly audience: Texts;
  readonly hours: number;
  /** Whose Customs trainers write it; absent: those of the administration that manages the installation. */
  readonly country?: string;
  readonly note: Texts;
  readonly edition: string;
  readonly certificate: CertificateRule;
  readonly modules: readonly Module[];
}

export interface Module {
  readonly id: string;
  /** The folder that its pictures are in. */
  readonly folder: string;
  /** The module that has to be complete before this one opens. */
  readonly after?: string;
  readonly title: Texts;
  readonly summary: Texts;
  readonly objectives: readonly Texts[];
  readonly items: readonly Item[];
  readonly lessons: Readonly<Record<string, Told>>;
  readonly bank: readonly Question[];
  readonly assignments: Readonly<Record<string, Assignment>>;
  readonly deck?: DeckFile;
}

/** A text that is told at length: its head in every language, its body in those in which it exists. */
export interface Told {
  readonly heads: Readonly<Record<TrainingLanguage, FrontMatter>>;
  readonly bodies: Readonly<Partial<Record<TrainingLanguage, string>>>;
}

export interface Assignment extends Told {
  readonly rubric: Rubric;
}

export type ItemKind = 'lesson' | 'quiz' | 'class' | 'assignment';

/** Which kind of item this is, and its id, which is unique in the course. */
export function itemOf(item: Item): { readonly kind: ItemKind; readonly id: string } {
  if ('lesson' in item) return { kind: 'lesson', id: item.lesson };
  if ('quiz' in item) return { kind: 'quiz', id: item.quiz };
  if ('class' in item) return { kind: 'class', id: item.class };
  return { kind: 'assignment', id: item.assignment };
}

export function moduleWith(course: Course, kind: ItemKind, id: string): Module | undefined {
  return course.modules.find(({ items }) => items.some((one) => {
    const found = itemOf(one);
    return found.kind === kind && found.id === id;
  }));
}

/** The modules whose banks a quiz draws from. */
export function drawsFrom(course: Course, quiz: QuizItem): readonly Module[] {
  return quiz.from
    ? course.modules.filter(({ id }) => quiz.from!.includes(id))
    : course.modules.filter(({ items }) => items.includes(quiz));
}

/** The title of an item in every language. */
export function titleOf(module: Module, item: Item): Texts {
  if ('title' in item) return item.title;
  const told = 'lesson' in item ? module.lessons[item.lesson] : module.assignments[item.assignment];
  const { en, fr, zh } = told!.heads;
  return { en: en.title, fr: fr.title, zh: zh.title };
}
