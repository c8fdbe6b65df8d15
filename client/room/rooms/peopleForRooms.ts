import type { Participant, Participants } from '../../../protocol/live/participants.ts';

/** Who can belong to a side room: those inside first, then those who may still come; by name. */
export function peopleForRooms(participants: Participants): readonly Participant[] {
  return Object.values(participants)
    .filter((one) => one.presence === 'in' || one.presence === 'expected' || one.presence === 'left')
    .toSorted((a, b) => Number(b.presence === 'in') - Number(a.presence === 'in') || a.name.localeCompare(b.name));
}
