import type { LogHead } from '../store/store.ts';
import type { Block } from './document.ts';

export interface Sections {
  /** The next one, with its number. */
  readonly part: (title: string, ...blocks: readonly Block[]) => readonly Block[];
  /** What somebody wrote, or that nobody has. */
  readonly written: (text: string) => Block;
}

/** The sections of one document, which number themselves as they are told. */
export function sections({ unwritten }: { readonly unwritten: string }): Sections {
  let number = 0;
  return {
    part: (title, ...blocks) => {
      number += 1;
      return [{ kind: 'heading', level: 1, text: `${number}. ${title}` }, ...blocks];
    },
    written: (text) => text === '' ? { kind: 'remark', text: unwritten } : { kind: 'prose', text },
  };
}

interface RecordWords {
  readonly session: string;
  readonly entries: string;
  readonly head: string;
  readonly facts: string;
  readonly text: string;
  readonly unprintable: string;
}

/** By what a document that follows from a session's log can be told from another one, and its facts be checked. `factsSeq`: the last entry that is in them. */
export function recordBehind(words: RecordWords, session: string, head: LogHead, factsSeq: number): readonly Block[] {
  return [
    {
      kind: 'pairs',
      rows: [
        { label: words.session, value: session, exact: true }, { label: words.entries, value: String(head.seq) },
        { label: words.head, value: head.hash, exact: true }, { label: words.facts, value: String(factsSeq) },
      ],
    },
    { kind: 'prose', text: words.text }, { kind: 'remark', text: words.unprintable },
  ];
}
