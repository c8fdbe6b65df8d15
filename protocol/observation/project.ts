import type { Audience } from '../live/event.ts';
import type { Participant } from '../live/participants.ts';
import type { Permission } from '../permissions.ts';
import type { Consents } from './consents.ts';
import { exportWatchers } from './exports.ts';
import { initialObservation } from './observation.ts';
import type { Observation } from './observation.ts';

/** Who receives which part of a visit. `projectObservation` and the audience of every event follow it alike. */
export const audiences = {
  /** Plan, zones and their consents, pauses, where cameras are, what is frozen: everybody inside. */
  open: 'everyone',
  /** Criteria, documents, rehearsals, requests, inspections, questions: not the operator's staff. */
  visit: { permission: 'visit.see' },
  /** Findings, and notes that are shared: the officers of both sides. */
  record: { permission: 'visit.record' },
  custody: { permission: 'evidence.custody' },
  released: { permission: 'evidence.see' },
  report: { permission: 'report.see' },
  exports: { roles: exportWatchers },
} as const satisfies Record<string, Audience>;

/** The visit for one pair of eyes that are inside, or that look into its file afterwards. */
export function projectObservation(all: Observation, one: Participant, holds: (permission: Permission) => boolean): Observation {
  const none = initialObservation;
  const { notes, findings, questions } = all.notebook;
  const seesVisit = holds('visit.see');
  const seesRecord = holds('visit.record');
  return {
    plan: all.plan,
    scope: seesVisit ? all.scope : none.scope,
    consents: holds('consent.see') ? all.consents : ownConsents(all.consents, one),
    cameras: seesVisit ? all.cameras : { ...all.cameras, requests: {} },
    evidence: {
      items: holds('evidence.custody') ? all.evidence.items : {},
      released: holds('evidence.see') ? all.evidence.released : {},
      withheld: holds('evidence.see') ? all.evidence.withheld : {},
    },
    inspections: seesVisit ? all.inspections : none.inspections,
    notebook: {
      notes: seesRecord ? pick(notes, (note) => note.shared || note.side === one.administration) : {},
      findings: seesRecord ? findings : {},
      questions: seesVisit ? questions : {},
    },
    report: holds('report.see') ? all.report : none.report,
    exports: exportWatchers.includes(one.role) ? all.exports : none.exports,
  };
}

function ownConsents(all: Consents, { id }: Participant): Consents {
  return {
    ...all, persons: pick(all.persons, (each) => each.participant === id),
    record: { ...all.record, persons: all.record.persons.filter((each) => each.participant === id) },
  };
}

function pick<T>(all: Readonly<Record<string, T>>, test: (value: T) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => test(value)));
}
