import { groupCommands } from './groups.ts';
import { pollCommands } from './polls.ts';

/** The commands of a class. Their permissions are held by roles of the kind "class" alone (kinds.ts). */
export const classCommands = { ...pollCommands, ...groupCommands };
