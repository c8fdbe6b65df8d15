import { RefusalError } from '../../../protocol/errors.ts';
import { languagesOf, otherSide } from '../../../protocol/ceremony/ceremony.ts';
import type { Ceremony, Side, Worded } from '../../../protocol/ceremony/ceremony.ts';
import { templateLanguages, unworded } from '../../../protocol/ceremony/placeholders.ts';
import { arrangement } from '../content.ts';
import type { Clause } from '../content.ts';

export type TemplateLanguage = (typeof templateLanguages)[number];

/** These make the preamble and have neither number nor heading. */
const preamble = new Set(['title', 'opening', 'basis', 'safe', 'finding', 'resolution']);

export interface FilledClause {
  readonly id: string;
  /** With its number; empty in the preamble. */
  readonly heading: string;
  readonly text: string;
}

/** The language of the template for a tag ("zh-CN" is "zh"); refuses ceremony.incomplete for one that it does not have. */
export function templateLanguage(tag: string): TemplateLanguage {
  const base = tag.split('-')[0]!.toLowerCase();
  const found = templateLanguages.find((one) => one === base);
  if (!found) throw new RefusalError('ceremony.incomplete', `language ${tag}`);
  return found;
}

/** The template's text in one language, filled in for the copy that a side keeps: that side is the first in it. */
export function fillIn(ceremony: Ceremony, copy: Side, language: string): readonly FilledClause[] {
  const at = templateLanguage(language);
  const valueOf = valuesFor(ceremony, copy, language);
  let number = 0;
  return arrangement().clauses.map((clause: Clause) => {
    const isNumbered = !preamble.has(clause.id) && clause.id !== 'signature';
    if (isNumbered) number += 1;
    return { id: clause.id, heading: isNumbered ? `${new Intl.NumberFormat(`${at}-u-nu-latn`).format(number)}. ${clause.heading[at]}` : '', text: filled(clause.text[at], valueOf, language) };
  });
}

/** A value by its placeholder; refuses ceremony.incomplete with the first that is missing. */
function valuesFor(ceremony: Ceremony, copy: Side, language: string): (placeholder: string) => string {
  return (placeholder) => {
    if (placeholder === 'texts') return languageNames(languagesOf(ceremony, copy), language);
    const [place, key] = placeholder.includes('.') ? placeholder.split('.') as ['first' | 'second', string] : ['joint', placeholder] as const;
    const of = place === 'joint' ? 'joint' : place === 'first' ? copy : otherSide(copy);
    const values: Readonly<Record<string, Worded>> = ceremony.values[of];
    const worded = values[key] ?? {};
    const value = unworded.has(key) ? worded['und'] : worded[language] ?? worded[language.split('-')[0]!];
    if (value === undefined) throw new RefusalError('ceremony.incomplete', `${of}.${key} ${unworded.has(key) ? '' : language}`.trim());
    return value;
  };
}

/** A value is written as it stands within a sentence; where it begins one, its first letter is a capital. */
function filled(text: string, valueOf: (placeholder: string) => string, language: string): string {
  const whole = text.replace(/\{\{([\w.]+)\}\}/gu, (_whole, placeholder: string) => valueOf(placeholder));
  return text.startsWith('{{') ? capitalised(whole, language) : whole;
}

/** With a capital first, where the script has them. */
export function capitalised(text: string, language: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language));
}

/** The languages of a copy as its text in one language names them. */
export function languageNames(tags: readonly string[], language: string): string {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(tags.map((tag) => names.of(tag) ?? tag));
}
