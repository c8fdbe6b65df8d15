import type { Edition } from '../../../protocol/training/records.ts';
import type { Identity } from '../../identity/identity.ts';
import { demoId, isDemoId } from '../../identity/records.ts';
import type { Base } from '../../training/base.ts';
import { issue } from '../../training/certificates.ts';
import { EAST, WEST } from '../people.ts';
import { workThrough } from './work.ts';

export interface TrainingStage {
  readonly base: Base;
  readonly identity: Pick<Identity, 'demo' | 'person' | 'onDemoEnded'>;
  /** The session of the kind `class` that the demonstration has now. */
  readonly session: string | undefined;
  /** What certificates point to. */
  readonly address: string;
}

const COURSE = 'introduction';
const EDITION = demoId('introduction-2026');
const WEEK_MS = 7 * 24 * 3_600_000;

/**
 * The training base of the demonstration: an edition that has run for three weeks, with trainees at different points, marks that wait, and a
 * certificate. Done once; at later starts the class alone is brought up to date.
 */
export async function showTraining(stage: TrainingStage): Promise<void> {
  try {
    await show(stage);
  } catch (error) {
    // A demonstration without it is still worth showing.
    stage.base.log.warn({ err: error }, 'the training base of the demonstration could not be filled');
  }
}

async function show({ base, identity, session, address }: TrainingStage): Promise<void> {
  const { register, library, log } = base;
  const removeAll = (): Promise<void> => removeDemo(base);
  if (!identity.demo) return removeAll();
  identity.onDemoEnded(removeAll);
  const course = library.course(COURSE);
  if (!course) return log.warn({ course: COURSE }, 'the course of the demonstration is not offered');
  if (!register.editions.has(EDITION)) {
    const now = base.now();
    const startsAt = now - 3 * WEEK_MS;
    const by = demoId('amina');
    await register.appointments.put(...([['amina', 'trainer', WEST], ['lin', 'coordinator', EAST], ['claire', 'coordinator', WEST]] as const).map(([who, role, administration]) =>
      ({ id: `${demoId(who)}.${role}`, person: demoId(who), role, administration, by: demoId('ingrid'), at: startsAt - WEEK_MS })));
    const edition: Edition = {
      id: EDITION, course: COURSE, administration: WEST, name: '2026/1', startsAt, endsAt: now + 5 * WEEK_MS, zone: 'Europe/Zurich', places: 12, enrolment: 'self',
      tutors: [demoId('nour'), demoId('zhou')], due: Object.fromEntries(course.modules.map(({ id }, index) => [id, startsAt + (index + 2) * WEEK_MS])), classes: {},
      createdBy: by, createdAt: startsAt - WEEK_MS,
    };
    await register.editions.put(edition);
    // One is through, one is in the middle, one is late, one has not begun.
    await workThrough(base, edition, { person: demoId('chen'), administration: EAST, modules: course.modules.length, days: 20, quality: 0.9, isMarked: true });
    await workThrough(base, edition, { person: demoId('juerg'), administration: WEST, modules: 2, days: 16, quality: 0.8, isMarked: false });
    await workThrough(base, edition, { person: demoId('zhao'), administration: EAST, modules: 0, days: 12, quality: 0.4, isMarked: false });
    await workThrough(base, edition, { person: demoId('wu'), administration: EAST, modules: -1, days: 1, quality: 0, isMarked: false });
    const chen = identity.person(demoId('chen'));
    if (chen) await issue(base, edition, chen, address);
  }
  const item = course.modules[0]?.items.find((one) => 'class' in one);
  if (session !== undefined && item && 'class' in item) {
    await register.editions.update(EDITION, (one) => ({ ...one, classes: { ...one.classes, [item.class]: session } }));
  }
}

async function removeDemo({ register }: Base): Promise<void> {
  const { appointments, editions, enrolments, attempts, submissions, certificates, reminders } = register;
  await appointments.remove(...[...appointments.all()].filter(({ person }) => isDemoId(person)).map(({ id }) => id));
  for (const all of [enrolments, attempts, submissions, certificates, reminders]) {
    await all.remove(...[...all.all()].filter(({ edition }) => isDemoId(edition) || editions.get(edition) && isDemoId(editions.get(edition)!.administration)).map(({ id }) => id));
  }
  await editions.remove(...[...editions.all()].filter(({ administration }) => isDemoId(administration)).map(({ id }) => id));
}
