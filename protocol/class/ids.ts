/** Opaque, as all ids (live/ids.ts). What a command creates bears its id; the rooms of groups bear it with a number. */
export type PollId = string;
/** Groups that were opened together. */
export type GroupingId = string;
/** A group is a side room; what is kept of it when it closes bears the same id. */
export type GroupId = string;
