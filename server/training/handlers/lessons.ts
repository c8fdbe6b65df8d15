import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { RefusalError } from '../../../protocol/errors.ts';
import { itemOf } from '../../../protocol/training/model.ts';
import type { Course } from '../../../protocol/training/model.ts';
import { spokenIn } from '../../../protocol/training/texts.ts';
import type { LessonView } from '../../../protocol/training/views.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { openModule, ownEnrolment } from '../base.ts';
import type { Base } from '../base.ts';
import { languagesOf } from '../library.ts';
import { editionSeat } from '../seat.ts';

/** A page tells every half minute that it is read; what comes later than this after the one before was no reading. */
const BEAT_MS = 45_000;

export function lessonHandlers(base: Base): RouteHandlers<'lesson' | 'reading' | 'glossary' | 'coursePicture'> {
  const { register, library, now } = base;
  return {
    lesson: async (call) => {
      const seat = editionSeat(call);
      const id = call.params['lesson'] ?? '';
      const { course, module, work } = await openModule(base, seat, 'lesson', id);
      const told = module.lessons[id]!;
      const languages = languagesOf(course, told);
      const language = spokenIn(call.query.language ?? languages[0] ?? 'en', languages);
      const { previous, next } = around(course, id);
      const { en, fr, zh } = told.heads;
      return {
        id, module: module.id, folder: module.folder, course: course.id, minutes: en.minutes,
        heads: { en: short(en), fr: short(fr), zh: short(zh) }, body: told.bodies[language] ?? '', language, languages,
        sources: library.sources(en.sources ?? []), done: work.enrolment.lessons[id]?.doneAt !== undefined,
        ...(previous === undefined ? {} : { previous }), ...(next === undefined ? {} : { next }),
      } satisfies LessonView;
    },

    reading: async (call) => {
      const seat = editionSeat(call);
      const id = call.params['lesson'] ?? '';
      await openModule(base, seat, 'lesson', id);
      const changed = await register.enrolments.update(ownEnrolment(base, seat).id, (one) => {
        const before = one.lessons[id] ?? { ms: 0, seenAt: 0 };
        const since = now() - before.seenAt;
        const doneAt = before.doneAt ?? (call.body.done ? now() : undefined);
        // A step that is too long was no reading; it begins a new stretch.
        const ms = before.ms + (since <= BEAT_MS ? Math.max(0, since) : 0);
        return { ...one, lessons: { ...one.lessons, [id]: { ms, seenAt: now(), ...(doneAt === undefined ? {} : { doneAt }) } } };
      });
      return { done: changed.lessons[id]?.doneAt !== undefined };
    },

    glossary: async () => ({ entries: [...library.glossary] }),

    coursePicture: async ({ params, response }) => {
      const { course: courseId = '', module: folder = '', name = '' } = params;
      const module = library.course(courseId)?.modules.find((one) => one.id === folder);
      if (!module || !/^[a-z0-9-]+\.svg$/u.test(name)) throw new RefusalError('file.absent');
      let bytes: Buffer;
      try {
        bytes = await readFile(join(library.root, module.folder, 'pictures', name));
      } catch {
        throw new RefusalError('file.absent');
      }
      response.set({
        'Content-Type': 'image/svg+xml', 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, max-age=3600',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
      }).send(bytes);
    },
  };
}

function short({ title, summary }: { readonly title: string; readonly summary: string }) {
  return { title, summary };
}

/** What stands before and after a lesson in the course, over the bounds of modules. */
function around(course: Course, lesson: string): Pick<LessonView, 'previous' | 'next'> {
  const items = course.modules.flatMap((module) => module.items.map(itemOf));
  const at = items.findIndex(({ kind, id }) => kind === 'lesson' && id === lesson);
  const previous = items.slice(0, at).findLast(({ kind }) => kind === 'lesson')?.id;
  const next = items.slice(at + 1).find(({ kind }) => kind !== 'class');
  return { ...(previous === undefined ? {} : { previous }), ...(next ? { next } : {}) };
}
