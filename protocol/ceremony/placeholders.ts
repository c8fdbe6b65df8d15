/** The placeholders of the template that belong to a side, without "first." and "second.", which change with the copy. */
export const sidePlaceholders = ['administration', 'programme', 'category', 'identifier', 'contact', 'signatory'] as const;
/** And those of the text as a whole. `texts`, the languages in order, follows from the copy. */
export const jointPlaceholders = ['basis', 'edition', 'evaluation', 'notice', 'effective', 'place', 'date'] as const;
/** These have one form for all languages, under the language "und". */
export const unworded: ReadonlySet<string> = new Set(['identifier', 'edition']);
export const templateLanguages = ['en', 'fr', 'zh', 'ar'] as const;
