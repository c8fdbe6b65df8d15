import type { MinutesTexts } from '../../../../protocol/assessment/meeting/minutes.ts';
import { limits } from '../../../../protocol/limits.ts';
import type { CommandInput } from '../../../../protocol/table.ts';
import { isTooLarge } from '../../../live/frame.ts';
import { newId } from '../../../live/ids.ts';

/** "opening", "closing", or the id of an item after a colon. */
export type Field = 'opening' | 'closing' | `item:${string}`;

/** What somebody has typed and not saved: only the texts that they touched, so that the others follow the newest version. */
export interface MinutesDraft {
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  /** The version that was newest when they began; undefined: nothing is typed. */
  readonly base?: number;
}

export const emptyDraft: MinutesDraft = { typed: {} };

export function textIn(texts: MinutesTexts, field: Field): string {
  return field === 'opening' || field === 'closing' ? texts[field] : texts.items[field.slice('item:'.length)] ?? '';
}

/** The fields that were typed here and that somebody else has changed since one began. */
export function conflicts(began: MinutesTexts | undefined, newest: MinutesTexts, { typed }: MinutesDraft): readonly Field[] {
  return began === undefined ? [] : (Object.keys(typed) as Field[]).filter((field) => textIn(began, field) !== textIn(newest, field));
}

type Edit = CommandInput<'minutes.edit'>['texts'];

/** What was typed as the edits that save it, one after the other: mostly a single one, more where a frame would not hold them all. */
export function editsOf({ typed }: MinutesDraft): readonly Edit[] {
  const each = (Object.entries(typed) as [Field, string][]).map(([field, text]): Edit =>
    field === 'opening' || field === 'closing' ? { [field]: text } : { items: { [field.slice('item:'.length)]: text } });
  return each.reduce<readonly Edit[]>((edits, one) => {
    const last = edits.at(-1);
    const both: Edit = { ...last, ...one, ...(last?.items || one.items ? { items: { ...last?.items, ...one.items } } : {}) };
    const isFull = isTooLarge({ id: newId(), name: 'minutes.edit', payload: { base: limits.reportVersions, texts: both } });
    return last === undefined || isFull ? [...edits, one] : [...edits.slice(0, -1), both];
  }, []);
}
