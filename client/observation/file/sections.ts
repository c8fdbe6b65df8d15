import { lazy } from 'react';
import type { ComponentType } from 'react';
import { exportWatchers } from '../../../protocol/observation/exports.ts';
import type { Visit } from '../source.tsx';

/** A part of a visit's file, under a heading of its own. */
export interface FileSection {
  /** Also the fragment of its address. */
  readonly id: string;
  /** Key of its name, with the namespace. */
  readonly label: string;
  readonly shows: (visit: Visit) => boolean;
  readonly Content: ComponentType;
  /** The content is a landmark with the same name, as it is in the room: there are not to be two of them. */
  readonly isLandmark?: true;
}

const always = (): boolean => true;

/** The file of a visit, in the order in which a visit goes: planned, prepared, held, written up. */
export const fileSections: readonly FileSection[] = [
  { id: 'overview', label: 'visit:section.overview', shows: always, Content: lazy(async () => ({ default: (await import('../plan/OverviewSection.tsx')).OverviewSection })) },
  { id: 'zones', label: 'visit:section.zones', shows: always, Content: lazy(async () => ({ default: (await import('../plan/ZonesSection.tsx')).ZonesSection })) },
  { id: 'agenda', label: 'visit:section.agenda', shows: always, Content: lazy(async () => ({ default: (await import('../plan/AgendaSection.tsx')).AgendaSection })) },
  { id: 'criteria', label: 'visit:section.criteria', shows: always, Content: lazy(async () => ({ default: (await import('../plan/CriteriaSection.tsx')).CriteriaSection })) },
  { id: 'documents', label: 'visit:section.documents', shows: always, Content: lazy(async () => ({ default: (await import('../plan/DocumentsSection.tsx')).DocumentsSection })) },
  { id: 'rehearsals', label: 'visit:section.rehearsals', shows: always, Content: lazy(async () => ({ default: (await import('../plan/RehearsalsSection.tsx')).RehearsalsSection })) },
  { id: 'consents', label: 'visit:section.consents', shows: always, Content: lazy(async () => ({ default: (await import('../consent/ConsentsSection.tsx')).ConsentsSection })) },
  { id: 'people', label: 'visit:section.people', shows: always, Content: lazy(async () => ({ default: (await import('../plan/PeopleSection.tsx')).PeopleSection })) },
  {
    id: 'evidence', label: 'visit:section.evidence', shows: ({ may }) => may('evidence.see') || may('evidence.custody'),
    Content: lazy(async () => ({ default: (await import('../evidence/EvidenceSection.tsx')).EvidenceSection })),
  },
  { id: 'questions', label: 'visit:section.questions', shows: always, isLandmark: true, Content: lazy(async () => ({ default: (await import('../notebook/QuestionsSection.tsx')).QuestionsSection })) },
  {
    id: 'notes', label: 'visit:section.notes', shows: ({ may }) => may('visit.record'), isLandmark: true,
    Content: lazy(async () => ({ default: (await import('../notebook/NotesSection.tsx')).NotesSection })),
  },
  {
    id: 'findings', label: 'visit:section.findings', shows: ({ may }) => may('visit.record'), isLandmark: true,
    Content: lazy(async () => ({ default: (await import('../notebook/FindingsSection.tsx')).FindingsSection })),
  },
  { id: 'containers', label: 'visit:section.containers', shows: always, isLandmark: true, Content: lazy(async () => ({ default: (await import('../inspection/InspectionsSection.tsx')).InspectionsSection })) },
  {
    id: 'report', label: 'visit:section.report', shows: ({ may }) => may('report.see'),
    Content: lazy(async () => ({ default: (await import('../report/ReportSection.tsx')).ReportSection })),
  },
  {
    id: 'exports', label: 'visit:section.exports', shows: ({ me }) => exportWatchers.includes(me.role),
    Content: lazy(async () => ({ default: (await import('../exports/ExportsSection.tsx')).ExportsSection })),
  },
];
