import type { Participant } from '../../../protocol/live/participants.ts';
import { captureBar } from '../../../protocol/observation/consents.ts';
import type { ConsentState } from '../../../protocol/observation/consents.ts';
import type { ZoneId } from '../../../protocol/observation/ids.ts';
import type { Observation } from '../../../protocol/observation/observation.ts';

/** allowed: as far as these eyes can tell; who does not see persons' consents sees the zone's alone. */
export type CaptureState = 'allowed' | 'zoneAllowed' | 'paused' | 'noRecord' | 'noConsent' | 'personRefused';

export interface CaptureHere {
  readonly state: CaptureState;
  /** Absent: everywhere. */
  readonly zone?: ZoneId;
}

/** Where the visit is: where one's own camera is, else where all cameras are, else the zone of the slot under way. */
export function zoneOfVisit({ plan, cameras }: Observation, me: Pick<Participant, 'id'>): ZoneId | undefined {
  const places = new Set(Object.values(cameras.places));
  const zone = cameras.places[me.id] ?? (places.size === 1 ? [...places][0] : plan.slot && plan.slots[plan.slot.id]?.zone);
  return zone !== undefined && plan.zones[zone] ? zone : undefined;
}

/** Whether something may be captured where the visit is; nothing where that is not known. */
export function captureHere(observation: Observation, me: Pick<Participant, 'id'>, seesPersons: boolean): CaptureHere | undefined {
  const zone = zoneOfVisit(observation, me);
  if (zone === undefined) return observation.consents.paused ? { state: 'paused' } : undefined;
  return { zone, state: captureIn(observation, zone, seesPersons) };
}

/** The same for one zone. */
export function captureIn({ plan, consents }: Observation, zone: ZoneId, seesPersons: boolean): CaptureState {
  switch (captureBar(plan, consents, zone)) {
    case 'capture.paused': return 'paused';
    case 'capture.noRecord': return 'noRecord';
    case 'capture.personRefused': return 'personRefused';
    case undefined: return seesPersons ? 'allowed' : 'zoneAllowed';
    default: return 'noConsent';
  }
}

/** What a consent can become: it is withdrawn only once it was given. */
export function nextStates(state: ConsentState | undefined): readonly ConsentState[] {
  if (state === undefined) return ['given', 'refused'];
  return state === 'given' ? ['withdrawn'] : ['given'];
}
