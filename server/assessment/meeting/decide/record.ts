import { standingOf, newestOf, refusalToWithdraw } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Outcome, OutcomeText } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { recordCommands } from '../../../../protocol/assessment/meeting/commands/record.ts';
import { readersOf } from '../../../../protocol/assessment/meeting/project.ts';
import { holds } from '../../../../protocol/live/audience.ts';
import { delegationOf, ledDelegations } from '../../../../protocol/live/delegations.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { limits } from '../../../../protocol/limits.ts';
import type { ErrorCode } from '../../../../protocol/errors.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decisions } from '../../../live/decide/decision.ts';

export const decideRecord: Decisions<keyof typeof recordCommands> = {
  'position.write': (state, actor, { position, text, item, tabled }, { id }) => {
    const { positions } = state.assessment;
    const before = position === undefined ? undefined : positions[position];
    // What one side keeps to itself is not there for the other.
    if (position !== undefined && (!before || (!before.tabled && before.side !== actor.administration))) return refused('meeting.absent', 'position');
    if (before && before.side !== actor.administration) return refused('delegation.foreign');
    if (!before && Object.keys(positions).length >= limits.meetingRecords) return refused('meeting.limit', 'position');
    if (before?.tabled && !tabled) return refused('position.tabled');
    if (hasNoItem(state, item, before?.item)) return refused('meeting.absent', 'item');
    const data = { id: before?.id ?? id, side: actor.administration, text, tabled, ...(item === undefined ? {} : { item }) };
    return decided({ type: 'position.written', data, audience: readersOf(data) });
  },

  'position.remove': (state, actor, { position }) => {
    const before = state.assessment.positions[position];
    if (!before || (!before.tabled && before.side !== actor.administration)) return refused('meeting.absent', 'position');
    return before.side === actor.administration
      ? decided({ type: 'position.removed', data: { position }, audience: readersOf(before) })
      : refused('delegation.foreign');
  },

  'outcome.propose': (state, _actor, { kind, item, ...body }, { id }) => {
    const all = Object.values(state.assessment.outcomes);
    if (all.length >= limits.meetingRecords) return refused('meeting.limit', 'outcome');
    if (hasNoItem(state, item)) return refused('meeting.absent', 'item');
    if (hasNoOwner(state, body)) return refused('meeting.absent', 'delegation');
    const count = all.filter((one) => one.kind === kind).length + 1;
    return decided({ type: 'outcome.proposed', data: { id, count, kind, ...(item === undefined ? {} : { item }), ...textOf(kind, body) } });
  },

  'outcome.change': (state, _actor, { outcome, base, ...body }) => {
    const one = state.assessment.outcomes[outcome];
    const wrong = refusalOf(one, base);
    if (!one || wrong) return refused(wrong ?? 'meeting.absent', 'outcome');
    if (base >= limits.outcomeVersions) return refused('meeting.limit', 'version');
    const before = newestOf(one);
    if (hasNoOwner(state, body, before.owner)) return refused('meeting.absent', 'delegation');
    const text = textOf(one.kind, body);
    if (text.text === before.text && text.owner === before.owner && text.due === before.due) return nothing;
    // Whoever was asked about the former text is asked about this one.
    const asks = before.asks === undefined ? {} : { asks: before.asks };
    return decided({ type: 'outcome.changed', data: { outcome, number: base + 1, ...text, ...asks } });
  },

  'outcome.readBack': (state, _actor, { outcome, number }) => {
    const one = state.assessment.outcomes[outcome];
    const wrong = refusalOf(one, number);
    if (!one || wrong) return refused(wrong ?? 'meeting.absent', 'outcome');
    if (newestOf(one).asks !== undefined) return nothing;
    const asks = ledDelegations(state);
    return asks.length < 2 ? refused('delegation.noHead') : decided({ type: 'outcome.readBack', data: { outcome, number, asks } });
  },

  'outcome.answer': (state, actor, { outcome, number, agreed, remark }) => {
    const one = state.assessment.outcomes[outcome];
    const wrong = refusalOf(one, number);
    if (!one || wrong) return refused(wrong ?? 'meeting.absent', 'outcome');
    const newest = newestOf(one);
    const { administration } = actor;
    if (newest.asks === undefined) return refused('outcome.notReadBack');
    if (!newest.asks.includes(administration)) return refused('delegation.notAsked');
    if (!agreed && remark === '') return refused('payload.invalid', 'remark');
    const before = newest.answers[administration];
    // What all have agreed to stands; only another text opens it again.
    if ((before?.agreed === agreed && before.remark === remark) || standingOf(newest) === 'agreed') return nothing;
    return decided({ type: 'outcome.answered', data: { outcome, number, administration, agreed, remark } });
  },

  'outcome.withdraw': (state, actor, { outcome }) => {
    const one = state.assessment.outcomes[outcome];
    if (!one) return refused('meeting.absent', 'outcome');
    if (one.withdrawn) return nothing;
    const proposer = state.participants[one.versions[0]!.by];
    const wrong = refusalToWithdraw(one, { administration: actor.administration, records: holds(state, actor, 'meeting.plan') }, proposer?.administration);
    return wrong ? refused(wrong) : decided({ type: 'outcome.withdrawn', data: { outcome } });
  },
};

function refusalOf(outcome: Outcome | undefined, number: number): ErrorCode | undefined {
  if (!outcome) return 'meeting.absent';
  if (outcome.withdrawn) return 'outcome.withdrawn';
  return newestOf(outcome).number === number ? undefined : 'outcome.stale';
}

/** A date and somebody who owes it belong to an action alone. */
function textOf(kind: Outcome['kind'], { text, owner, due }: { readonly text: string; readonly owner?: string | undefined; readonly due?: number | undefined }): OutcomeText {
  return { text, ...(kind === 'action' && owner !== undefined ? { owner } : {}), ...(kind === 'action' && due !== undefined ? { due } : {}) };
}

function hasNoItem({ assessment }: SessionState, item: string | undefined, before?: string): boolean {
  return item !== undefined && item !== before && !assessment.agenda.items[item];
}

function hasNoOwner(state: SessionState, { owner }: { readonly owner?: string | undefined }, before?: string): boolean {
  return owner !== undefined && owner !== before && !delegationOf(state, owner);
}
