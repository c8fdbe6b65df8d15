import { RefusalError } from '../../../protocol/errors.ts';
import type { Course } from '../../../protocol/training/model.ts';
import type { LessonDraft } from '../../../protocol/training/records.ts';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import type { DraftView } from '../../../protocol/training/views.ts';
import type { RouteHandlers } from '../../http/call.ts';
import type { Base } from '../base.ts';
import { mentionedIn } from '../content/told.ts';

/** Trainers write lessons in the browser. Their texts lie over the files; trainees read what was published last. */
export function authoringHandlers(base: Base): RouteHandlers<'authoring' | 'draft' | 'saveDraft'> {
  const { register: { drafts }, library, people, now } = base;
  const idOf = (course: string, lesson: string, language: TrainingLanguage): string => `${course}.${lesson}.${language}`;
  const found = (courseId: string | undefined): Course => {
    const course = library.course(courseId ?? '');
    if (!course) throw new RefusalError('course.absent');
    return course;
  };

  return {
    authoring: async ({ params }) => {
      const { id, title, modules } = found(params['course']);
      return {
        course: { id, title },
        modules: modules.filter(({ lessons }) => Object.keys(lessons).length > 0).map((module) => ({
          id: module.id, title: module.title,
          lessons: Object.entries(module.lessons).map(([lesson, told]) => {
            const { en, fr, zh } = told.heads;
            const state = (language: TrainingLanguage) => drafts.get(idOf(id, lesson, language))?.state ?? (told.bodies[language] === undefined ? 'absent' as const : 'file' as const);
            return { id: lesson, title: { en: en.title, fr: fr.title, zh: zh.title }, states: { en: state('en'), fr: state('fr'), zh: state('zh') } };
          }),
        })),
      };
    },

    draft: async ({ params, query }) => viewOf(found(params['course']), params['lesson'] ?? '', query.language ?? 'en'),

    saveDraft: async ({ params, query, body, training }) => {
      const course = found(params['course']);
      const lesson = params['lesson'] ?? '';
      const language = query.language ?? 'en';
      const before = viewOf(course, lesson, language);
      const wrong = faultOf(course, lesson, body.body);
      if (wrong !== undefined) throw new RefusalError('draft.form', wrong);
      const id = idOf(course.id, lesson, language);
      await drafts.exclusive(async () => {
        const known = drafts.get(id);
        // Somebody else saved meanwhile: their text stays, and who comes second still has theirs on the screen.
        if ((known?.revision ?? 0) !== body.revision) throw new RefusalError('draft.stale', known ? people.person(known.by)?.name : undefined);
        const text = { title: body.title, summary: body.summary, body: body.body };
        const stamp = { revision: body.revision + 1, by: training!.person.id, at: now() };
        const published = body.state === 'published' ? { ...text, ...stamp } : known?.published;
        const draft: LessonDraft = { id, course: course.id, lesson: before.lesson, language, state: body.state, ...stamp, ...text, ...(published ? { published } : {}) };
        await drafts.put(draft);
      });
      library.refresh();
      return viewOf(found(course.id), lesson, language);
    },
  };

  function viewOf(course: Course, lesson: string, language: TrainingLanguage): DraftView {
    const read = course.modules.map(({ lessons }) => (Object.hasOwn(lessons, lesson) ? lessons[lesson] : undefined)).find(Boolean);
    if (!read || !trainingLanguages.includes(language)) throw new RefusalError('lesson.absent');
    const draft = drafts.get(idOf(course.id, lesson, language));
    if (draft) {
      const { state, revision, title, summary, body, by, at } = draft;
      return { lesson, language, state, revision, title, summary, body, by: people.person(by)?.name ?? '', at, differs: body !== (read.bodies[language] ?? '') || title !== read.heads[language].title };
    }
    const { title, summary } = read.heads[language];
    return { lesson, language, state: 'file', revision: 0, title, summary, body: read.bodies[language] ?? '', differs: false };
  }

  /** What a lesson must not hold: the same that the files are checked for. */
  function faultOf(course: Course, lesson: string, text: string): string | undefined {
    const { pictures, faults } = mentionedIn(text);
    if (faults.length > 0) return faults[0]!.message;
    const shown = Object.values(library.shipped(course.id, lesson)?.bodies ?? {}).flatMap((body) => mentionedIn(body).pictures);
    const missing = pictures.find((path) => !shown.includes(path));
    return missing === undefined ? undefined : `there is no ${missing}`;
  }
}
