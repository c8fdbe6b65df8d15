import { RefusalError } from '../../../protocol/errors.ts';
import { firstPlaceOf, isRightToLeft, languagesOf, otherSide } from '../../../protocol/ceremony/ceremony.ts';
import type { Ceremony, CeremonySide, Side } from '../../../protocol/ceremony/ceremony.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { PrintJob } from '../../pdf/print.ts';
import { arrangement } from '../content.ts';
import { capitalised, fillIn, templateLanguage } from './fill.ts';

interface Part {
  readonly language: string;
  readonly rtl: boolean;
  /** Which order of typefaces its script needs. */
  readonly face: string;
  readonly text: string;
}

function part(language: string, text: string): Part {
  return { language: language.split('-')[0]!, rtl: isRightToLeft(language), face: language.split('-')[0]!, text };
}

/** Between a name and a title. */
const commas: Readonly<Record<string, string>> = { zh: '，', ar: '، ' };

/** The page that stands before the places, in the languages that the platform itself speaks; another one reads it in English. */
const signaturePage: Readonly<Record<string, string>> = { en: 'Signatures', fr: 'Signatures', zh: '签署页', ar: 'صفحة التوقيع' };

/**
 * A copy as a document to print: the text in the languages of both sides beside each other, a third one after them, and the page with the
 * places. `isWhole`: with the template's text; else the page alone, which is put behind texts that were uploaded.
 */
export function copyPrint(state: SessionState, copy: Side, { isWhole, madeAt }: { readonly isWhole: boolean; readonly madeAt: number }): PrintJob {
  const { ceremony, session } = state;
  const languages = languagesOf(ceremony, copy);
  const first = languages[0]!;
  const own = new Set([ceremony.sides.a?.language, ceremony.sides.b?.language]);
  const columns = isWhole ? languages.filter((language) => own.has(language)) : [];
  const after = isWhole ? languages.filter((one) => !columns.includes(one)) : [];
  const texts = new Map(languages.map((language) => [language, isWhole ? fillIn(ceremony, copy, language) : []]));
  const clauses = (texts.get(columns[0] ?? '') ?? []).filter(({ id }) => id !== 'signature');
  const rows = clauses.map((_clause, index) => ({
    cells: columns.map((language) => ({ ...part(language, texts.get(language)![index]!.text), heading: texts.get(language)![index]!.heading })),
  }));
  const firstPlace = firstPlaceOf(ceremony, copy);
  const [left, right] = firstPlace === 'left' ? [copy, otherSide(copy)] : [otherSide(copy), copy];
  const data = {
    title: isWhole ? texts.get(first)![0]!.text : session.title, author: session.title,
    language: part(first, '').language, rtl: ceremony.options.mirror && isRightToLeft(first), face: part(first, '').face,
    rows, heading: part(first, signaturePage[part(first, '').language] ?? signaturePage['en']!),
    after: after.map((language) => afterPart(language, texts.get(language)!)),
    notice: isWhole ? part(first, arrangement().notice[templateLanguage(first)]) : null,
    signed: isWhole ? languages.map((language) => part(language, texts.get(language)!.at(-1)!.text.split('\n')[0]!)) : [],
    foot: part(first, session.title),
    left: blocks(state, left, languages), right: blocks(state, right, languages),
  };
  return { template: '#import "/copy.typ": copy\n#copy(json("/data.json"))\n', data, pictures: [], madeAt };
}

function afterPart(language: string, clauses: ReturnType<typeof fillIn>) {
  const [title, ...rest] = clauses.filter(({ id }) => id !== 'signature');
  return { title: part(language, title!.text), clauses: rest.map((one) => ({ ...part(language, one.text), heading: one.heading })) };
}

/** Whose place this is: the administration, the person and the title, in the languages of the copy where they are given. */
function blocks({ ceremony, participants }: SessionState, side: Side, languages: readonly string[]) {
  const one = ceremony.sides[side];
  if (!one) throw new RefusalError('ceremony.incomplete', `side ${side}`);
  const named = (as: 'signatory' | 'witness') => {
    const id = one[as];
    const name = id === undefined ? undefined : participants[id]?.name;
    if (name === undefined) return null;
    const given = as === 'signatory' ? languages.flatMap((language) => textOf(ceremony, side, 'signatory', language)) : [];
    const title = one[`${as}Title`];
    const lines = [
      ...languages.flatMap((language) => textOf(ceremony, side, 'administration', language)).map((text) => ({ ...text, strong: true })),
      ...(given.length > 0 ? given : [part(one.language, title === '' ? name : `${name}${commas[part(one.language, '').language] ?? ', '}${title}`)]).map((text) => ({ ...text, strong: false })),
    ];
    return { lines: lines.some(({ strong }) => strong) ? lines : [{ ...part(one.language, administrationOf(one, participants)), strong: true }, ...lines] };
  };
  const signatory = named('signatory');
  if (!signatory) throw new RefusalError('ceremony.incomplete', `signatory ${side}`);
  return { signatory, witness: named('witness') };
}

function textOf(ceremony: Ceremony, side: Side, key: 'administration' | 'signatory', language: string): readonly Part[] {
  const values = ceremony.values[side][key] ?? {};
  const text = values[language] ?? values[language.split('-')[0]!];
  return text === undefined ? [] : [part(language, capitalised(text, language))];
}

function administrationOf({ administration }: CeremonySide, participants: SessionState['participants']): string {
  return Object.values(participants).find((one) => one.administration === administration)?.administrationName ?? administration;
}
