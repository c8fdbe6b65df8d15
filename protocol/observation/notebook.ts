import type { SessionEvent } from '../live/event.ts';
import type { AdministrationId, ParticipantId } from '../live/ids.ts';
import type { CriterionId, EvidenceId, FindingId, NoteId, QuestionId, SlotId, ZoneId } from './ids.ts';
import { drop, patch, put } from './records.ts';
import type { Records } from './records.ts';

/** The moment that a note or finding is about: what the cameras showed. */
export interface Moment {
  /** ms, to the second. */
  readonly moment: number;
  readonly slot?: SlotId;
  readonly zone?: ZoneId;
}

/** Shared: for the officers of both sides; else for those of the writer's own administration. */
export interface Note extends Moment {
  readonly id: NoteId;
  readonly text: string;
  readonly criterion?: CriterionId;
  readonly shared: boolean;
  readonly side: AdministrationId;
  readonly by: ParticipantId;
  readonly at: number;
}

export const grades = ['conform', 'observation', 'recommendation', 'gap'] as const;
export type Grade = (typeof grades)[number];

export interface Finding extends Moment {
  readonly id: FindingId;
  readonly grade: Grade;
  readonly criterion: CriterionId;
  readonly text: string;
  readonly evidence: readonly EvidenceId[];
  /** Who follows it up, in words: a person of the operator has no seat. */
  readonly owner: string;
  /** Until when, ms; absent: no date. */
  readonly due?: number;
  readonly side: AdministrationId;
  readonly by: ParticipantId;
  /** Last written. */
  readonly at: number;
}

export type QuestionState = 'open' | 'answered' | 'deferred' | 'withdrawn';

/** Asked in the asker's language, queued by item of the agenda, answered live or later in writing. */
export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  readonly slot?: SlotId;
  readonly criterion?: CriterionId;
  readonly by: ParticipantId;
  readonly at: number;
  readonly state: QuestionState;
  readonly answer?: { readonly text: string; readonly inWriting: boolean; readonly by: ParticipantId; readonly at: number };
}

export interface Notebook {
  readonly notes: Records<Note>;
  readonly findings: Records<Finding>;
  readonly questions: Records<Question>;
}

export interface NotebookEvents {
  'note.written': Moment & { id: NoteId; text: string; criterion?: CriterionId; shared: boolean; side: AdministrationId };
  'note.removed': { note: NoteId };
  'finding.written': Moment & {
    id: FindingId; grade: Grade; criterion: CriterionId; text: string; evidence: readonly EvidenceId[]; owner: string; due?: number; side: AdministrationId;
  };
  'finding.removed': { finding: FindingId };
  'question.asked': { id: QuestionId; text: string; slot?: SlotId; criterion?: CriterionId };
  'question.answered': { question: QuestionId; text: string; inWriting: boolean };
  'question.moved': { question: QuestionId; state: 'open' | 'deferred' | 'withdrawn' };
}

export const initialNotebook: Notebook = { notes: {}, findings: {}, questions: {} };

export function reduceNotebook(book: Notebook, event: SessionEvent): Notebook {
  switch (event.type) {
    case 'note.written': return { ...book, notes: put(book.notes, { ...event.data, by: event.actor, at: event.at }) };
    case 'note.removed': return { ...book, notes: drop(book.notes, event.data.note) };
    case 'finding.written': {
      // Whoever corrects a finding does not become its author; nor does it change sides.
      const before = book.findings[event.data.id];
      return { ...book, findings: put(book.findings, { ...event.data, side: before?.side ?? event.data.side, by: before?.by ?? event.actor, at: event.at }) };
    }
    case 'finding.removed': return { ...book, findings: drop(book.findings, event.data.finding) };
    case 'question.asked': return { ...book, questions: put(book.questions, { ...event.data, by: event.actor, at: event.at, state: 'open' }) };
    case 'question.answered': {
      const { question, text, inWriting } = event.data;
      return { ...book, questions: patch(book.questions, question, (one) => ({ ...one, state: 'answered', answer: { text, inWriting, by: event.actor, at: event.at } })) };
    }
    case 'question.moved': return { ...book, questions: patch(book.questions, event.data.question, (one) => ({ ...one, state: event.data.state })) };
    default: return book;
  }
}
