import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import type { SlotId, ZoneId } from './ids.ts';
import { drop, put } from './records.ts';
import type { Records } from './records.ts';

/** The three parts of a validation (WCO training on AEO validation). */
export const stages = ['preValidation', 'onSite', 'postValidation'] as const;
export type VisitStage = (typeof stages)[number];

export const zoneKinds = ['gate', 'perimeter', 'dock', 'warehouse', 'containerYard', 'office', 'itRoom', 'other'] as const;
export type ZoneKind = (typeof zoneKinds)[number];

/** The economic operator that is validated. `identifier`: its AEO or registration number, as its administration writes it. */
export interface Operator {
  readonly name: string;
  readonly identifier: string;
  /** ISO 3166-1 alpha-2; empty: not said yet. */
  readonly country: string;
  /** What it does in the supply chain: importer, warehouse keeper … as people say it. */
  readonly business: string;
}

export interface Premises {
  readonly name: string;
  readonly address: string;
}

export interface Zone {
  readonly id: ZoneId;
  readonly kind: ZoneKind;
  readonly name: string;
  /** Nothing may be captured here, by anybody. */
  readonly noRecord: boolean;
  /** What to know before one films here: protective clothing, poor reception. */
  readonly remark: string;
}

export interface Slot {
  readonly id: SlotId;
  readonly title: string;
  /** ms since the epoch. */
  readonly startsAt: number;
  readonly minutes: number;
  readonly zone?: ZoneId;
  /** Who leads it. */
  readonly owner?: ParticipantId;
}

/** What everybody in the session knows of the visit. */
export interface Plan {
  readonly stage: VisitStage;
  readonly operator: Operator;
  readonly premises: Premises;
  readonly zones: Records<Zone>;
  readonly slots: Records<Slot>;
  /** The slot that is under way. */
  readonly slot?: { readonly id: SlotId; readonly since: number };
}

export interface PlanEvents {
  'visit.described': { operator: Operator; premises: Premises };
  'visit.staged': { stage: VisitStage };
  'visit.zoned': Zone;
  'visit.zoneRemoved': { zone: ZoneId };
  'visit.slotted': Slot;
  'visit.slotRemoved': { slot: SlotId };
  'visit.slotBegun': { slot: SlotId | null };
}

export const initialPlan: Plan = {
  stage: 'preValidation', operator: { name: '', identifier: '', country: '', business: '' }, premises: { name: '', address: '' }, zones: {}, slots: {},
};

export function reducePlan(plan: Plan, event: SessionEvent): Plan {
  switch (event.type) {
    case 'visit.described': return { ...plan, ...event.data };
    case 'visit.staged': return { ...plan, stage: event.data.stage };
    case 'visit.zoned': return { ...plan, zones: put(plan.zones, event.data) };
    case 'visit.zoneRemoved': return { ...plan, zones: drop(plan.zones, event.data.zone), slots: withoutZone(plan.slots, event.data.zone) };
    case 'visit.slotted': return { ...plan, slots: put(plan.slots, event.data) };
    case 'visit.slotRemoved': {
      const { slot, ...rest } = plan;
      return { ...rest, slots: drop(plan.slots, event.data.slot), ...(slot && slot.id !== event.data.slot ? { slot } : {}) };
    }
    case 'visit.slotBegun': {
      const { slot: _before, ...rest } = plan;
      return event.data.slot === null ? rest : { ...rest, slot: { id: event.data.slot, since: event.at } };
    }
    default: return plan;
  }
}

/** The agenda, by time. */
export function agendaOf(plan: Plan): readonly Slot[] {
  return Object.values(plan.slots).toSorted((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
}

function withoutZone(slots: Records<Slot>, zone: ZoneId): Records<Slot> {
  return Object.fromEntries(Object.entries(slots).map(([id, slot]) => {
    const { zone: its, ...rest } = slot;
    return [id, its === zone ? rest : slot];
  }));
}
