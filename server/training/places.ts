import { RefusalError } from '../../protocol/errors.ts';
import type { Edition, Enrolment } from '../../protocol/training/records.ts';
import { participantIdOf } from '../identity/caller.ts';
import { invitedDrafts } from '../sessions/schedule.ts';
import type { Base } from './base.ts';
import { liveOf } from './base.ts';
import { editionOf, enrolledIn, enrolmentId } from './register.ts';

/**
 * Gives places in an edition, in the order in which people came; who finds none waits. Alone among the writes of enrolments, so that the
 * last place is given once. Answers the enrolments as they are now.
 */
export async function enrol(base: Base, edition: string, people: readonly { readonly id: string; readonly administration: string }[], by: string): Promise<readonly Enrolment[]> {
  const { register, now } = base;
  const done = await register.enrolments.exclusive(async () => {
    const { places, endsAt } = editionOf(register, edition);
    if (now() > endsAt) throw new RefusalError('edition.notNow', 'over');
    let taken = enrolledIn(register, edition, 'enrolled').length;
    const at = now();
    const records = people.map((person, index): Enrolment => {
      const id = enrolmentId(edition, person.id);
      const before = register.enrolments.get(id);
      if (before && before.state !== 'left') return before;
      const state = taken < places && enrolledIn(register, edition, 'waiting').length === 0 ? 'enrolled' : 'waiting';
      if (state === 'enrolled') taken += 1;
      // Whoever comes back finds what they had read.
      return { id, edition, person: person.id, administration: person.administration, state, at: at + index / 1000, by, lessons: before?.lessons ?? {} };
    });
    await register.enrolments.put(...records);
    return records;
  });
  await seatInClasses(base, editionOf(register, edition));
  return done;
}

/** Somebody gives up their place or stops waiting. */
export async function leave(base: Base, edition: string, person: string): Promise<void> {
  const { register } = base;
  await register.enrolments.exclusive(async () => {
    const before = register.enrolments.get(enrolmentId(edition, person));
    if (!before || before.state === 'left') return;
    await register.enrolments.update(before.id, (one) => ({ ...one, state: 'left' }));
  });
  await moveUp(base, edition);
}

/** Who waits longest gets the places that are free. */
export async function moveUp(base: Base, edition: string): Promise<void> {
  const { register } = base;
  await register.enrolments.exclusive(async () => {
    const free = editionOf(register, edition).places - enrolledIn(register, edition, 'enrolled').length;
    const next = enrolledIn(register, edition, 'waiting').slice(0, Math.max(0, free));
    if (next.length > 0) await register.enrolments.put(...next.map((one): Enrolment => ({ ...one, state: 'enrolled' })));
  });
  await seatInClasses(base, editionOf(register, edition));
}

/** Whoever has a place has a seat in the classes that are scheduled. */
async function seatInClasses({ register, host, people, log }: Base, edition: Edition): Promise<void> {
  const enrolled = enrolledIn(register, edition.id, 'enrolled');
  for (const session of Object.values(edition.classes)) {
    const live = await liveOf(host, session);
    if (!live || live.state.session.phase === 'ended') continue;
    const missing = enrolled.filter(({ person }) => !live.state.participants[participantIdOf(person)] && people.person(person));
    if (missing.length === 0) continue;
    const done = await live.record(...invitedDrafts(missing.map(({ person }) => ({ person, role: 'trainee' })), 'class', people));
    if (!done.ok) log.warn({ session, code: done.error.code }, 'trainees could not be put on the list of a class');
  }
}
