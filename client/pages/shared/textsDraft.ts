import { limits } from '../../../protocol/limits.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { isTooLarge } from '../../live/frame.ts';
import { newId } from '../../live/ids.ts';

/** What somebody has typed over a version and not saved: only the texts that they touched, so that the others follow the newest version. */
export interface TextsDraft<F extends string> {
  readonly typed: Readonly<Partial<Record<F, string>>>;
  /** The version that was newest when they began; undefined: nothing is typed. */
  readonly base?: number;
}

export const emptyDraft: TextsDraft<never> = { typed: {} };

export type EditCommand = Extract<CommandName, 'report.edit' | 'minutes.edit'>;
type Edit<C extends EditCommand> = CommandInput<C>['texts'];

/** Texts that several people write in versions: how a field is found in them, and how it is changed. */
export interface TextsShape<T, F extends string, C extends EditCommand> {
  readonly command: C;
  readonly textIn: (texts: T, field: F) => string;
  readonly editOf: (field: F, text: string) => Edit<C>;
  /** Two edits as one; they change different fields. */
  readonly join: (one: Edit<C>, other: Edit<C>) => Edit<C>;
}

export function fieldsOf<F extends string>({ typed }: TextsDraft<F>): readonly F[] {
  return Object.keys(typed) as F[];
}

/** The fields that were typed here and that somebody else has changed since one began. */
export function conflicts<T, F extends string>(began: T | undefined, newest: T, draft: TextsDraft<F>, textIn: (texts: T, field: F) => string): readonly F[] {
  return began === undefined ? [] : fieldsOf(draft).filter((field) => textIn(began, field) !== textIn(newest, field));
}

/** What was typed as the edits that save it, one after the other: mostly a single one, more where a frame would not hold them all. */
export function editsOf<T, F extends string, C extends EditCommand>({ command, editOf, join }: TextsShape<T, F, C>, draft: TextsDraft<F>): readonly Edit<C>[] {
  const isFull = (texts: Edit<C>): boolean => isTooLarge({ id: newId(), name: command, payload: { base: limits.reportVersions, texts } });
  return fieldsOf(draft).map((field) => editOf(field, draft.typed[field] ?? '')).reduce<readonly Edit<C>[]>((edits, one) => {
    const last = edits.at(-1);
    const both = last === undefined ? undefined : join(last, one);
    return both === undefined || isFull(both) ? [...edits, one] : [...edits.slice(0, -1), both];
  }, []);
}
