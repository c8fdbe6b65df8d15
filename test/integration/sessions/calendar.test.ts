import { describe, expect, test } from 'vitest';
import { initialState } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { calendarOf } from '../../../server/sessions/calendar.ts';

const facts = { administrationName: 'Customs of the North; "HQ", unit 2', from: 'Gangway <gangway@customs.example>', url: 'https://g.example/sessions/s1' };
const state: SessionState = {
  ...initialState(), seq: 7,
  session: {
    id: 's1', kind: 'observation', administration: 'north', createdBy: 'anna', languages: ['en'], zone: 'Asia/Shanghai', lobby: true, phase: 'scheduled', locked: false,
    title: '现场验证，第一天; a visit, with commas\\ and "quotes"', startsAt: Date.UTC(2030, 6, 2, 1, 30), endsAt: Date.UTC(2030, 6, 2, 4),
  },
};
/** The lines of a calendar file, long ones put together again. */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  const lines = linesOf(calendarOf(state, facts));

  test('says when, in universal time, and the host\'s time beside it', () => {
    expect(lines).toContain('DTSTART:20300702T013000Z');
    expect(lines).toContain('DTEND:20300702T040000Z');
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toMatch(/09:30 \(Asia\/Shanghai\)$/);
  });

  test('names the session, its address, and the administration as the organiser', () => {
    expect(lines).toContain('UID:s1@gangway');
    expect(lines).toContain('SUMMARY:现场验证，第一天\\; a visit\\, with commas\\\\ and "quotes"');
    expect(lines).toContain('URL;VALUE=URI:https://g.example/sessions/s1');
    expect(lines.find((line) => line.startsWith('ORGANIZER'))).toMatch(/CN="Customs of the North.*mailto:gangway@customs\.example$/i);
  });

  test('takes the place of an older one, and says when the session was cancelled', () => {
    expect(lines).toContain('SEQUENCE:7');
    expect(lines).toContain('STATUS:CONFIRMED');
    const cancelled = calendarOf({ ...state, session: { ...state.session, phase: 'ended', endedAt: 1 } }, facts);
    expect(linesOf(cancelled)).toContain('STATUS:CANCELLED');
  });

  test('lets no title add lines of its own', () => {
    const forged = calendarOf({ ...state, session: { ...state.session, title: 'x\r\nATTENDEE:mailto:evil@example.com\nBEGIN:VALARM' } }, facts);
    expect(linesOf(forged).filter((line) => /^(ATTENDEE|BEGIN:VALARM)/.test(line))).toEqual([]);
  });

  test('has no line that is too long for a calendar to read', () => {
    for (const line of calendarOf(state, facts).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
