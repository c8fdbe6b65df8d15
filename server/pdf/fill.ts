/** Puts values into a text with {names}. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => Object.hasOwn(values, name) ? String(values[name]) : whole);
}
