import type { Role } from '../kinds.ts';
import type { SessionEvent } from './event.ts';
import type { ParticipantId } from './ids.ts';
import type { SessionState } from './state.ts';

/** Somebody was inside from then until then, ms since the epoch; without an end they still are. */
export interface Stay {
  readonly from: number;
  readonly to?: number;
  /** The connection is lost since then: should they not come back, they left at this moment. */
  readonly lostAt?: number;
}

/** Who was inside and when. A lost connection that came back in time does not interrupt a stay. */
export type Attendance = Readonly<Record<ParticipantId, readonly Stay[]>>;

export const noAttendance: Attendance = {};

export function reduceAttendance(all: Attendance, event: SessionEvent): Attendance {
  switch (event.type) {
    case 'participant.joined': {
      const stays = all[event.data.participant] ?? [];
      return stays.at(-1)?.to === undefined && stays.length > 0
        ? last(all, event.data.participant, ({ from }) => ({ from }))
        : { ...all, [event.data.participant]: [...stays, { from: event.at }] };
    }
    case 'participant.dropped': return last(all, event.data.participant, (stay) => stay.to === undefined ? { ...stay, lostAt: event.at } : stay);
    case 'participant.connected': return last(all, event.data.participant, ({ lostAt: _back, ...stay }) => stay);
    case 'participant.left': return last(all, event.data.participant, (stay) => ended(stay, event.data.reason === 'timeout' ? stay.lostAt ?? event.at : event.at));
    case 'participant.removed': return last(all, event.data.participant, (stay) => ended(stay, stay.lostAt ?? event.at));
    case 'session.ended': return Object.fromEntries(Object.entries(all).map(([id, stays]) => [id, stays.map((stay) => ended(stay, stay.lostAt ?? event.at))]));
    default: return all;
  }
}

/** Somebody who was inside, as a document about the session names them. */
export interface Attendee {
  readonly participant: ParticipantId;
  readonly name: string;
  readonly administrationName: string;
  readonly country: string;
  readonly role: Role;
  /** First in and last out, ms; and how long in all. */
  readonly from: number;
  readonly to: number;
  readonly presentMs: number;
}

/** The attendance of one person as things stand at `now`; undefined: they never came in. */
export function attendeeOf({ participants, attendance }: Pick<SessionState, 'participants' | 'attendance'>, id: ParticipantId, now: number): Attendee | undefined {
  const stays = attendance[id] ?? [];
  const [first] = stays;
  const one = participants[id];
  if (!first || !one) return undefined;
  const { name, administrationName, country, role } = one;
  return { participant: id, name, administrationName, country, role, from: first.from, to: stays.at(-1)!.to ?? now, presentMs: presentMs(stays, now) };
}

/** How long somebody was inside in all, ms, as things stand at `now`. */
export function presentMs(stays: readonly Stay[], now: number): number {
  return stays.reduce((sum, { from, to = now }) => sum + Math.max(0, to - from), 0);
}

function ended(stay: Stay, at: number): Stay {
  return stay.to === undefined ? { from: stay.from, to: at } : stay;
}

function last(all: Attendance, id: ParticipantId, change: (stay: Stay) => Stay): Attendance {
  const stays = all[id];
  return stays && stays.length > 0 ? { ...all, [id]: [...stays.slice(0, -1), change(stays.at(-1)!)] } : all;
}
