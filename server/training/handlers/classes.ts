import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RefusalError } from '../../../protocol/errors.ts';
import type { Course, Module } from '../../../protocol/training/model.ts';
import { moduleWith } from '../../../protocol/training/model.ts';
import type { Edition } from '../../../protocol/training/records.ts';
import { trainingLanguages } from '../../../protocol/training/texts.ts';
import type { RouteHandlers } from '../../http/call.ts';
import type { LiveSession } from '../../live/session.ts';
import { courseOf, liveOf } from '../base.ts';
import type { Base } from '../base.ts';
import { printDeck } from '../deckPrint.ts';
import { sendPdf } from '../../pdf/answer.ts';
import { editionOf, enrolledIn } from '../register.ts';
import { editionSeat } from '../seat.ts';

export function classHandlers(base: Base): RouteHandlers<'scheduleClass' | 'moduleDeck'> {
  return {
    scheduleClass: async (call) => {
      const { edition, person } = editionSeat(call);
      const { startsAt, endsAt } = call.body;
      const live = await scheduleClass(base, edition, { id: call.params['class'] ?? '', trainer: person.id, startsAt, endsAt });
      return { session: live.id };
    },

    moduleDeck: async (call) => {
      const { edition } = editionSeat(call);
      const module = courseOf(base, edition).modules.find(({ id }) => id === call.params['module']);
      if (!module?.deck) throw new RefusalError('deck.absent');
      const language = call.query.language ?? 'en';
      const pdf = await printDeck(base.library, module, language);
      sendPdf(call.response, module.deck.title[language], pdf, { maxAge: 3_600 });
    },
  };
}

interface PlannedClass {
  readonly id: string;
  readonly trainer: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** For the demonstration, whose sessions bear its mark. */
  readonly session?: string;
}

/** A session of the kind `class` for everybody who has a place, with the deck of its module in every language. Throws class.absent, class.scheduled, time.order. */
async function scheduleClass(base: Base, { id: editionId }: Edition, planned: PlannedClass): Promise<LiveSession> {
  const { register, people } = base;
  return register.editions.exclusive(async () => {
    const edition = editionOf(register, editionId);
    const course = courseOf(base, edition);
    const module = moduleWith(course, 'class', planned.id);
    const item = module?.items.find((one) => 'class' in one && one.class === planned.id);
    if (!module || !item || !('class' in item)) throw new RefusalError('class.absent');
    const before = edition.classes[planned.id];
    // One that was ended before anybody began it is free to be held again.
    const held = before === undefined ? undefined : await liveOf(base.host, before);
    if (held && !(held.state.session.phase === 'ended' && held.state.session.startedAt === undefined)) throw new RefusalError('class.scheduled');
    const live = await base.schedule({
      kind: 'class', title: `${item.title.en} · ${edition.name}`.slice(0, 160), languages: [...course.languages], startsAt: planned.startsAt, endsAt: planned.endsAt, zone: edition.zone,
      lobby: false, administration: edition.administration, createdBy: planned.trainer, ...(planned.session === undefined ? {} : { id: planned.session }),
      participants: [
        ...edition.tutors.map((person) => ({ person, role: 'tutor' })),
        ...enrolledIn(register, edition.id, 'enrolled').map(({ person }) => ({ person, role: 'trainee' })),
      ].filter(({ person }) => people.person(person)?.state !== undefined && people.person(person)?.state !== 'disabled'),
    });
    await register.editions.update(edition.id, (one) => ({ ...one, classes: { ...one.classes, [planned.id]: live.id } }));
    // The pages take a while to print, and the class exists without them.
    void bringDeck(base, live, course, module);
    return live;
  });
}

async function bringDeck({ library, attachDeck, log }: Base, live: LiveSession, course: Course, module: Module): Promise<void> {
  if (!module.deck) return;
  const directory = await mkdtemp(join(tmpdir(), 'gangway-deck-'));
  try {
    let deck: string | undefined;
    const languages = [...new Set([...course.languages, ...trainingLanguages])];
    for (const language of languages) {
      const path = join(directory, `${language}.pdf`);
      await writeFile(path, await printDeck(library, module, language));
      deck = await attachDeck(live, { title: module.deck.title[course.languages[0] ?? 'en'], language, path, ...(deck === undefined ? {} : { deck }) });
    }
  } catch (error) {
    log.warn({ err: error, session: live.id }, 'the deck of a class could not be printed');
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
