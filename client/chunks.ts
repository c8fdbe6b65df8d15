import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

type Name = Exclude<Rolldown.CodeSplittingGroup['name'], string>;
type Context = Parameters<Name>[1];

const TEXTS = /\/i18n\/(\w+)\/(common|errors|kinds|zones|prejoin|room)\.json$/;
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const ROUTES = here('app/AppRoutes.tsx');
/** Inside is fetched while somebody is before the door. */
const ROOM = [here('room/RoomPage.tsx'), here('room/screens/Inside.tsx')];

/**
 * What everybody loads on the way into a room, in few files: one file packs far better than the dozens in which the
 * bundler would put what screens share, and asks the server once. What is opened later (panels, dialogs, decks) and
 * what is for one page alone stays in files of its own.
 */
export const codeSplitting: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'base', tags: ['$initial'], priority: 4 },
    { name: texts, priority: 3 },
    { name: onTheWayIn('shared', (id, { room, pages }) => room.has(id) && pages.has(id)), priority: 2 },
    { name: onTheWayIn('room', (id, { room }) => room.has(id)), priority: 1 },
  ],
};

/** Of each language one file for any screen and one for the room. */
function texts(id: string): string | null {
  const [, language, namespace] = TEXTS.exec(id) ?? [];
  if (language === undefined) return null;
  return `${language}-${namespace === 'prejoin' || namespace === 'room' ? 'room' : 'base'}`;
}

interface Reached {
  readonly room: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
}

let reached: Reached | undefined;

function onTheWayIn(name: string, test: (id: string, reached: Reached) => boolean): Name {
  return (id, context) => {
    reached ??= { room: reach(ROOM, context), pages: reach(pages(context), context) };
    return test(id, reached) ? name : null;
  };
}

function pages(context: Context): string[] {
  return context.getModuleInfo(ROUTES)?.dynamicallyImportedIds.filter((id) => !ROOM.includes(id)) ?? [];
}

/** Everything that these modules import, and what that imports, but not what is fetched later. */
function reach(from: readonly string[], context: Context): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...context.getModuleInfo(id)?.importedIds ?? []);
  }
  return found;
}
