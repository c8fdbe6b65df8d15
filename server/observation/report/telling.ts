import { isolated } from '../../../protocol/bidi.ts';
import type { AdministrationId, ParticipantId } from '../../../protocol/live/ids.ts';
import type { CriterionId, SlotId, ZoneId } from '../../../protocol/observation/ids.ts';
import type { ReportVersion } from '../../../protocol/observation/report.ts';
import type { ReportFacts } from '../../../protocol/observation/reportFacts.ts';
import { printLocales, wording } from '../../pdf/wording.ts';
import type { VersionSource, Wording } from '../../pdf/wording.ts';
import { reportWords } from './words.ts';
import type { ReportLanguage, ReportWords } from './words.ts';

export type ReportSource = VersionSource<ReportVersion, ReportFacts>;

/** A source in one language: names for ids, sentences for times. The sections of the report are written with it. */
export interface Telling extends ReportWords, ReportSource, Wording {
  readonly language: ReportLanguage;
  person(id: ParticipantId): string;
  administration(id: AdministrationId): string;
  place(id: ZoneId | undefined): string;
  criterion(id: CriterionId): string;
  slot(id: SlotId | undefined): string;
  number(value: number): string;
}

export function telling(source: ReportSource, language: ReportLanguage, viewerZone?: string): Telling {
  const texts = reportWords(language);
  const { words } = texts;
  const { facts, participants } = source;
  const names = new Map(facts.attendance.map(({ participant, name }) => [participant, name]));
  const zones = new Map(facts.zones.map(({ id, name }) => [id, name]));
  const slots = new Map(facts.agenda.map(({ id, title }) => [id, title]));
  const own = new Map(facts.ownCriteria.map(({ id, title }) => [id, title]));
  const title = (id: string): string => {
    const safe = texts.criteria.get(id);
    return safe === undefined ? own.get(id) ?? id : `${id}. ${safe}`;
  };
  return {
    ...texts, ...source, ...wording({ language, words, zone: facts.zone, viewerZone, to: 'second' }), language,
    person: (id) => isolated(names.get(id) ?? participants[id]?.name ?? words.unknown),
    administration: (id) => Object.values(participants).find((one) => one.administration === id)?.administrationName ?? words.unknown,
    place: (id) => (id === undefined ? undefined : zones.get(id)) ?? words.unknown,
    criterion: title,
    slot: (id) => (id === undefined ? undefined : slots.get(id)) ?? words.unknown,
    number: (value) => new Intl.NumberFormat(printLocales[language]).format(value),
  };
}

export type ReportStanding = 'draft' | 'half' | 'confirmed';

export function standingOf({ confirmed }: ReportVersion): ReportStanding {
  if (confirmed.host && confirmed.partner) return 'confirmed';
  return confirmed.host || confirmed.partner ? 'half' : 'draft';
}

/** The names of the administrations on both sides: who hosts the session, and those whose officers observe. */
export function sidesOf({ session, participants }: Pick<ReportSource, 'session' | 'participants'>): { readonly host: string; readonly partner: readonly string[] } {
  const all = Object.values(participants);
  const host = all.find((one) => one.administration === session.administration)?.administrationName ?? '';
  const partner = all.filter((one) => one.administration !== session.administration && (one.role === 'leadObserver' || one.role === 'observer'));
  return { host, partner: [...new Set(partner.map((one) => one.administrationName))] };
}
