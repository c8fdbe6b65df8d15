/** A figure as somebody types it, with a point or a comma; nothing where nothing is typed. */
export function figureOf(text: string, most: number): number | undefined | 'fault' {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return undefined;
  const figure = /^\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : Number.NaN;
  return figure <= most ? figure : 'fault';
}
