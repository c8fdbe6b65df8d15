import { RefusalError } from '../../../protocol/errors.ts';
import { limits } from '../../../protocol/limits.ts';
import type { Assignment, Course } from '../../../protocol/training/model.ts';
import { moduleWith } from '../../../protocol/training/model.ts';
import { isMarkedByHand } from '../../../protocol/training/questions.ts';
import type { Submission } from '../../../protocol/training/records.ts';
import { spokenIn } from '../../../protocol/training/texts.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import type { AssignmentView } from '../../../protocol/training/views.ts';
import { bodyOf, UploadGate } from '../../files/receive.ts';
import { serveFile } from '../../files/serve.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { assertRunning, courseOf, openModule } from '../base.ts';
import type { Base } from '../base.ts';
import { languagesOf } from '../library.ts';
import { submissionId } from '../register.ts';
import { editionSeat, mayMark } from '../seat.ts';
import type { EditionSeat } from '../seat.ts';
import { unmarked, unmarkedWords } from '../waiting.ts';

export type AssignmentRoute = 'assignment' | 'uploadHandIn' | 'dropHandIn' | 'handIn' | 'handedFile' | 'toMark' | 'submission' | 'markSubmission';

const UPLOADS_AT_ONCE = 2;

export function assignmentHandlers(base: Base): RouteHandlers<AssignmentRoute> {
  const { store, register, needed, people, now } = base;
  const gate = new UploadGate<EditionSeat['edition']>(UPLOADS_AT_ONCE * 10);
  /** Files that are being stored and stand in no record yet. */
  const arriving = new Set<string>();
  needed.register((hash) => arriving.has(hash) || [...register.submissions.all()].some((one) => filesOf(one).some((file) => file.hash === hash)));

  const ownId = ({ edition, person }: EditionSeat, assignment: string): string => submissionId(edition.id, assignment, person.id);
  const nameOf = (id: string): string => people.person(id)?.name ?? '';

  /** The caller's own record, made when it is first needed; refused once it has passed or the edition is over. */
  async function own(seat: EditionSeat, assignment: string): Promise<Submission> {
    await openModule(base, seat, 'assignment', assignment);
    assertRunning(base, seat.edition);
    const id = ownId(seat, assignment);
    // Two files may be the first at the same time.
    return register.submissions.exclusive(async () => {
      const found = register.submissions.get(id);
      if (found?.marking?.passed) throw new RefusalError('submission.passed');
      if (found) return found;
      const made: Submission = { id, edition: seat.edition.id, assignment, person: seat.person.id, staged: [], versions: [] };
      await register.submissions.put(made);
      return made;
    });
  }

  /** A hand-in of the edition. Throws submission.absent. */
  const toBeMarked = (seat: EditionSeat, id: string | undefined): Submission => {
    const found = register.submissions.get(id ?? '');
    if (!found || found.edition !== seat.edition.id || !mayMark(seat, found.person)) throw new RefusalError('submission.absent');
    return found;
  };

  return {
    assignment: async (call) => {
      const seat = editionSeat(call);
      const id = call.params['assignment'] ?? '';
      const { course } = await openModule(base, seat, 'assignment', id);
      const mayHandIn = seat.roles.includes('trainee') && now() <= seat.edition.endsAt;
      return view(course, id, call.query.language, register.submissions.get(ownId(seat, id)), mayHandIn);
    },

    uploadHandIn: async (call) => {
      const seat = editionSeat(call);
      const assignment = call.params['assignment'] ?? '';
      const { name } = call.query;
      return gate.pass(seat.edition, call.request, async () => {
        const { id, staged } = await own(seat, assignment);
        if (staged.length >= limits.handInFiles) throw new RefusalError('submission.files');
        const { hash, size } = await store.files.put(bodyOf(call.request, limits.handInBytes), { maxBytes: limits.handInBytes });
        arriving.add(hash);
        try {
          await needed.place(hash, () => register.submissions.update(id, (one) => {
            if (one.staged.some((file) => file.hash === hash)) return one;
            if (one.staged.length >= limits.handInFiles) throw new RefusalError('submission.files');
            return { ...one, staged: [...one.staged, { hash, name, bytes: size }] };
          }));
        } catch (error) {
          arriving.delete(hash);
          await needed.removeUnneeded(hash);
          throw error;
        }
        arriving.delete(hash);
        return { hash };
      });
    },

    dropHandIn: async (call) => {
      const seat = editionSeat(call);
      const hash = call.params['file'] ?? '';
      const { id } = await own(seat, call.params['assignment'] ?? '');
      await register.submissions.update(id, (one) => ({ ...one, staged: one.staged.filter((file) => file.hash !== hash) }));
      await needed.removeUnneeded(hash);
    },

    handIn: async (call) => {
      const seat = editionSeat(call);
      const { text } = call.body;
      const { id } = await own(seat, call.params['assignment'] ?? '');
      await register.submissions.update(id, (one) => {
        const last = one.versions.at(-1);
        // The same thing twice is one hand-in.
        if (last && one.staged.length === 0 && last.text === text) return one;
        if (text === '' && one.staged.length === 0) throw new RefusalError('submission.empty');
        return { ...one, staged: [], versions: [...one.versions, { number: (last?.number ?? 0) + 1, at: now(), text, files: one.staged }] };
      });
      return { done: true };
    },

    handedFile: async (call) => {
      const seat = editionSeat(call);
      const found = register.submissions.get(call.params['submission'] ?? '');
      const mine = found?.person === seat.person.id;
      if (!found || found.edition !== seat.edition.id || (!mine && !mayMark(seat, found.person))) throw new RefusalError('submission.absent');
      // What is not handed in yet is its author's alone.
      const file = (mine ? filesOf(found) : found.versions.flatMap(({ files }) => files)).find(({ hash }) => hash === call.params['file']);
      if (!file) throw new RefusalError('file.absent');
      await serveFile(store.files, { ...file, mime: 'application/octet-stream', isImmutable: true }, call.request, call.response);
    },

    toMark: async (call) => {
      const seat = editionSeat(call);
      const { edition } = seat;
      const course = courseOf(base, edition);
      const waits = new Set(unmarked(base, edition.id).map(({ id }) => id));
      const submissions = [...register.submissions.all()].filter((one) => one.edition === edition.id && one.versions.length > 0 && mayMark(seat, one.person)).flatMap((one) => {
        const told = moduleWith(course, 'assignment', one.assignment)?.assignments[one.assignment];
        if (!told) return [];
        const { en, fr, zh } = told.heads;
        const marked = !waits.has(one.id);
        return [{
          submission: one.id, assignment: one.assignment, title: { en: en.title, fr: fr.title, zh: zh.title }, name: nameOf(one.person), at: one.versions.at(-1)!.at,
          again: one.versions.length > 1, marked, ...(one.marking && marked ? { passed: one.marking.passed } : {}),
        }];
      });
      const answers = unmarkedWords(base, edition.id).filter(({ attempt }) => mayMark(seat, attempt.person)).flatMap(({ attempt, question: id }) => {
        const asked = attempt.questions.find(({ question }) => question.id === id)?.question;
        if (!asked || !isMarkedByHand(asked)) return [];
        return [{
          attempt: attempt.id, question: id, text: asked.text, model: asked.model, points: asked.points, answer: String(attempt.answers[id]?.value ?? ''),
          name: nameOf(attempt.person), at: attempt.handedInAt ?? attempt.endsAt,
        }];
      });
      return {
        submissions: submissions.toSorted((one, other) => Number(one.marked) - Number(other.marked) || one.at - other.at),
        answers: answers.toSorted((one, other) => one.at - other.at),
      };
    },

    submission: async (call) => {
      const seat = editionSeat(call);
      const found = toBeMarked(seat, call.params['submission']);
      const handed = { ...found, staged: [] };
      return view(courseOf(base, seat.edition), found.assignment, call.query.language, handed, false);
    },

    markSubmission: async (call) => {
      const seat = editionSeat(call);
      const found = toBeMarked(seat, call.params['submission']);
      const { version, points, remark } = call.body;
      const { rubric } = assignmentOf(courseOf(base, seat.edition), found.assignment).assignment;
      const fits = rubric.criteria.length === Object.keys(points).length && rubric.criteria.every(({ id, levels }) => levels.some((level) => level.points === points[id]));
      if (!fits) throw new RefusalError('mark.points');
      const share = Object.values(points).reduce((sum, one) => sum + one, 0) / rubric.criteria.reduce((sum, one) => sum + one.points, 0);
      await register.submissions.update(found.id, (one) => {
        if (one.versions.at(-1)?.number !== version) throw new RefusalError('submission.stale');
        return { ...one, marking: { version, points, remark, share, passed: share + 1e-9 >= rubric.pass, by: seat.person.id, at: now() } };
      });
      return { done: true };
    },
  };

  function view(course: Course, id: string, wanted: TrainingLanguage | undefined, submission: Submission | undefined, mayHandIn: boolean): AssignmentView {
    const { module, assignment } = assignmentOf(course, id);
    const languages = languagesOf(course, assignment);
    const language = spokenIn(wanted ?? languages[0] ?? 'en', languages);
    const { en, fr, zh } = assignment.heads;
    const head = ({ title, summary }: typeof en) => ({ title, summary });
    const marking = submission?.marking;
    return {
      id, module: module.id, folder: module.folder, course: course.id, heads: { en: head(en), fr: head(fr), zh: head(zh) }, minutes: en.minutes,
      body: assignment.bodies[language] ?? '', language, languages, rubric: assignment.rubric, mayHandIn: mayHandIn && !marking?.passed,
      ...(submission ? {
        submission: {
          id: submission.id, name: nameOf(submission.person), staged: submission.staged, versions: submission.versions,
          ...(marking ? { marking: { ...marking, by: nameOf(marking.by) } } : {}),
        },
      } : {}),
    };
  }
}

function assignmentOf(course: Course, id: string): { readonly module: Course['modules'][number]; readonly assignment: Assignment } {
  const module = moduleWith(course, 'assignment', id);
  const assignment = module?.assignments[id];
  if (!module || !assignment) throw new RefusalError('assignment.absent');
  return { module, assignment };
}

function filesOf({ staged, versions }: Submission): Submission['staged'] {
  return [...staged, ...versions.flatMap(({ files }) => files)];
}
