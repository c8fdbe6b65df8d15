/** Identifiers are opaque strings made by the server or, for what a command creates, the command's own id. */
export type SessionId = string;
export type ParticipantId = string;
export type PersonId = string;
export type AdministrationId = string;
export type RoomId = string;
export type DeckId = string;
export type MessageId = string;
export type MarkId = string;
export type PublicationId = string;
export type CommandId = string;

/** Every session has this room; it cannot be closed. */
export const FLOOR: RoomId = 'floor';
/** The actor of what the installation itself does: connections that drop, workers that die. */
export const SYSTEM = 'system';
