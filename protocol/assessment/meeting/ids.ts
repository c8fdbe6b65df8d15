/** Each bears the id of the command that made it. */
export type ItemId = string;
export type PositionId = string;
export type OutcomeId = string;
