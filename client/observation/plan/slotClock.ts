import { agendaOf } from '../../../protocol/observation/plan.ts';
import type { Plan, Slot } from '../../../protocol/observation/plan.ts';

export interface SlotClock {
  readonly slot: Slot;
  /** How long it has been under way, ms. */
  readonly elapsedMs: number;
  /** Whole minutes that are left of what was planned; below zero it runs over. */
  readonly leftMinutes: number;
}

/** The slot under way and its clock; nothing between slots. `now` on the server's clock, ms. */
export function slotClock(plan: Plan, now: number): SlotClock | undefined {
  const slot = plan.slot && plan.slots[plan.slot.id];
  if (!slot || !plan.slot) return undefined;
  const elapsedMs = Math.max(0, now - plan.slot.since);
  return { slot, elapsedMs, leftMinutes: Math.ceil(slot.minutes - elapsedMs / 60_000) };
}

/** The slot that comes after the one under way; before the first, the first. */
export function nextSlot(plan: Plan): Slot | undefined {
  const agenda = agendaOf(plan);
  return agenda[agenda.findIndex((slot) => slot.id === plan.slot?.id) + 1];
}
