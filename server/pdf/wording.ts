import type { SessionState } from '../../protocol/live/state.ts';
import type { PrintLanguage } from '../criteria.ts';
import type { LogHead } from '../store/store.ts';
import { fill } from './fill.ts';

/** What is told in a document of versions: one of them with the facts that belong to it, and who took part. */
export interface VersionSource<V, F> {
  readonly session: SessionState['session'];
  readonly participants: SessionState['participants'];
  readonly version: V;
  readonly facts: F;
  /** The log when it is told. */
  readonly head: LogHead;
}

/** For dates, numbers and the names of countries. */
export const printLocales: Readonly<Record<PrintLanguage, string>> = { en: 'en-GB', fr: 'fr', zh: 'zh-CN' };

/** The fixed words of a document that times are told with. */
interface TimeWords {
  readonly hostZone: string;
  readonly viewerZone: string;
  /** With {hours} and {minutes}. */
  readonly presentFor: string;
}

/** How a document about a session writes moments, durations and countries: in one language, by the clock of who hosts it. */
export interface Wording {
  readonly hostZone: string;
  /** Of who reads it, where that is another one. */
  readonly viewerZone?: string;
  /** In the host's zone or another. */
  moment(at: number, zone?: string): string;
  /** From one moment to another; the day is told once where it is the same. */
  span(from: number, to: number, zone?: string): string;
  /** To the minute; without the day. */
  clock(at: number): string;
  date(at: number): string;
  /** In hours and minutes. */
  duration(ms: number): string;
  country(code: string): string;
  /** Several things in one line. */
  join(...parts: readonly string[]): string;
  /** What is said of a zone, for the host's and for the reader's. */
  inZones(say: (zone: string) => string): string;
}

export interface WordingOptions {
  readonly language: PrintLanguage;
  readonly words: TimeWords;
  /** Of the session, as it was scheduled. */
  readonly zone: string;
  readonly viewerZone: string | undefined;
  /** How exactly a moment is told. */
  readonly to: 'minute' | 'second';
}

export function wording({ language, words, zone, viewerZone, to }: WordingOptions): Wording {
  const locale = printLocales[language];
  const hostZone = isZone(zone) ? zone : 'UTC';
  const other = viewerZone !== undefined && viewerZone !== hostZone && isZone(viewerZone) ? viewerZone : undefined;
  const format = (timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: 'h23' });
  const timeStyle = to === 'second' ? 'medium' : 'short';
  const dayIn = (inZone: string, at: number): string => format(inZone, { dateStyle: 'medium' }).format(at);
  const momentIn = (inZone: string, at: number): string => format(inZone, { dateStyle: 'medium', timeStyle }).format(at);
  return {
    hostZone, ...(other === undefined ? {} : { viewerZone: other }),
    moment: (at, inZone = hostZone) => momentIn(inZone, at),
    span: (from, until, inZone = hostZone) =>
      `${momentIn(inZone, from)} – ${dayIn(inZone, from) === dayIn(inZone, until) ? format(inZone, { timeStyle }).format(until) : momentIn(inZone, until)}`,
    clock: (at) => format(hostZone, { timeStyle: 'short' }).format(at),
    date: (at) => format(hostZone, { dateStyle: 'long' }).format(at),
    duration: (ms) => {
      const minutes = Math.round(ms / 60_000);
      return fill(words.presentFor, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
    },
    country: (code) => /^[A-Z]{2}$/u.test(code) ? new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code : '',
    join: (...parts) => parts.filter((part) => part !== '').join(language === 'zh' ? '，' : ', '),
    inZones: (say) => [`${say(hostZone)} (${words.hostZone})`, ...(other === undefined ? [] : [`${say(other)} (${words.viewerZone})`])].join('\n'),
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format(0);
    return true;
  } catch {
    return false;
  }
}
