import type { MinutesVersion } from '../../../../protocol/assessment/meeting/minutes.ts';
import type { MinutesFacts } from '../../../../protocol/assessment/meeting/minutesFacts.ts';
import type { AdministrationId, ParticipantId } from '../../../../protocol/live/ids.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import type { PrintLanguage } from '../../../criteria.ts';
import { fill, minutesWords } from './words.ts';
import type { Words } from './words.ts';

/** What is told: a version of a meeting's minutes, and who took part. */
export interface MinutesSource {
  readonly session: SessionState['session'];
  readonly participants: SessionState['participants'];
  readonly version: MinutesVersion;
  readonly facts: MinutesFacts;
  /** The log when the minutes are told. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/** A source in one language: names for ids, sentences for times. */
export interface Telling extends MinutesSource {
  readonly language: PrintLanguage;
  readonly words: Words;
  readonly hostZone: string;
  /** Of who reads it, where that is another one. */
  readonly viewerZone?: string;
  person(id: ParticipantId): string;
  side(id: AdministrationId): string;
  /** To the minute, in the host's zone or another. */
  moment(at: number, zone?: string): string;
  clock(at: number): string;
  date(at: number): string;
  duration(ms: number): string;
  country(code: string): string;
}

export function telling(source: MinutesSource, asked: string, readerZone?: string): Telling {
  const { language, words, locale } = minutesWords(asked);
  const { facts, participants } = source;
  const hostZone = isZone(facts.zone) ? facts.zone : 'UTC';
  const names = new Map([...facts.delegations.flatMap((one) => one.attendees), ...facts.guests].map((one) => [one.participant, one.name]));
  const sides = new Map(facts.delegations.map((one) => [one.administration, one.name]));
  const format = (at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: 'h23' }).format(at);
  return {
    ...source, language, words, hostZone,
    ...(readerZone !== undefined && readerZone !== hostZone && isZone(readerZone) ? { viewerZone: readerZone } : {}),
    person: (id) => isolated(names.get(id) ?? participants[id]?.name ?? words.unknown),
    side: (id) => sides.get(id) ?? Object.values(participants).find((one) => one.administration === id)?.administrationName ?? words.unknown,
    moment: (at, zone = hostZone) => format(at, zone, { dateStyle: 'medium', timeStyle: 'short' }),
    clock: (at) => format(at, hostZone, { timeStyle: 'short' }),
    date: (at) => format(at, hostZone, { dateStyle: 'long' }),
    duration: (ms) => {
      const minutes = Math.round(ms / 60_000);
      return fill(words.presentFor, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    country: (code) => /^[A-Z]{2}$/u.test(code) ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code : '',
  };
}

/** A name that is read from right to left keeps to itself: the date behind it stays behind it. */
function isolated(name: string): string {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(name) ? `\u2068${name.replace(/[\u2066-\u2069]/gu, '')}\u2069` : name;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
    return true;
  } catch {
    return false;
  }
}
