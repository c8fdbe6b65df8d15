/**
 * The one protocol table. Every message between client and server has its row here: the Socket.IO types, the
 * dispatcher, the client's typed calls, the fuzz test and the authorisation test are derived from it.
 */
import type { z } from 'zod';
import { interpretationCommands } from './commands/interpretation.ts';
import { assessmentCommands } from './assessment/meeting/commands/table.ts';
import { ceremonyCommands } from './ceremony/commands.ts';
import { caseCommands } from './assessment/case/commands/table.ts';
import { classCommands } from './class/commands/table.ts';
import { mediaCommands } from './commands/media.ts';
import { participantCommands } from './commands/participants.ts';
import { roomCommands } from './commands/rooms.ts';
import { sessionCommands } from './commands/session.ts';
import { stageCommands } from './commands/stage.ts';
import { talkCommands } from './commands/talk.ts';
import type { Result } from './errors.ts';
import type { CommandId, ParticipantId } from './live/ids.ts';
import { notices } from './notices.ts';
import { observationCommands } from './observation/commands/table.ts';
import { requests } from './requests/table.ts';
import type { CommandRow, RequestRow, SignalRow } from './rows.ts';
import { signals } from './signals/table.ts';

export const commands = {
  ...sessionCommands, ...participantCommands, ...roomCommands, ...talkCommands, ...stageCommands, ...mediaCommands, ...interpretationCommands, ...observationCommands,
  ...caseCommands, ...assessmentCommands, ...classCommands, ...ceremonyCommands,
} as const satisfies Record<string, CommandRow>;

export { requests, signals };

export type CommandName = keyof typeof commands;
export type RequestName = keyof typeof requests;
export type SignalName = keyof typeof signals;
export type NoticeName = keyof typeof notices;

/** What a client passes. */
export type CommandInput<N extends CommandName> = z.input<(typeof commands)[N]['payload']>;
export type RequestInput<N extends RequestName> = z.input<(typeof requests)[N]['payload']>;
/** What the server works with, once parsed. */
export type CommandPayload<N extends CommandName> = z.output<(typeof commands)[N]['payload']>;
export type RequestPayload<N extends RequestName> = z.output<(typeof requests)[N]['payload']>;
export type RequestReply<N extends RequestName> = z.output<(typeof requests)[N]['reply']>;
export type SignalPayload<N extends SignalName> = z.output<(typeof signals)[N]['payload']>;
export type NoticePayload<N extends NoticeName> = z.output<(typeof notices)[N]['payload']>;

/** The acknowledgement of a command: the last event of it, or of the state when it changed nothing. */
export interface Done {
  readonly seq: number;
}

/** Three frames go up, each with an acknowledgement but the signal. */
export interface ClientToServer {
  command: (frame: { id: CommandId; name: CommandName; payload: unknown }, ack: (result: Result<Done>) => void) => void;
  request: (frame: { name: RequestName; payload: unknown }, ack: (result: Result<unknown>) => void) => void;
  signal: (frame: { name: SignalName; payload: unknown }) => void;
}

/** Two come down. */
export interface ServerToClient {
  notice: (frame: { [N in NoticeName]: { name: N; payload: NoticePayload<N> } }[NoticeName]) => void;
  signal: (frame: { [N in SignalName]: { name: N; from: ParticipantId; payload: SignalPayload<N> } }[SignalName]) => void;
}

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}
export function isRequest(name: string): name is RequestName {
  return Object.hasOwn(requests, name);
}
export function isSignal(name: string): name is SignalName {
  return Object.hasOwn(signals, name);
}

/** A row by its name, without the exact payload type; for dispatchers and generated tests. */
export function commandRow(name: CommandName): CommandRow {
  return commands[name];
}
export function requestRow(name: RequestName): RequestRow {
  return requests[name];
}
export function signalRow(name: SignalName): SignalRow {
  return signals[name];
}
