import { agendaCommands } from './agenda.ts';
import { delegationCommands } from './delegations.ts';
import { minutesCommands } from './minutes.ts';
import { recordCommands } from './record.ts';
import { speakingCommands } from './speaking.ts';

/** The commands of a meeting of delegations. Their permissions are held by roles of the kind "assessment" alone (kinds.ts). */
export const assessmentCommands = { ...agendaCommands, ...speakingCommands, ...delegationCommands, ...recordCommands, ...minutesCommands };
