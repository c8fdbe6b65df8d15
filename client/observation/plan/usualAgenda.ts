import type { ZoneId } from '../../../protocol/observation/ids.ts';
import { agendaOf, zoneKinds } from '../../../protocol/observation/plan.ts';
import type { Plan, Slot, Zone } from '../../../protocol/observation/plan.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';

/** A slot that is proposed and not in the plan yet. */
export interface ProposedSlot {
  readonly key: string;
  readonly title: string;
  readonly minutes: number;
  readonly zone?: ZoneId;
}

export interface UsualTitles {
  readonly opening: string;
  readonly documents: string;
  readonly closing: string;
  readonly zone: (zone: Zone) => string;
}

const minutes = { opening: 15, zone: 20, documents: 30, closing: 15 } as const;
/** Slots begin at times that people say, as far as there is room for it. */
const STEP = 5;

/**
 * An agenda to begin from: opening meeting, a walk through each zone from the gate inwards, documents and interviews,
 * closing meeting. No public standard fixes the order or the length; whoever plans changes both. It takes the `available` minutes: where
 * there are fewer than usual every slot gives some, where there are more the walks and the documents get them. A zone where nothing may be
 * recorded has no walk: nobody far away would see it.
 */
export function usualAgenda(zones: readonly Zone[], titles: UsualTitles, available: number): readonly ProposedSlot[] {
  const inwards = zones.filter((zone) => !zone.noRecord).toSorted((a, b) => zoneKinds.indexOf(a.kind) - zoneKinds.indexOf(b.kind));
  return fitted([
    { key: 'opening', title: titles.opening, minutes: minutes.opening },
    ...inwards.map((zone): ProposedSlot => ({ key: zone.id, title: titles.zone(zone), minutes: minutes.zone, zone: zone.id })),
    { key: 'documents', title: titles.documents, minutes: minutes.documents },
    { key: 'closing', title: titles.closing, minutes: minutes.closing },
  ], Math.floor(available));
}

/** The same slots in just that many minutes; as they are where none are left. */
function fitted(slots: readonly ProposedSlot[], available: number): readonly ProposedSlot[] {
  if (available <= 0) return slots;
  const isLonger = available > sum(slots);
  const keeps = (one: ProposedSlot): boolean => isLonger && (one.key === 'opening' || one.key === 'closing');
  const kept = sum(slots.filter(keeps));
  const shared = slots.filter((one) => !keeps(one));
  const factor = (available - kept) / sum(shared);
  const step = available >= STEP * slots.length ? STEP : 1;
  // By where each one ends, so that what is rounded away from one slot goes to the next and nothing is lost at the end.
  let exact = 0;
  let at = 0;
  return slots.map((one, index) => {
    exact += keeps(one) ? one.minutes : one.minutes * factor;
    const isLast = index === slots.length - 1;
    const end = isLast ? available : Math.round(exact / step) * step;
    const its = Math.max(isLast ? 1 : step, end - at);
    at += its;
    return { ...one, minutes: its };
  });
}

function sum(slots: readonly ProposedSlot[]): number {
  return slots.reduce((all, one) => all + one.minutes, 0);
}

/** One after the other from `startsAt` (ms) on. */
export function oneAfterTheOther(slots: readonly ProposedSlot[], startsAt: number): readonly (ProposedSlot & { readonly startsAt: number })[] {
  let at = startsAt;
  return slots.map((slot) => {
    const placed = { ...slot, startsAt: at };
    at += slot.minutes * 60_000;
    return placed;
  });
}

/** When the next slot would begin: after the last one, or with the session. */
export function nextStart(plan: Plan, session: Pick<SessionInfo, 'startsAt'>): number {
  return Math.max(session.startsAt, ...Object.values(plan.slots).map(endOf));
}

export function endOf(slot: Pick<Slot, 'startsAt' | 'minutes'>): number {
  return slot.startsAt + slot.minutes * 60_000;
}

/** The slots that begin before another one is over. */
export function overlapping(plan: Plan): ReadonlySet<string> {
  const found = new Set<string>();
  let until = -Infinity;
  for (const slot of agendaOf(plan)) {
    if (slot.startsAt < until) found.add(slot.id);
    until = Math.max(until, endOf(slot));
  }
  return found;
}
