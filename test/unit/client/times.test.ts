import { expect, test } from 'vitest';
import { dayAndRange, dayAndTime, fromNow, longDay, offsetName, placeOf, sameDateIn, sameDay, shortDate, timeOfDay, timeRange } from '../../../client/ui/timeFormats.ts';
import { nextFullHour, sameWall } from '../../../client/ui/wallTime.ts';

const at = Date.UTC(2026, 10, 23, 6);
const hour = 3_600_000;
const plain = (text: string): string => text.replace(/\s/gu, ' ');

test('times of the day have 24 hours, also at midnight', () => {
  expect(timeOfDay(at, 'Asia/Shanghai', 'en-GB')).toBe('14:00');
  expect(timeOfDay(Date.UTC(2026, 10, 23, 16), 'Asia/Shanghai', 'en-GB')).toBe('00:00');
  expect(timeOfDay(Date.UTC(2026, 10, 23, 16), 'Asia/Shanghai', 'zh-CN')).toBe('00:00');
});

test('a range is written with a dash alone, with both days when it goes past midnight', () => {
  expect(timeRange(at, at + 3 * hour, 'Asia/Shanghai', 'en-GB')).toBe('14:00–17:00');
  expect(timeRange(at, at + 3 * hour, 'Europe/Brussels', 'fr-FR')).toBe('07:00–10:00');
  expect(plain(timeRange(at, at + 13 * hour, 'Asia/Shanghai', 'en-GB'))).toBe('Mon 23 Nov, 14:00 – Tue 24 Nov, 03:00');
  expect(dayAndRange(at, at + hour, 'Asia/Shanghai', 'zh-CN')).toContain('14:00–15:00');
});

test('days are written in the language, with the year only where it is another', () => {
  expect(dayAndTime(at, 'Asia/Shanghai', 'en-GB')).toBe('Mon 23 Nov, 14:00');
  expect(longDay(at, 'UTC', 'fr-FR', at)).toBe('lundi 23 novembre');
  expect(longDay(at, 'UTC', 'zh-CN', at)).toBe('11月23日星期一');
  expect(longDay(at, 'UTC', 'en-GB', Date.UTC(2025, 0, 1))).toContain('2026');
  expect(shortDate(at, 'UTC', 'en-GB')).toBe('23 Nov 2026');
});

test('a day is that of the place', () => {
  const late = Date.UTC(2026, 10, 23, 22);
  expect(sameDay(at, late, 'UTC')).toBe(true);
  expect(sameDay(at, late, 'Asia/Shanghai')).toBe(false);
  expect(sameDateIn(at, 'Asia/Shanghai', 'Europe/Brussels')).toBe(true);
  expect(sameDateIn(late, 'Asia/Shanghai', 'Europe/Brussels')).toBe(false);
});

test.each([
  [12 * 60_000, 'in 12 minutes'], [-5 * 60_000, '5 minutes ago'], [3 * hour, 'in 3 hours'], [48 * hour, 'in 2 days'], [89 * 60_000, 'in 89 minutes'],
])('%d ms from now is %s', (ms, text) => expect(fromNow(at + ms, at, 'en-GB')).toBe(text));

test.each([
  ['Asia/Shanghai', 'UTC+8'], ['Asia/Kolkata', 'UTC+5:30'], ['America/New_York', 'UTC−5'], ['UTC', 'UTC+0'], ['America/St_Johns', 'UTC−3:30'],
])('the offset of %s is %s', (zone, name) => expect(offsetName(zone, at)).toBe(name));

test('a zone without a translated name is called after its city', () => {
  expect(placeOf('America/Port_of_Spain')).toBe('Port of Spain');
  expect(placeOf('America/Argentina/Salta')).toBe('Salta');
});

test('changing the zone of a form keeps what the clock on the wall shows', () => {
  expect(sameWall(at, 'Asia/Shanghai', 'Europe/Brussels')).toBe(Date.UTC(2026, 10, 23, 13));
  expect(timeOfDay(sameWall(at, 'Asia/Shanghai', 'America/Lima'), 'America/Lima', 'en-GB')).toBe('14:00');
});

test('the next full hour is one of the zone', () => {
  expect(nextFullHour(at + 1, 'Asia/Kathmandu')).toBe(Date.UTC(2026, 10, 23, 6, 15));
  expect(nextFullHour(at, 'UTC')).toBe(at + hour);
});
