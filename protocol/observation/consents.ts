import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import type { ConsentId, ZoneId } from './ids.ts';
import type { Plan } from './plan.ts';
import { drop, put } from './records.ts';
import type { Records } from './records.ts';

export const consentStates = ['given', 'refused', 'withdrawn'] as const;
export type ConsentState = (typeof consentStates)[number];

/** The operator lets a zone be captured. */
export interface ZoneConsent {
  readonly state: ConsentState;
  readonly at: number;
  readonly by: ParticipantId;
  /** The operator's own word, and not what the hosts wrote down for it: while it is no, the operator alone may say yes again. */
  readonly own?: true;
}

/** Somebody on the premises lets themselves be seen. */
export interface PersonConsent {
  readonly id: ConsentId;
  readonly name: string;
  /** Set when this person has a seat in the session. */
  readonly participant?: ParticipantId;
  /** Where they work; absent: anywhere on the premises. */
  readonly zone?: ZoneId;
  readonly state: ConsentState;
  readonly at: number;
  readonly by: ParticipantId;
}

/** What was said of a zone, as it was said: the operator's own word, or what the hosts wrote down. */
export interface ZoneWord extends ZoneConsent {
  readonly zone: ZoneId;
}

/** What was said of a person; the same for who has since been taken off the list. */
export interface PersonWord {
  readonly consent: ConsentId;
  readonly participant?: ParticipantId;
  readonly zone?: ZoneId;
  readonly state: ConsentState;
  readonly at: number;
  /** Said by themselves, and not written down for them. */
  readonly own: boolean;
}

/** What was consented to and what not, and when: the newest thousand of each kind, the oldest first; the log keeps all. */
export interface ConsentRecord {
  readonly zones: readonly ZoneWord[];
  /** For who sees consents; everybody sees what is theirs. */
  readonly persons: readonly PersonWord[];
}

export interface Consents {
  /** Nothing is captured for the time being: a break, a private talk. Known to everybody, as zones are. */
  readonly paused: boolean;
  /** The operator began the pause, and alone ends it. */
  readonly pausedByOperator?: true;
  readonly zones: Readonly<Record<ZoneId, ZoneConsent>>;
  /** For who sees consents; everybody sees their own. */
  readonly persons: Records<PersonConsent>;
  readonly record: ConsentRecord;
}

export interface ConsentEvents {
  'consent.zoneSet': { zone: ZoneId; state: ConsentState; own?: true };
  'consent.personSet': { id: ConsentId; name: string; participant?: ParticipantId; zone?: ZoneId; state: ConsentState };
  'consent.personRemoved': { consent: ConsentId };
  'consent.paused': { paused: boolean; byOperator?: true };
}

const KEPT = 1_000;
export const initialConsents: Consents = { paused: false, zones: {}, persons: {}, record: { zones: [], persons: [] } };

export function reduceConsents(consents: Consents, event: SessionEvent): Consents {
  switch (event.type) {
    case 'consent.zoneSet': {
      const { zone, state, own } = event.data;
      const said: ZoneConsent = { state, at: event.at, by: event.actor, ...(own ? { own } : {}) };
      return {
        ...consents, zones: { ...consents.zones, [zone]: said }, record: { ...consents.record, zones: [...consents.record.zones, { zone, ...said }].slice(-KEPT) },
      };
    }
    case 'consent.personSet': return {
      ...consents, persons: put(consents.persons, { ...event.data, at: event.at, by: event.actor }), record: { ...consents.record, persons: withWord(consents.record.persons, event) },
    };
    case 'consent.personRemoved': return { ...consents, persons: drop(consents.persons, event.data.consent) };
    case 'consent.paused': return pause(consents, event.data.paused, event.data.byOperator);
    // Nobody could lift it any more, and what devices still hold of before it would never arrive.
    case 'session.ended': return consents.paused ? pause(consents, false) : consents;
    // Who works in a zone that is no zone any more may be met anywhere.
    case 'visit.zoneRemoved': return { ...consents, zones: drop(consents.zones, event.data.zone), persons: anywhere(consents.persons, event.data.zone) };
    default: return consents;
  }
}

/** Another spelling of a name is no other word. */
function withWord(words: readonly PersonWord[], { at, actor, data: { id, participant, zone, state } }: Extract<SessionEvent, { type: 'consent.personSet' }>): readonly PersonWord[] {
  const before = words.findLast((one) => one.consent === id);
  const own = participant !== undefined && participant === actor;
  if (before && before.state === state && before.zone === zone && before.own === own) return words;
  return [...words, { consent: id, ...(participant === undefined ? {} : { participant }), ...(zone === undefined ? {} : { zone }), state, at, own }].slice(-KEPT);
}

function pause({ pausedByOperator: _before, ...consents }: Consents, paused: boolean, byOperator?: true): Consents {
  return { ...consents, paused, ...(byOperator ? { pausedByOperator: byOperator } : {}) };
}

function anywhere(persons: Records<PersonConsent>, from: ZoneId): Records<PersonConsent> {
  return Object.fromEntries(Object.entries(persons).map(([id, one]) => {
    const { zone, ...rest } = one;
    return [id, zone === from ? rest : one];
  }));
}

export type CaptureBar = 'capture.paused' | 'capture.zoneUnknown' | 'capture.noRecord' | 'capture.noConsent' | 'capture.personRefused';

/**
 * What stands in the way of a capture in a zone, as things stand; nothing: it may be taken. Consent comes before capture
 * (ISO 19011:2018 A.16: permission in advance for screenshots or any recording), and a withdrawal counts from its moment on:
 * also somebody who refused and may come into the picture bars their zone until they consent or are taken off its list.
 */
export function captureBar(plan: Plan, consents: Consents, zone: ZoneId | undefined): CaptureBar | undefined {
  if (consents.paused) return 'capture.paused';
  if (zone === undefined || !plan.zones[zone]) return 'capture.zoneUnknown';
  if (plan.zones[zone].noRecord) return 'capture.noRecord';
  if (consents.zones[zone]?.state !== 'given') return 'capture.noConsent';
  const refused = Object.values(consents.persons).some((one) => one.state !== 'given' && (one.zone === undefined || one.zone === zone));
  return refused ? 'capture.personRefused' : undefined;
}
