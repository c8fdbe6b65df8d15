import type { RouteName } from '../../protocol/routes/table.ts';
import type { trainingPaths } from '../../protocol/training/paths.ts';
import type { RouteHandlers } from '../http/call.ts';
import type { Gate } from '../http/gates.ts';
import type { Base } from './base.ts';
import { assignmentHandlers } from './handlers/assignments.ts';
import { authoringHandlers } from './handlers/authoring.ts';
import { certificateHandlers } from './handlers/certificates.ts';
import { classHandlers } from './handlers/classes.ts';
import { editionHandlers } from './handlers/editions.ts';
import { lessonHandlers } from './handlers/lessons.ts';
import { peopleHandlers } from './handlers/people.ts';
import { quizHandlers } from './handlers/quizzes.ts';
import { staffHandlers } from './handlers/staff.ts';
import { Library, SHIPPED_CONTENT } from './library.ts';
import { openRegister } from './register.ts';
import { admitToTraining } from './seat.ts';

export interface TrainingOptions extends Omit<Base, 'register' | 'library' | 'now'> {
  /** Where courses are authored as files; absent: those that ship. */
  readonly directory?: string | undefined;
}

/** Courses, editions, attempts, hand-ins, certificates. */
export interface Training {
  readonly base: Base;
  readonly handlers: RouteHandlers<Extract<RouteName, keyof typeof trainingPaths>>;
  readonly admit: Gate<'training'>;
}

export async function openTraining({ directory = SHIPPED_CONTENT, ...options }: TrainingOptions): Promise<Training> {
  const register = await openRegister(options.store);
  const library = await Library.open(directory, register.drafts);
  for (const { file, line, message } of library.faults) options.log.warn({ file, line, message }, 'a file of a course is wrong; its course is not offered');
  const base: Base = { ...options, register, library, now: Date.now };
  return {
    base,
    handlers: {
      ...editionHandlers(base), ...lessonHandlers(base), ...quizHandlers(base), ...assignmentHandlers(base), ...peopleHandlers(base),
      ...classHandlers(base), ...certificateHandlers(base), ...staffHandlers(base), ...authoringHandlers(base),
    },
    admit: (caller, ability, params) => admitToTraining(base, caller, ability, params),
  };
}
