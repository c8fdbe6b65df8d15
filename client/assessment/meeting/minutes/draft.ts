import type { MinutesTexts } from '../../../../protocol/assessment/meeting/minutes.ts';
import type { TextsShape } from '../../../pages/shared/textsDraft.ts';

/** "opening", "closing", or the id of an item after a colon. */
export type MinutesField = 'opening' | 'closing' | `item:${string}`;

export const minutesShape: TextsShape<MinutesTexts, MinutesField, 'minutes.edit'> = {
  command: 'minutes.edit',
  textIn: (texts, field) => field === 'opening' || field === 'closing' ? texts[field] : texts.items[itemIn(field)] ?? '',
  editOf: (field, text) => field === 'opening' || field === 'closing' ? { [field]: text } : { items: { [itemIn(field)]: text } },
  join: (one, other) => ({ ...one, ...other, ...(one.items || other.items ? { items: { ...one.items, ...other.items } } : {}) }),
};

function itemIn(field: string): string {
  return field.slice('item:'.length);
}
