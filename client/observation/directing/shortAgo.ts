/** How long ago, in the fewest words: "5 sec. ago". `ms` is negative for what was; what lies ahead by a clock that is off is now. */
export function shortAgo(ms: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  const seconds = Math.min(0, Math.round(ms / 1_000));
  if (seconds > -60) return words.format(seconds, 'second');
  const minutes = Math.round(seconds / 60);
  return minutes > -60 ? words.format(minutes, 'minute') : words.format(Math.round(minutes / 60), 'hour');
}
