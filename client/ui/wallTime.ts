import { parseAbsolute, fromAbsolute, toCalendarDateTime, toZoned } from '@internationalized/date';
import type { CalendarDateTime } from '@internationalized/date';

/** The date and time of day that an instant (ms) has on the walls of a zone. */
export function onWall(at: number, zone: string): CalendarDateTime {
  return toCalendarDateTime(fromAbsolute(at, zone));
}

/** The instant at which the walls of a zone show a date and time of day. */
export function atWall(wall: CalendarDateTime, zone: string): number {
  return toZoned(wall, zone).toDate().getTime();
}

/** The same date and time of day on the walls of another zone: what stays when the host's zone is changed in a form. */
export function sameWall(at: number, from: string, to: string): number {
  return atWall(onWall(at, from), to);
}

/** The next full hour after an instant. */
export function nextFullHour(at: number, zone: string): number {
  const hour = parseAbsolute(new Date(at).toISOString(), zone).set({ minute: 0, second: 0, millisecond: 0 });
  return hour.add({ hours: 1 }).toDate().getTime();
}
