import type { SessionEvent } from '../live/event.ts';
import type { AdministrationId, ParticipantId } from '../live/ids.ts';
import type { PlaceId } from './places.ts';

/** The two administrations that sign, in the order in which they were named; each keeps a copy, which bears its letter. */
export const sides = ['a', 'b'] as const;
export type Side = (typeof sides)[number];

/** Words by language (BCP 47). */
export type Worded = Readonly<Record<string, string>>;

export interface CeremonySide {
  readonly administration: AdministrationId;
  /** ISO 3166-1 alpha-2; shown as letters in a plain plate. */
  readonly country: string;
  /** The side's own language: the first one on the copy that it keeps. */
  readonly language: string;
  readonly signatory?: ParticipantId;
  readonly witness?: ParticipantId;
  /** As it stands in a certificate and on the stage. */
  readonly signatoryTitle: string;
  readonly witnessTitle: string;
}

/** What the template is filled in with: of each side, and of both together. Keys are the template's placeholders. */
export interface Values {
  readonly a: Readonly<Record<string, Worded>>;
  readonly b: Readonly<Record<string, Worded>>;
  readonly joint: Readonly<Record<string, Worded>>;
}

interface CeremonyOptions {
  /** template: the text in content/assessment, filled in; upload: a PDF for each copy and language. */
  readonly source: 'template' | 'upload';
  /** A language that is neither side's own and stands after both. */
  readonly third: string | null;
  /** On a copy that begins with a language written from right to left the first place is on the right. */
  readonly mirror: boolean;
}

/** A text that somebody uploaded for a copy. */
interface UploadedText {
  readonly file: string;
  readonly bytes: number;
  readonly pages: number;
}

interface Signature {
  readonly place: PlaceId;
  readonly by: ParticipantId;
  readonly name: string;
  readonly at: number;
  /** SHA-256 of the certificate. */
  readonly certificate: string;
  /** Issued for this ceremony, or the signatory's own. */
  readonly key: 'issued' | 'own';
  /** SHA-256 of the copy with this signature. */
  readonly file: string;
}

/** The copy that one side keeps: made once, signed at its end from then on. */
export interface Copy {
  readonly side: Side;
  /** SHA-256 before anybody signed, and now. */
  readonly original: string;
  readonly file: string;
  readonly bytes: number;
  readonly pages: number;
  /** In the order of this copy. */
  readonly languages: readonly string[];
  /** Where the keeping side signs. */
  readonly firstPlace: 'left' | 'right';
  readonly signatures: readonly Signature[];
}

export interface Step {
  readonly id: string;
  /** What is seen to before and after; absent: the ceremony itself passes through it. */
  readonly part?: 'before' | 'after';
  readonly title: Worded;
  /** Who acts. */
  readonly who?: Worded;
  readonly minutes: number;
  /** What whoever prepares or leads has to think of. */
  readonly note?: Worded;
}

/** The record of the ceremony, sealed by the installation. */
interface SealedRecord {
  readonly file: string;
  readonly bytes: number;
  readonly at: number;
  /** The last line of the log that it tells of. */
  readonly head: { readonly seq: number; readonly hash: string };
}

export interface Ceremony {
  readonly sides: Readonly<Partial<Record<Side, CeremonySide>>>;
  readonly options: CeremonyOptions;
  readonly values: Values;
  readonly texts: Readonly<Record<Side, Readonly<Record<string, UploadedText>>>>;
  readonly copies: Readonly<Partial<Record<Side, Copy>>>;
  readonly steps: readonly Step[];
  /** The step that the ceremony is at. */
  readonly step?: string;
  readonly record?: SealedRecord;
}

export interface CeremonyEvents {
  'ceremony.sideSet': CeremonySide & { side: Side };
  'ceremony.optionsSet': CeremonyOptions;
  'ceremony.filledIn': { of: Side | 'joint'; values: Readonly<Record<string, Worded>> };
  'ceremony.textUploaded': UploadedText & { copy: Side; language: string };
  'ceremony.ordered': { steps: readonly Step[] };
  'ceremony.stepped': { step: string | null };
  'ceremony.copied': { copies: readonly Omit<Copy, 'signatures' | 'original'>[] };
  'ceremony.signed': Omit<Signature, 'by' | 'at'> & { copy: Side; bytes: number };
  'ceremony.sealed': Omit<SealedRecord, 'at'>;
}

export const initialCeremony: Ceremony = {
  sides: {}, options: { source: 'template', third: null, mirror: true }, values: { a: {}, b: {}, joint: {} }, texts: { a: {}, b: {} }, copies: {}, steps: [],
};

export function reduceCeremony(all: Ceremony, event: SessionEvent): Ceremony {
  switch (event.type) {
    // What the copies are made of changed: they have to be made anew.
    case 'ceremony.sideSet': {
      const { side, ...data } = event.data;
      return { ...all, sides: { ...all.sides, [side]: data }, copies: {} };
    }
    case 'ceremony.optionsSet': return { ...all, options: event.data, copies: {} };
    case 'ceremony.filledIn': {
      const { of, values } = event.data;
      return { ...all, values: { ...all.values, [of]: { ...all.values[of], ...values } }, copies: {} };
    }
    case 'ceremony.textUploaded': {
      const { copy, language, ...text } = event.data;
      return { ...all, texts: { ...all.texts, [copy]: { ...all.texts[copy], [language]: text } }, copies: {} };
    }
    case 'ceremony.ordered': {
      const { step, ...rest } = all;
      const { steps } = event.data;
      return step !== undefined && steps.some(({ id }) => id === step) ? { ...all, steps } : { ...rest, steps };
    }
    case 'ceremony.stepped': {
      const { step: _before, ...rest } = all;
      return event.data.step === null ? rest : { ...rest, step: event.data.step };
    }
    case 'ceremony.copied': return {
      ...all, copies: Object.fromEntries(event.data.copies.map((one) => [one.side, { ...one, original: one.file, signatures: [] }])),
    };
    case 'ceremony.signed': {
      const { copy: side, bytes, ...signature } = event.data;
      const copy = all.copies[side];
      if (!copy) return all;
      const signed = { ...copy, file: signature.file, bytes, signatures: [...copy.signatures, { ...signature, by: event.actor, at: event.at }] };
      return { ...all, copies: { ...all.copies, [side]: signed } };
    }
    case 'ceremony.sealed': return { ...all, record: { ...event.data, at: event.at } };
    default: return all;
  }
}

/** The steps that everybody is led through, in order. */
export function stepsOnStage({ steps }: Pick<Ceremony, 'steps'>): readonly Step[] {
  return steps.filter(({ part }) => part === undefined);
}

/** From the first signature on nothing of what is signed may change. */
export function isFrozen({ copies }: Ceremony): boolean {
  return sides.some((side) => (copies[side]?.signatures.length ?? 0) > 0);
}

/** The languages of a copy in its order: its keeper's, the other side's, and the third. */
export function languagesOf({ sides: both, options }: Pick<Ceremony, 'sides' | 'options'>, copy: Side): readonly string[] {
  const order = [both[copy]?.language, both[otherSide(copy)]?.language, options.third ?? undefined];
  return [...new Set(order.filter((one): one is string => one !== undefined))];
}

export function otherSide(side: Side): Side {
  return side === 'a' ? 'b' : 'a';
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'dv', 'ps', 'sd', 'ug', 'yi']);

export function isRightToLeft(language: string): boolean {
  return rightToLeft.has(language.split('-')[0]!.toLowerCase());
}

/** Where the side that keeps a copy signs on it: first in the direction of its language, unless both sides want the left in any case. */
export function firstPlaceOf({ sides: both, options }: Pick<Ceremony, 'sides' | 'options'>, copy: Side): Copy['firstPlace'] {
  return options.mirror && isRightToLeft(both[copy]?.language ?? '') ? 'right' : 'left';
}
