/** Every text in a value, changed; everything else as it is. */
export function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]));
}

/**
 * A text as it may stand on paper: nothing that turns the reading direction of what follows (a name could rearrange the words
 * around it; an isolate only keeps to itself), no control characters but line ends, no half characters.
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(/[\u2028\u2029]/gu, '\n').replace(/[\u202A-\u202E\u2066\u2067]/gu, numbered).replace(/[^\P{Cc}\n]/gu, ' ');
}

/** Characters by their number, for those that cannot be drawn: [U+1F600]. */
export function numbered(characters: string): string {
  return `[${Array.from(characters, (one) => `U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`;
}

/** The characters for which the compiler says that no typeface has them. */
export function undrawable(message: string): readonly string[] {
  const found = message.matchAll(/the text `"((?:[^"\\]|\\.)+)"` could not be displayed/gu);
  const found2 = message.matchAll(/the text `\\"((?:[^"\\]|\\(?!").)+)\\"` could not be displayed/gu);
  return [...new Set([...found, ...found2].map(([, text = '']) => unescaped(text)))].filter((text) => text !== '');
}

/** The compiler writes texts as Rust does. */
function unescaped(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]+)\}/gu, (_all, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}
