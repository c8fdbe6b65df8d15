/** Identifiers of a case; what a command creates bears the command's id. */
export type ProgrammeId = string;
export type TaskId = string;
export type ContactId = string;
export type CaseNoteId = string;
export type CaseDocumentId = string;
export type ComparisonId = string;
/** A document that a stage expects, by its id in content/assessment/stages.yaml. */
export type ExpectedId = string;

/** The stages of a case in their order; what each is about and which documents it expects is in content/assessment/stages.yaml. */
export const stageIds = ['work-plan', 'comparison', 'observed-validations', 'text', 'signature', 'implementation', 'maintenance'] as const;
export type StageId = (typeof stageIds)[number];

/** A day of the calendar, without a zone: 2026-11-25. */
export type Day = string;
