import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { sides } from '../../protocol/ceremony/ceremony.ts';
import type { Ceremony, Copy } from '../../protocol/ceremony/ceremony.ts';
import { ownerOf } from '../../protocol/ceremony/places.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { printLanguages } from '../criteria.ts';
import type { PrintLanguage } from '../criteria.ts';
import type { Block, OfficialDocument } from '../pdf/document.ts';
import { printLocales } from '../pdf/wording.ts';
import type { LogHead } from '../store/store.ts';
import { languageNames } from './copies/fill.ts';

const words = z.object({
  title: z.string(), subtitle: z.string(), status: z.string(), statusText: z.string(), page: z.string(), sides: z.string(), side: z.string(), signatory: z.string(), witness: z.string(),
  copy: z.string(), keptBy: z.string(), languages: z.string(), original: z.string(), final: z.string(), signatures: z.string(), by: z.string(), place: z.string(), at: z.string(),
  certificate: z.string(), key: z.object({ issued: z.string(), own: z.string() }), record: z.string(), session: z.string(), began: z.string(), entries: z.string(), head: z.string(), note: z.string(),
});
type Words = z.infer<typeof words>;

/** The language of the record: the first of the session's that there are words in. */
function recordLanguage({ session }: SessionState): PrintLanguage {
  return session.languages.flatMap((tag) => printLanguages.filter((one) => one === tag.split('-')[0]))[0] ?? 'en';
}

/** What took place: who signed what and when, and up to which line of the log this tells. */
export function recordDocument(state: SessionState, head: LogHead): OfficialDocument {
  const language = recordLanguage(state);
  const say = words.parse(JSON.parse(readFileSync(fileURLToPath(new URL(`../../content/ceremony/record.${language}.json`, import.meta.url)), 'utf8')));
  const { session, ceremony } = state;
  const moment = (at: number): string => new Intl.DateTimeFormat(printLocales[language], {
    dateStyle: 'long', timeStyle: 'medium', timeZone: session.zone, hourCycle: 'h23',
  }).format(at);
  return {
    language, title: say.title, subtitle: session.title, author: nameOf(state, 'a'), status: say.status, isFinal: true, statusText: say.statusText,
    foot: `SHA-256 ${head.hash.slice(0, 16)}…`, pageText: say.page,
    blocks: [
      { kind: 'heading', level: 1, text: say.sides },
      { kind: 'pairs', rows: sides.map((side) => ({ label: `${say.side} ${side.toUpperCase()}`, value: people(state, side, say) })) },
      ...sides.flatMap((side) => copyBlocks(state, ceremony.copies[side], { say, language, moment })),
      { kind: 'heading', level: 1, text: say.record },
      {
        kind: 'pairs', rows: [
          { label: say.session, value: session.title }, { label: say.began, value: session.startedAt === undefined ? '' : `${moment(session.startedAt)} (${session.zone})` },
          { label: say.entries, value: String(head.seq) }, { label: say.head, value: head.hash, exact: true },
        ],
      },
      { kind: 'remark', text: say.note },
    ],
  };
}

interface Telling {
  readonly say: Words;
  readonly language: PrintLanguage;
  readonly moment: (at: number) => string;
}

function copyBlocks(state: SessionState, copy: Copy | undefined, { say, language, moment }: Telling): readonly Block[] {
  if (!copy) return [];
  return [
    { kind: 'heading', level: 1, text: `${say.copy} ${copy.side.toUpperCase()}` },
    {
      kind: 'pairs', rows: [
        { label: say.keptBy, value: nameOf(state, copy.side) }, { label: say.languages, value: languageNames(copy.languages, language) },
        { label: say.original, value: copy.original, exact: true }, { label: say.final, value: copy.file, exact: true },
      ],
    },
    {
      kind: 'table', whole: true, columns: [{ title: say.by, share: 3 }, { title: say.place, share: 2 }, { title: `${say.at} (${state.session.zone})`, share: 3 }, { title: say.certificate, share: 4 }],
      rows: copy.signatures.map((one) => {
        const { side, as } = ownerOf(one.place);
        return [one.name, `${as === 'signatory' ? say.signatory : say.witness} ${side.toUpperCase()}`, moment(one.at), `${say.key[one.key]}\nSHA-256 ${inGroups(one.certificate)}`];
      }),
    },
  ];
}

/** A hash that a narrow column can break. */
function inGroups(hash: string): string {
  return (hash.match(/.{8}/gu) ?? []).join(' ');
}

function people(state: SessionState, side: 'a' | 'b', say: Words): string {
  const one = state.ceremony.sides[side];
  const line = (label: string, id: string | undefined, title: string): readonly string[] => {
    const name = id === undefined ? undefined : state.participants[id]?.name;
    return name === undefined ? [] : [`${label}: ${name}${title === '' ? '' : `, ${title}`}`];
  };
  return [nameOf(state, side), ...line(say.signatory, one?.signatory, one?.signatoryTitle ?? ''), ...line(say.witness, one?.witness, one?.witnessTitle ?? '')].join('\n');
}

function nameOf({ ceremony, participants }: Pick<SessionState, 'participants'> & { readonly ceremony: Ceremony }, side: 'a' | 'b'): string {
  const administration = ceremony.sides[side]?.administration;
  return Object.values(participants).find((one) => one.administration === administration)?.administrationName ?? '';
}
