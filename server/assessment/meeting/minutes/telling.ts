import type { MinutesVersion } from '../../../../protocol/assessment/meeting/minutes.ts';
import type { MinutesFacts } from '../../../../protocol/assessment/meeting/minutesFacts.ts';
import { isolated } from '../../../../protocol/bidi.ts';
import type { AdministrationId, ParticipantId } from '../../../../protocol/live/ids.ts';
import type { PrintLanguage } from '../../../criteria.ts';
import { wording } from '../../../pdf/wording.ts';
import type { VersionSource, Wording } from '../../../pdf/wording.ts';
import { minutesWords } from './words.ts';
import type { Words } from './words.ts';

export type MinutesSource = VersionSource<MinutesVersion, MinutesFacts>;

/** A source in one language: names for ids, sentences for times. */
export interface Telling extends MinutesSource, Wording {
  readonly language: PrintLanguage;
  readonly words: Words;
  person(id: ParticipantId): string;
  side(id: AdministrationId): string;
}

export function telling(source: MinutesSource, asked: string, viewerZone?: string): Telling {
  const { language, words } = minutesWords(asked);
  const { facts, participants } = source;
  const names = new Map([...facts.delegations.flatMap((one) => one.attendees), ...facts.guests].map((one) => [one.participant, one.name]));
  const sides = new Map(facts.delegations.map((one) => [one.administration, one.name]));
  return {
    ...source, ...wording({ language, words, zone: facts.zone, viewerZone, to: 'minute' }), language, words,
    person: (id) => isolated(names.get(id) ?? participants[id]?.name ?? words.unknown),
    side: (id) => sides.get(id) ?? Object.values(participants).find((one) => one.administration === id)?.administrationName ?? words.unknown,
  };
}
