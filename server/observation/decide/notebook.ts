import { limits } from '../../../protocol/limits.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { Audience } from '../../../protocol/live/event.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { notebookCommands } from '../../../protocol/observation/commands/notebook.ts';
import type { Moment, Note } from '../../../protocol/observation/notebook.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decisions } from '../../live/decide/decision.ts';
import { hasCriterion } from './visit.ts';

const SECOND_MS = 1_000;

export const decideNotebook: Decisions<keyof typeof notebookCommands> = {
  'note.write': (state, actor, { note, text, criterion, shared, moment }, { now, id }) => {
    const { notes } = state.observation.notebook;
    const before = note === undefined ? undefined : notes[note];
    if (note !== undefined && before?.by !== actor.id) return refused('visit.absent', 'note');
    if (!before && Object.keys(notes).length >= limits.notesPerVisit) return refused('visit.limit', 'note');
    // Whoever has read it cannot unread it.
    if (before?.shared && !shared) return refused('note.shared');
    if (criterion !== undefined && !hasCriterion(state, criterion)) return refused('visit.absent', 'criterion');
    const side = before?.side ?? actor.administration;
    const where = before ? momentOf(before) : momentNow(state, moment ?? now);
    return decided({
      type: 'note.written', data: { ...where, id: note ?? id, text, ...(criterion === undefined ? {} : { criterion }), shared, side },
      audience: toReaders({ shared, side }),
    });
  },

  'note.remove': (state, actor, { note }) => {
    const before = state.observation.notebook.notes[note];
    return before?.by === actor.id ? decided({ type: 'note.removed', data: { note }, audience: toReaders(before) }) : refused('visit.absent', 'note');
  },

  'finding.write': (state, actor, { finding, moment, ...rest }, { now, id }) => {
    const { findings } = state.observation.notebook;
    const before = finding === undefined ? undefined : findings[finding];
    if (finding !== undefined && !before) return refused('visit.absent', 'finding');
    if (before && before.side !== actor.administration) return refused('finding.foreign');
    if (!before && Object.keys(findings).length >= limits.findingsPerVisit) return refused('visit.limit', 'finding');
    if (!hasCriterion(state, rest.criterion)) return refused('visit.absent', 'criterion');
    // Both sides read findings, so they rest on what both may see.
    const unknown = rest.evidence.find((one) => !state.observation.evidence.released[one]);
    if (unknown !== undefined) return refused('evidence.absent', unknown);
    const where = before ? momentOf(before) : momentNow(state, moment ?? now);
    return decided({
      type: 'finding.written', data: { ...rest, ...where, evidence: [...new Set(rest.evidence)], id: finding ?? id, side: before?.side ?? actor.administration },
      audience: audiences.record,
    });
  },

  'finding.remove': (state, actor, { finding }) => {
    const before = state.observation.notebook.findings[finding];
    if (!before) return refused('visit.absent', 'finding');
    return before.side === actor.administration ? decided({ type: 'finding.removed', data: { finding }, audience: audiences.record }) : refused('finding.foreign');
  },

  'question.ask': (state, _actor, data, { id }) => {
    const { plan, notebook } = state.observation;
    if (Object.keys(notebook.questions).length >= limits.questionsPerVisit) return refused('visit.limit', 'question');
    if (data.slot !== undefined && !plan.slots[data.slot]) return refused('visit.absent', 'slot');
    if (data.criterion !== undefined && !hasCriterion(state, data.criterion)) return refused('visit.absent', 'criterion');
    return decided({ type: 'question.asked', data: { ...data, id }, audience: audiences.visit });
  },

  'question.answer': (state, _actor, data) => {
    if (!state.observation.notebook.questions[data.question]) return refused('visit.absent', 'question');
    return decided({ type: 'question.answered', data, audience: audiences.visit });
  },

  'question.move': (state, actor, { question, state: next }) => {
    const one = state.observation.notebook.questions[question];
    if (!one) return refused('visit.absent', 'question');
    if (next === 'withdrawn' ? one.by !== actor.id : !mayOrder(state, actor, one.by)) return refused('permission.denied', 'question.answer');
    return one.state === next ? nothing : decided({ type: 'question.moved', data: { question, state: next }, audience: audiences.visit });
  },
};

function mayOrder(state: SessionState, actor: Participant, asker: string): boolean {
  return actor.id === asker || holds(state, actor, 'question.answer') || holds(state, actor, 'visit.plan');
}

function toReaders({ shared, side }: Pick<Note, 'shared' | 'side'>): Audience {
  return shared ? audiences.record : { permission: 'visit.record', administration: side };
}

/** To the second, with the slot that is under way. */
function momentNow({ observation }: SessionState, at: number): Moment {
  const { slot, slots } = observation.plan;
  const zone = slot && slots[slot.id]?.zone;
  return { moment: Math.floor(at / SECOND_MS) * SECOND_MS, ...(slot ? { slot: slot.id } : {}), ...(zone === undefined ? {} : { zone }) };
}

function momentOf({ moment, slot, zone }: Moment): Moment {
  return { moment, ...(slot === undefined ? {} : { slot }), ...(zone === undefined ? {} : { zone }) };
}
