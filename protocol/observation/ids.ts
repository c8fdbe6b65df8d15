/** Identifiers of a visit; what a command creates bears the command's id. */
export type ZoneId = string;
export type SlotId = string;
export type DocumentId = string;
/** One of the conditions A to M of the SAFE Framework (content/criteria), or one that an administration added. */
export type CriterionId = string;
export type RequestId = string;
export type ConsentId = string;
export type EvidenceId = string;
export type VersionId = string;
export type InspectionId = string;
export type NoteId = string;
export type FindingId = string;
export type QuestionId = string;
