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

/** A slot was under way from one moment to another; without an end it still is. */
export interface Held {
  readonly slot: SlotId;
  readonly from: number;
  readonly to?: number;
  /** Of a slot that was taken out of the agenda afterwards: what it was called. */
  readonly title?: string;
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
  /** What took place of the agenda, the oldest first: the newest five hundred; the log keeps all. */
  readonly held: readonly Held[];
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
  stage: 'preValidation', operator: { name: '', identifier: '', country: '', business: '' }, premises: { name: '', address: '' }, zones: {}, slots: {}, held: [],
};

const KEPT = 500;

export function reducePlan(plan: Plan, event: SessionEvent): Plan {
  switch (event.type) {
    case 'visit.described': return { ...plan, ...event.data };
    case 'visit.staged': return { ...plan, stage: event.data.stage };
    case 'visit.zoned': return { ...plan, zones: put(plan.zones, event.data) };
    case 'visit.zoneRemoved': return { ...plan, zones: drop(plan.zones, event.data.zone), slots: withoutZone(plan.slots, event.data.zone) };
    case 'visit.slotted': return { ...plan, slots: put(plan.slots, event.data) };
    case 'visit.slotRemoved': {
      const gone = event.data.slot;
      const after = plan.slot?.id === gone ? ended(plan, event.at) : plan;
      const title = plan.slots[gone]?.title ?? '';
      return { ...after, slots: drop(plan.slots, gone), held: after.held.map((one) => one.slot === gone ? { ...one, title } : one) };
    }
    case 'visit.slotBegun': {
      const before = ended(plan, event.at);
      const { slot } = event.data;
      return slot === null ? before : { ...before, slot: { id: slot, since: event.at }, held: [...before.held, { slot, from: event.at }].slice(-KEPT) };
    }
    case 'session.ended': return ended(plan, event.at);
    default: return plan;
  }
}

/** Nothing of the agenda is under way any more. */
function ended({ slot, ...plan }: Plan, at: number): Plan {
  return slot === undefined ? plan : { ...plan, held: plan.held.map((one) => one.slot === slot.id && one.to === undefined ? { ...one, to: at } : one) };
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
