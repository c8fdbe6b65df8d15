/** Times as the room writes them. `ms` is since the epoch; zones are IANA names. */

export function clockTime(ms: number, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(ms);
}

/** 4:05, 1:04:05. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return hours > 0 ? `${hours}:${rest.join(':')}` : rest.join(':').replace(/^0/u, '');
}

/** Whether two moments are on the same day in a zone. */
export function sameDay(a: number, b: number, zone: string): boolean {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  return day.format(a) === day.format(b);
}

/** Day, and times from and to, in a zone. */
export function span(startsAt: number, endsAt: number, zone: string, locale: string): { readonly day: string; readonly hours: string } {
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  const hours = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  return { day: day.format(startsAt), hours: `${hours.format(startsAt)}–${hours.format(endsAt)}` };
}
