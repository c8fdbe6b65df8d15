import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Consents, PersonConsent } from '../../../protocol/observation/consents.ts';

/** What somebody with a seat has said about being seen, or what was written down for them. */
export function ownConsent(consents: Consents, participant: ParticipantId): PersonConsent | undefined {
  return Object.values(consents.persons).find((one) => one.participant === participant);
}
