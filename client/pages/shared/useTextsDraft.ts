import { useState } from 'react';
import type { CommandInput } from '../../../protocol/table.ts';
import { conflicts, editsOf, emptyDraft, fieldsOf } from './textsDraft.ts';
import type { EditCommand, TextsDraft, TextsShape } from './textsDraft.ts';

interface Version<T> {
  readonly number: number;
  readonly texts: T;
}

interface Options<T, F extends string, C extends EditCommand> {
  readonly shape: TextsShape<T, F, C>;
  readonly newest: Version<T>;
  readonly versions: readonly Version<T>[];
  /** Nothing is answered: it was refused, and what was typed stays. */
  readonly run: (command: C, edit: CommandInput<C>) => Promise<string | undefined>;
}

export interface OpenDraft<F extends string> {
  /** As the form shows it: the newest version with what was typed over it. */
  readonly text: (field: F) => string;
  readonly type: (field: F, text: string) => void;
  /** What others have changed meanwhile, and saving would replace. */
  readonly differing: readonly F[];
  readonly isEmpty: boolean;
  readonly busy: boolean;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

/** What one types into texts that several people write. Saved together as the next version. */
export function useTextsDraft<T, F extends string, C extends EditCommand>({ shape, newest, versions, run }: Options<T, F, C>): OpenDraft<F> {
  const [draft, setDraft] = useState<TextsDraft<F>>(emptyDraft);
  const [busy, setBusy] = useState(false);
  const began = versions.find((one) => one.number === draft.base)?.texts;
  return {
    text: (field) => draft.typed[field] ?? shape.textIn(newest.texts, field),
    type: (field, text) => setDraft((before) => ({ base: before.base ?? newest.number, typed: { ...before.typed, [field]: text } })),
    differing: conflicts(began, newest.texts, draft, shape.textIn),
    isEmpty: fieldsOf(draft).length === 0,
    busy,
    save: async () => {
      setBusy(true);
      let isSaved = true;
      for (const [index, texts] of editsOf(shape, draft).entries()) {
        isSaved = await run(shape.command, { base: newest.number + index, texts } as CommandInput<C>) !== undefined;
        if (!isSaved) break;
      }
      setBusy(false);
      if (isSaved) setDraft(emptyDraft);
    },
    discard: () => setDraft(emptyDraft),
  };
}
