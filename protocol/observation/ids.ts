/** Identifiers of a visit; what a command creates bears the command's id. */
export type ZoneId = string;
export type SlotId = string;
export type DocumentId = string;
/** One of the conditions A to M of the SAFE Framework (content/observation), or one that an administration added. */
export type CriterionId = string;
export type RequestId = string;
export type ConsentId = string;
export type EvidenceId = string;
export type VersionId = string;
export type InspectionId = string;
export type NoteId = string;
export type FindingId = string;
export type QuestionId = string;

/** The thirteen conditions and requirements of the SAFE Framework, in its order (WCO SAFE Framework of Standards). */
export const safeCriteria = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M'] as const;
