import type { SessionEvent } from '../live/event.ts';
import { initialCameras, reduceCameras } from './cameras.ts';
import type { CameraEvents, Cameras } from './cameras.ts';
import { initialConsents, reduceConsents } from './consents.ts';
import type { ConsentEvents, Consents } from './consents.ts';
import { initialEvidence, reduceEvidence } from './evidence.ts';
import type { EvidenceEvents, EvidenceRoom } from './evidence.ts';
import { initialExports, reduceExports } from './exports.ts';
import type { ExportEvents, PackageExports } from './exports.ts';
import { initialInspections, reduceInspections } from './inspections.ts';
import type { Inspection, InspectionEvents } from './inspections.ts';
import { initialNotebook, reduceNotebook } from './notebook.ts';
import type { Notebook, NotebookEvents } from './notebook.ts';
import { initialPlan, reducePlan } from './plan.ts';
import type { Plan, PlanEvents } from './plan.ts';
import type { Records } from './records.ts';
import { initialReport, reduceReport } from './report.ts';
import type { Report, ReportEvents } from './report.ts';
import { initialScope, reduceScope } from './scope.ts';
import type { Scope, ScopeEvents } from './scope.ts';

/** The visit that a session of the kind "observation" makes: its plan, its cameras, its evidence, its record. */
export interface Observation {
  readonly plan: Plan;
  readonly scope: Scope;
  readonly consents: Consents;
  readonly cameras: Cameras;
  readonly evidence: EvidenceRoom;
  readonly inspections: Records<Inspection>;
  readonly notebook: Notebook;
  readonly report: Report;
  /** For who is told of them. */
  readonly exports: PackageExports;
}

export type ObservationEvents = PlanEvents & ScopeEvents & ConsentEvents & CameraEvents & EvidenceEvents & InspectionEvents & NotebookEvents & ReportEvents
  & ExportEvents;

export const initialObservation: Observation = {
  plan: initialPlan, scope: initialScope, consents: initialConsents, cameras: initialCameras, evidence: initialEvidence,
  inspections: initialInspections, notebook: initialNotebook, report: initialReport, exports: initialExports,
};

export function reduceObservation(before: Observation, event: SessionEvent): Observation {
  return {
    plan: reducePlan(before.plan, event),
    scope: reduceScope(before.scope, event),
    consents: reduceConsents(before.consents, event),
    cameras: reduceCameras(before.cameras, event),
    evidence: reduceEvidence(before.evidence, event),
    inspections: reduceInspections(before.inspections, event),
    notebook: reduceNotebook(before.notebook, event),
    report: reduceReport(before.report, event),
    exports: reduceExports(before.exports, event),
  };
}
