/** Times as they are written: 24 hours, in the language of the screen. All instants are ms since the epoch, all zones IANA names. */

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let known = formats.get(key);
  if (!known) {
    known = new Intl.DateTimeFormat(locale, options);
    formats.set(key, known);
  }
  return known;
}

/** 14:00 */
export function timeOfDay(at: number, zone: string, locale: string): string {
  return format(locale, { ...clock, timeZone: zone }).format(at);
}

/** 14:00–17:00; with both days where it goes past midnight. */
export function timeRange(start: number, end: number, zone: string, locale: string): string {
  if (!sameDay(start, end, zone)) return dayAndRange(start, end, zone, locale);
  return tight(format(locale, { ...clock, timeZone: zone }).formatRange(start, end));
}

/** Mon 23 Nov, 14:00 */
export function dayAndTime(at: number, zone: string, locale: string): string {
  return format(locale, { ...day, ...clock, timeZone: zone }).format(at);
}

/** Mon 23 Nov, 14:00–17:00 */
export function dayAndRange(start: number, end: number, zone: string, locale: string): string {
  return tight(format(locale, { ...day, ...clock, timeZone: zone }).formatRange(start, end));
}

/** Monday 23 November, with the year when it is not this one. */
export function longDay(at: number, zone: string, locale: string, now: number): string {
  const year = yearIn(at, zone) === yearIn(now, zone) ? {} : { year: 'numeric' as const };
  return format(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year, timeZone: zone }).format(at);
}

/** 23 Nov 2026 */
export function shortDate(at: number, zone: string, locale: string): string {
  return format(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone }).format(at);
}

/** Whether two instants are on the same day of the calendar in a zone. */
export function sameDay(one: number, other: number, zone: string): boolean {
  return dateKey(one, zone) === dateKey(other, zone);
}

/** Whether an instant has the same date on the calendars of two zones. */
export function sameDateIn(at: number, one: string, other: string): boolean {
  return dateKey(at, one) === dateKey(at, other);
}

/** in 12 minutes, in 3 hours, tomorrow: the largest unit that fits. */
export function fromNow(at: number, now: number, locale: string): string {
  const minutes = Math.round((at - now) / 60_000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(minutes) < 90) return words.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 36) return words.format(hours, 'hour');
  return words.format(Math.round(hours / 24), 'day');
}

/** How far a zone is from UTC at an instant: UTC+8, UTC−3:30. */
export function offsetName(zone: string, at: number): string {
  const part = format('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '00'] = /GMT([+-])(\d+):(\d+)/u.exec(part) ?? [];
  return `UTC${sign === '-' ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** The place in a zone's name, where nobody has translated it: America/Port_of_Spain is Port of Spain. */
export function placeOf(zone: string): string {
  return (zone.split('/').pop() ?? zone).replaceAll('_', ' ');
}

function dateKey(at: number, zone: string): string {
  return format('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone }).format(at);
}

function yearIn(at: number, zone: string): string {
  return format('en', { year: 'numeric', timeZone: zone }).format(at);
}

/** Some locales put spaces around the dash between two times of a day; without them a range is not broken at the end of a line. */
function tight(range: string): string {
  return range.replace(/(\d)\s*–\s*(\d{2}:\d{2})$/u, '$1–$2');
}
