import { describe, expect, test } from 'vitest';
import { sections } from '../../../server/pdf/sections.ts';
import { wording } from '../../../server/pdf/wording.ts';

const words = { hostZone: 'host’s time', viewerZone: 'reader’s time', presentFor: '{hours} h {minutes} min' };
const [from, to] = [Date.UTC(2026, 2, 3, 9), Date.UTC(2026, 2, 3, 12)];

describe('how a document writes times', () => {
  const tell = wording({ language: 'en', words, zone: 'Europe/Brussels', viewerZone: 'Asia/Shanghai', to: 'second' });

  test('by the clock of the host and of the reader, the day once where it is the same', () => {
    expect(tell.inZones((zone) => tell.span(from, to, zone))).toBe('3 Mar 2026, 10:00:00 – 13:00:00 (host’s time)\n3 Mar 2026, 17:00:00 – 20:00:00 (reader’s time)');
    expect(tell.span(from, to + 86_400_000)).toBe('3 Mar 2026, 10:00:00 – 4 Mar 2026, 13:00:00');
    expect([tell.moment(from, 'UTC'), tell.clock(from), tell.date(from), tell.duration(3_700_000)]).toEqual(['3 Mar 2026, 09:00:00', '10:00', '3 March 2026', '1 h 2 min']);
  });

  test('in universal time where the zone is none, once for a reader in the same zone, and as its language does', () => {
    const chinese = wording({ language: 'zh', words, zone: 'Nowhere/Else', viewerZone: 'UTC', to: 'minute' });
    expect(chinese.inZones((zone) => chinese.span(from, to, zone))).toBe('2026年3月3日 09:00 – 12:00 (host’s time)');
    expect([chinese.join('甲', '', '乙'), chinese.country('CN'), tell.join('a', '', 'b'), tell.country('CN'), tell.country('??')]).toEqual(['甲，乙', '中国', 'a, b', 'China', '']);
  });
});

test('sections count themselves, and what nobody wrote is said', () => {
  const { part, written } = sections({ unwritten: 'Nothing' });
  expect([...part('One', written('Words')), ...part('Two', written(''))]).toEqual([
    { kind: 'heading', level: 1, text: '1. One' }, { kind: 'prose', text: 'Words' }, { kind: 'heading', level: 1, text: '2. Two' }, { kind: 'remark', text: 'Nothing' },
  ]);
});
