import type { SessionEvent } from '../../live/event.ts';
import type { AdministrationId, ParticipantId } from '../../live/ids.ts';
import type { ItemId } from './ids.ts';
import type { MinutesFacts } from './minutesFacts.ts';

/** What people write into the minutes; everything else in them comes from the log. */
export interface MinutesTexts {
  readonly opening: string;
  readonly closing: string;
  /** What was said on each item. */
  readonly items: Readonly<Record<ItemId, string>>;
}

interface Confirmation {
  readonly by: ParticipantId;
  readonly at: number;
}

/** A version is never changed: every edit makes the next one. */
export interface MinutesVersion {
  /** 1, 2, 3 … */
  readonly number: number;
  readonly at: number;
  readonly by: ParticipantId;
  /** The number of the version at which its facts were gathered. */
  readonly factsOf: number;
  readonly texts: MinutesTexts;
  /** The delegations whose heads have to confirm. */
  readonly asks: readonly AdministrationId[];
  readonly confirmed: Readonly<Record<AdministrationId, Confirmation>>;
}

export interface Minutes {
  /** The oldest first. */
  readonly versions: readonly MinutesVersion[];
  /** By the number of the version at which they were gathered from the log. */
  readonly facts: Readonly<Record<number, MinutesFacts>>;
}

interface Made {
  readonly number: number;
  readonly texts: MinutesTexts;
  readonly asks: readonly AdministrationId[];
}

export interface MinutesEvents {
  'minutes.drafted': Made & { facts: MinutesFacts };
  'minutes.edited': Made & { factsOf: number };
  'minutes.confirmed': { number: number; administration: AdministrationId };
}

export const noTexts: MinutesTexts = { opening: '', closing: '', items: {} };
export const initialMinutes: Minutes = { versions: [], facts: {} };

export function reduceMinutes(minutes: Minutes, event: SessionEvent): Minutes {
  const made = { at: event.at, by: event.actor, confirmed: {} };
  switch (event.type) {
    case 'minutes.drafted': {
      const { facts, ...rest } = event.data;
      return { versions: [...minutes.versions, { ...rest, ...made, factsOf: rest.number }], facts: { ...minutes.facts, [rest.number]: facts } };
    }
    case 'minutes.edited': return { ...minutes, versions: [...minutes.versions, { ...event.data, ...made }] };
    case 'minutes.confirmed': {
      const { number, administration } = event.data;
      return {
        ...minutes,
        versions: minutes.versions.map((one) => one.number === number
          ? { ...one, confirmed: { ...one.confirmed, [administration]: { by: event.actor, at: event.at } } }
          : one),
      };
    }
    default: return minutes;
  }
}

export function latest(minutes: Minutes): MinutesVersion | undefined {
  return minutes.versions.at(-1);
}

export type MinutesStanding = 'draft' | 'partly' | 'confirmed';

export function minutesStanding({ asks, confirmed }: Pick<MinutesVersion, 'asks' | 'confirmed'>): MinutesStanding {
  const given = asks.filter((one) => confirmed[one]).length;
  return given === 0 ? 'draft' : given === asks.length ? 'confirmed' : 'partly';
}
