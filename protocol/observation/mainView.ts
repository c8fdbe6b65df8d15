import { may } from '../kinds.ts';
import type { ParticipantId, RoomId } from '../live/ids.ts';
import type { SessionState } from '../live/state.ts';

/**
 * The field camera that everybody in a room sees large as long as nobody has chosen what they see: the one whose picture stands still, else
 * the first on air in the zone of the slot that is under way, else the first on air; in the order in which they were invited, so that
 * a line that comes and goes makes no two pictures change places. Nothing is stored: it follows from what is there.
 */
export function mainCamera({ session, participants, publications, observation: { cameras, plan } }: SessionState, room: RoomId): ParticipantId | undefined {
  const here = Object.values(participants)
    .filter((one) => one.presence === 'in' && one.room === room && may(session.kind, one.role, 'camera.film'))
    .toSorted((a, b) => a.order - b.order);
  const frozen = here.find((one) => one.id === cameras.frozen?.camera);
  if (frozen) return frozen.id;
  const sending = new Set(Object.values(publications).filter((one) => one.source === 'camera' && !one.paused && one.room === undefined).map((one) => one.participant));
  const onAir = here.filter((one) => sending.has(one.id));
  const zone = plan.slots[plan.slot?.id ?? '']?.zone;
  return (onAir.find((one) => zone !== undefined && cameras.places[one.id] === zone) ?? onAir[0])?.id;
}
