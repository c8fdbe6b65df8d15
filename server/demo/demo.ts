import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { kindName } from '../../protocol/fields.ts';
import { kinds } from '../../protocol/kinds.ts';
import type { KindName } from '../../protocol/kinds.ts';
import type { Identity } from '../identity/identity.ts';
import { demoId, isDemoId } from '../identity/records.ts';
import type { Log } from '../log.ts';
import type { Collection, Store } from '../store/store.ts';
import { demoAdministrations, demoPeople } from './people.ts';
import { demoPlans } from './sessions.ts';
import type { DemoSession } from './sessions.ts';

export interface DeckFile {
  readonly title: string;
  readonly language: string;
  readonly path: string;
  /** Given for a further language version. */
  readonly deck?: string;
}

export interface DemoOptions<S> {
  readonly store: Store;
  readonly identity: Pick<Identity, 'demo' | 'person' | 'putDemo' | 'onDemoEnded'>;
  readonly schedule: (draft: DemoSession) => Promise<S>;
  /** Ends for good all sessions that fit and have not ended. */
  readonly end: (fits: (session: { readonly id: string; readonly administration: string }) => boolean) => Promise<void>;
  /** Answers the deck's id. */
  readonly attachDeck: (session: S, file: DeckFile) => Promise<string>;
  /** Fills a session of a kind with something to look at; ms since the epoch. */
  readonly fill: Readonly<Partial<Record<KindName, (session: S, now: number) => Promise<void>>>>;
  /** The case of the demonstration knows the sessions that stand for other kinds. */
  readonly link?: (file: string, session: string) => Promise<void>;
  readonly log: Log;
  /** ms since the epoch; for tests. */
  readonly now?: () => number;
}

/** The session that stands for a kind in the demonstration, until it is over. */
const standing = z.object({ id: kindName, session: z.string(), endsAt: z.number() });

/** A standing session gets no successor; a year that nobody will see (ms). */
const FOR_GOOD = Date.UTC(2100);
const DECK_TITLE = 'The AEO programme at a glance';
const DECK_LANGUAGES = ['en', 'fr', 'zh'] as const;

export function demoDeckPath(language: (typeof DECK_LANGUAGES)[number]): string {
  return fileURLToPath(new URL(`../../content/demo/aeo-at-a-glance/${language}.pdf`, import.meta.url));
}

/**
 * Makes what the demonstration shows: two administrations, people for every role, a session of each kind. Done at every
 * start; what stands already is left alone, and a session whose time is over gets a successor. Where the demonstration
 * is off, and when it ends, its sessions end. Answers which session stands for each kind.
 */
export async function prepareDemo<S>(options: DemoOptions<S>): Promise<ReadonlyMap<KindName, string>> {
  const { store, identity, schedule, end, log, now = Date.now } = options;
  const stands = await store.collection('demonstration', standing);
  const endAll = async (): Promise<void> => {
    await end(({ administration }) => isDemoId(administration));
    await stands.remove(...[...stands.all()].map(({ id }) => id));
  };
  if (!identity.demo) {
    await endAll().catch((error: unknown) => log.warn({ err: error }, 'a session of the demonstration could not be ended'));
    return new Map();
  }
  identity.onDemoEnded(endAll);

  const missing = demoPlans(now()).filter(({ kind }) => (stands.get(kind)?.endsAt ?? 0) <= now());
  if (missing.length > 0 || demoPeople.some(({ id }) => identity.person(id) === undefined)) {
    await identity.putDemo(demoAdministrations, demoPeople);
  }
  for (const { hasDeck, ...plan } of missing) {
    const before = stands.get(plan.kind)?.session;
    if (before !== undefined) await end(({ id }) => id === before);
    const id = demoId(`${plan.kind}-${randomUUID().slice(0, 8)}`);
    const session = await schedule({ ...plan, id });
    await stands.put({ id: plan.kind, session: id, endsAt: kinds[plan.kind].standing ? FOR_GOOD : plan.endsAt });
    if (hasDeck) await attach(session, options);
    await show(plan.kind, session, now(), options);
  }
  await linkAll(stands, options);
  return new Map([...stands.all()].map(({ id, session }) => [id, session]));
}

/** A session without its deck is still worth showing. */
async function attach<S>(session: S, { attachDeck, log }: DemoOptions<S>): Promise<void> {
  try {
    let deck: string | undefined;
    for (const language of DECK_LANGUAGES) {
      deck = await attachDeck(session, { title: DECK_TITLE, language, path: demoDeckPath(language), ...(deck === undefined ? {} : { deck }) });
    }
  } catch (error) {
    log.warn({ err: error }, 'the deck of the demonstration could not be attached');
  }
}

/** The same of a visit or a case that could not be filled. */
async function show<S>(kind: KindName, session: S, now: number, { fill, log }: DemoOptions<S>): Promise<void> {
  try {
    await fill[kind]?.(session, now);
  } catch (error) {
    log.warn({ err: error, kind }, 'a session of the demonstration could not be filled');
  }
}

/** The case goes on, while the sessions that serve it get successors. */
async function linkAll<S>(stands: Collection<z.infer<typeof standing>>, { link, log }: DemoOptions<S>): Promise<void> {
  const file = stands.get('case')?.session;
  if (file === undefined || !link) return;
  for (const kind of ['observation', 'assessment'] as const) {
    const session = stands.get(kind)?.session;
    if (session === undefined) continue;
    await link(file, session).catch((error: unknown) => log.warn({ err: error }, 'a session of the demonstration could not be linked to its case'));
  }
}
