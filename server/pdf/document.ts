import type { Ink } from '../../protocol/live/marks.ts';
import type { PrintJob } from './print.ts';

/** What a printed document is made of; typst/document.typ draws it. Every text is shown as it is and means nothing to Typst. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** Several paragraphs, as people type them. */
  | { readonly kind: 'prose'; readonly text: string }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'pairs'; readonly rows: readonly Pair[] }
  /** `whole`: its rows are short, and none is broken between two pages. */
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[]; readonly whole?: true }
  | { readonly kind: 'pictures'; readonly items: readonly PictureItem[] }
  /** Something with a grade: a finding, a result. */
  | { readonly kind: 'record'; readonly label: string; readonly tag: string; readonly tone: Tone; readonly text: string; readonly rows: readonly Pair[] }
  | { readonly kind: 'signatures'; readonly items: readonly Signature[] }
  | { readonly kind: 'pageBreak' };

export interface Pair {
  readonly label: string;
  readonly value: string;
  /** Digits and letters to be compared one by one. */
  readonly exact?: true;
}

interface Column {
  readonly title: string;
  /** Its share of the width; 0: as wide as its longest word. */
  readonly share: number;
}

export interface PictureItem {
  /** The name of one of the job's pictures; absent or unreadable: `instead` is said. */
  readonly picture?: string;
  readonly instead: string;
  readonly alt: string;
  readonly label: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly marks: readonly PictureMark[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Drawn over a picture; coordinates are fractions of it. */
type PictureMark =
  | { readonly shape: 'arrow'; readonly ink: Ink; readonly number: number; readonly from: Point; readonly to: Point }
  | { readonly shape: 'circle'; readonly ink: Ink; readonly number: number; readonly centre: Point; readonly radiusX: number; readonly radiusY: number }
  | { readonly shape: 'text'; readonly ink: Ink; readonly at: Point; readonly text: string };

const tones = ['good', 'plain', 'warn', 'bad'] as const;
export type Tone = (typeof tones)[number];

export interface Signature {
  readonly side: string;
  readonly name: string;
  readonly state: string;
  readonly isGiven: boolean;
}

export interface OfficialDocument {
  /** BCP 47; sets hyphenation, quotes and what a screen reader speaks. */
  readonly language: string;
  readonly title: string;
  readonly subtitle: string;
  /** Who is named as the author in the file. */
  readonly author: string;
  /** Stands on every page; `isFinal`: it is no draft. */
  readonly status: string;
  readonly isFinal: boolean;
  readonly statusText: string;
  /** At the foot of every page. */
  readonly foot: string;
  /** With {page} and {pages}. */
  readonly pageText: string;
  readonly blocks: readonly Block[];
}

export interface DocumentPicture {
  readonly name: string;
  readonly path: string;
}

/** The print of a document. Pictures are named by their items; `madeAt` in ms. */
export function printOf(document: OfficialDocument, pictures: readonly DocumentPicture[], madeAt: number): PrintJob {
  return { template: '#import "/document.typ": document\n#document(json("/data.json"))\n', data: { ...document, head: shortened(document.title) }, pictures: [...pictures], madeAt };
}

/** As much of a title as stands beside the status at the head of a page; wide characters count twice. */
function shortened(title: string): string {
  let room = HEAD_CHARS;
  for (const [index, one] of Array.from(title).entries()) {
    room -= /[\u1100-\u115F\u2E80-\uFFDC]/u.test(one) ? 2 : 1;
    if (room < 0) return `${Array.from(title).slice(0, index).join('')}…`;
  }
  return title;
}

const HEAD_CHARS = 68;
