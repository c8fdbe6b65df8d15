import { fileURLToPath } from 'node:url';
import type { GlossaryEntry, Source } from '../../protocol/training/course.ts';
import type { Course, Module, Told } from '../../protocol/training/model.ts';
import type { LessonDraft } from '../../protocol/training/records.ts';
import type { TrainingLanguage } from '../../protocol/training/texts.ts';
import type { Collection } from '../store/store.ts';
import { loadContent } from './content/load.ts';
import type { Content } from './content/load.ts';

export const SHIPPED_CONTENT = fileURLToPath(new URL('../../content/training', import.meta.url));

/** The courses as trainees read them: the files, and on top of them what trainers have published in the browser. */
export class Library {
  readonly root: string;
  readonly #content: Content;
  readonly #drafts: Collection<LessonDraft>;
  #courses: ReadonlyMap<string, Course> = new Map();

  private constructor(root: string, content: Content, drafts: Collection<LessonDraft>) {
    this.root = root;
    this.#content = content;
    this.#drafts = drafts;
    this.refresh();
  }

  static async open(root: string, drafts: Collection<LessonDraft>): Promise<Library> {
    return new Library(root, await loadContent(root), drafts);
  }

  get courses(): readonly Course[] {
    return [...this.#courses.values()];
  }

  get glossary(): readonly GlossaryEntry[] {
    return this.#content.glossary;
  }

  get faults(): Content['faults'] {
    return this.#content.faults;
  }

  course(id: string): Course | undefined {
    return this.#courses.get(id);
  }

  /** As it stands in the files, without what was published since. */
  shipped(course: string, lesson: string): Told | undefined {
    return this.#content.courses.find(({ id }) => id === course)?.modules.map(({ lessons }) => lessons[lesson]).find(Boolean);
  }

  sources(ids: readonly string[]): readonly Source[] {
    return ids.flatMap((id) => this.#content.sources.filter((one) => one.id === id));
  }

  /** Takes in what was published. */
  refresh(): void {
    const published = Map.groupBy([...this.#drafts.all()].filter((one) => one.published), (one) => one.course);
    this.#courses = new Map(this.#content.courses.map((course) => {
      const drafts = published.get(course.id) ?? [];
      return [course.id, drafts.length === 0 ? course : { ...course, modules: course.modules.map((module) => withPublished(module, drafts)) }];
    }));
  }
}

function withPublished(module: Module, drafts: readonly LessonDraft[]): Module {
  const lessons = Object.fromEntries(Object.entries(module.lessons).map(([id, told]) =>
    [id, drafts.filter(({ lesson }) => lesson === id).reduce(published, told)]));
  return { ...module, lessons };
}

function published(told: Told, { language, published: text }: LessonDraft): Told {
  if (!text) return told;
  const head = { ...told.heads[language], title: text.title, summary: text.summary };
  return { heads: { ...told.heads, [language]: head }, bodies: { ...told.bodies, [language]: text.body } };
}

/** The languages in which a text has a body, in the order of the course. */
export function languagesOf(course: Course, told: Told): readonly TrainingLanguage[] {
  const all = [...new Set<TrainingLanguage>([...course.languages, 'en', 'fr', 'zh'])];
  return all.filter((language) => told.bodies[language] !== undefined);
}
