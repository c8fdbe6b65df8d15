import type { papersCommands } from '../../../../protocol/assessment/case/commands/papers.ts';
import type { Sided } from '../../../../protocol/assessment/case/papers.ts';
import { joint, mayRead, readersOf } from '../../../../protocol/assessment/case/project.ts';
import { limits } from '../../../../protocol/limits.ts';
import type { Participant } from '../../../../protocol/live/participants.ts';
import type { Records } from '../../../../protocol/live/records.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decisions } from '../../../live/decide/decision.ts';

export const decidePapers: Decisions<keyof typeof papersCommands> = {
  'case.task': (state, actor, { task, private: isPrivate, ...data }, { id, now }) => {
    const { tasks } = state.case.papers;
    const before = known(tasks, task, actor);
    if (task !== undefined && !before) return refused('case.absent', 'task');
    if (before && !before.side && isPrivate) return refused('case.shared');
    if (!before && Object.keys(tasks).length >= limits.tasksPerCase) return refused('case.limit', 'task');
    const owner = data.owner === undefined ? undefined : state.participants[data.owner];
    if (data.owner !== undefined && !owner) return refused('participant.absent', 'owner');
    // Whom it is given to must be able to read it.
    if (owner && isPrivate && owner.administration !== actor.administration) return refused('case.foreign', 'owner');
    const sided = isPrivate ? { side: actor.administration } : {};
    return decided({
      type: 'case.taskSet', audience: readersOf(sided),
      data: { ...given(data), ...sided, id: task ?? id, done: before?.done ?? false, by: before?.by ?? actor.id, at: now },
    });
  },

  'case.taskDone': (state, actor, { task, done }) => {
    const before = known(state.case.papers.tasks, task, actor);
    if (!before) return refused('case.absent', 'task');
    return before.done === done ? nothing : decided({ type: 'case.taskDone', data: { task, done }, audience: readersOf(before) });
  },

  'case.removeTask': (state, actor, { task }) => {
    const before = known(state.case.papers.tasks, task, actor);
    return before ? decided({ type: 'case.taskRemoved', data: { task }, audience: readersOf(before) }) : refused('case.absent', 'task');
  },

  'case.note': (state, actor, { note, private: isPrivate, ...data }, { id, now }) => {
    const { notes } = state.case.papers;
    const before = known(notes, note, actor);
    if (note !== undefined && before?.by !== actor.id) return refused('case.absent', 'note');
    // Whoever has read it cannot unread it.
    if (before && !before.side && isPrivate) return refused('case.shared');
    if (!before && Object.keys(notes).length >= limits.notesPerCase) return refused('case.limit', 'note');
    const sided = isPrivate ? { side: actor.administration } : {};
    return decided({ type: 'case.noteWritten', data: { ...given(data), ...sided, id: note ?? id, by: actor.id, at: now }, audience: readersOf(sided) });
  },

  'case.removeNote': (state, actor, { note }) => {
    const before = known(state.case.papers.notes, note, actor);
    return before?.by === actor.id ? decided({ type: 'case.noteRemoved', data: { note }, audience: readersOf(before) }) : refused('case.absent', 'note');
  },

  'case.shareDocument': (state, actor, { document }) => {
    const before = known(state.case.papers.documents, document, actor);
    if (!before) return refused('case.absent', 'document');
    const { side, ...shared } = before;
    return side === undefined ? nothing : decided({ type: 'case.documentFiled', data: shared, audience: joint });
  },

  'case.removeDocument': (state, actor, { document }) => {
    const before = known(state.case.papers.documents, document, actor);
    if (!before) return refused('case.absent', 'document');
    if (state.participants[before.by]?.administration !== actor.administration) return refused('case.foreign', 'document');
    return decided({ type: 'case.documentRemoved', data: { document }, audience: readersOf(before) });
  },

  'case.contact': (state, actor, { contact, ...data }, { id }) => {
    const { contacts } = state.case.papers;
    const before = contact === undefined ? undefined : contacts[contact];
    if (contact !== undefined && !before) return refused('case.absent', 'contact');
    if (before && before.administration !== actor.administration) return refused('case.foreign', 'contact');
    if (!before && Object.keys(contacts).length >= limits.contactsPerCase) return refused('case.limit', 'contact');
    return decided({ type: 'case.contactSet', data: { ...data, id: contact ?? id, administration: actor.administration }, audience: joint });
  },

  'case.removeContact': (state, actor, { contact }) => {
    const before = state.case.papers.contacts[contact];
    if (!before) return refused('case.absent', 'contact');
    return before.administration === actor.administration ? decided({ type: 'case.contactRemoved', data: { contact }, audience: joint }) : refused('case.foreign', 'contact');
  },
};

/** A record that the actor may read: of the others' private part they do not even learn that it is there. */
function known<T extends Sided>(records: Records<T>, id: string | undefined, actor: Participant): T | undefined {
  const one = id === undefined ? undefined : records[id];
  return one && mayRead(one, actor) ? one : undefined;
}

/** Without what was left out, so that a snapshot that went through JSON equals the state it came from. */
function given<T extends object>(data: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
