import type { SessionEvent } from '../../live/event.ts';
import type { AdministrationId, ParticipantId } from '../../live/ids.ts';
import { drop, patch, put } from '../../live/records.ts';
import type { Records } from '../../live/records.ts';
import type { CaseDocumentId, CaseNoteId, ContactId, Day, ExpectedId, StageId, TaskId } from './ids.ts';

/** Joint, or the private part of one side: what has a side is never received by the other. */
export interface Sided {
  readonly side?: AdministrationId;
}

interface Made {
  readonly by: ParticipantId;
  /** Last written, ms. */
  readonly at: number;
}

export interface Task extends Sided, Made {
  readonly id: TaskId;
  readonly title: string;
  readonly stage?: StageId;
  readonly owner?: ParticipantId;
  readonly due?: Day;
  readonly done: boolean;
}

export interface CaseNote extends Sided, Made {
  readonly id: CaseNoteId;
  readonly text: string;
  readonly stage?: StageId;
}

export interface CaseDocument extends Sided, Made {
  readonly id: CaseDocumentId;
  readonly title: string;
  readonly stage: StageId;
  /** The expected document that it is. */
  readonly expected?: ExpectedId;
  /** SHA-256 of the content. */
  readonly file: string;
  readonly bytes: number;
  readonly mime: string;
  /** Under which it was uploaded. */
  readonly name: string;
}

/** Whom the other side calls: a liaison officer need not have a seat. */
export interface Contact {
  readonly id: ContactId;
  readonly administration: AdministrationId;
  readonly name: string;
  readonly position: string;
  readonly email: string;
  readonly phone: string;
}

/** What the sides write and bring. */
export interface Papers {
  readonly tasks: Records<Task>;
  readonly notes: Records<CaseNote>;
  readonly documents: Records<CaseDocument>;
  readonly contacts: Records<Contact>;
}

/** A record goes whole, so that what was private and becomes joint reaches the other side as it is. */
export interface PapersEvents {
  'case.taskSet': Task;
  'case.taskDone': { task: TaskId; done: boolean };
  'case.taskRemoved': { task: TaskId };
  'case.noteWritten': CaseNote;
  'case.noteRemoved': { note: CaseNoteId };
  'case.documentFiled': CaseDocument;
  'case.documentRemoved': { document: CaseDocumentId };
  'case.contactSet': Contact;
  'case.contactRemoved': { contact: ContactId };
}

export const initialPapers: Papers = { tasks: {}, notes: {}, documents: {}, contacts: {} };

export function reducePapers(papers: Papers, event: SessionEvent): Papers {
  switch (event.type) {
    case 'case.taskSet': return { ...papers, tasks: put(papers.tasks, event.data) };
    case 'case.taskDone': return { ...papers, tasks: patch(papers.tasks, event.data.task, (one) => ({ ...one, done: event.data.done })) };
    case 'case.taskRemoved': return { ...papers, tasks: drop(papers.tasks, event.data.task) };
    case 'case.noteWritten': return { ...papers, notes: put(papers.notes, event.data) };
    case 'case.noteRemoved': return { ...papers, notes: drop(papers.notes, event.data.note) };
    case 'case.documentFiled': return { ...papers, documents: put(papers.documents, event.data) };
    case 'case.documentRemoved': return { ...papers, documents: drop(papers.documents, event.data.document) };
    case 'case.contactSet': return { ...papers, contacts: put(papers.contacts, event.data) };
    case 'case.contactRemoved': return { ...papers, contacts: drop(papers.contacts, event.data.contact) };
    default: return papers;
  }
}
