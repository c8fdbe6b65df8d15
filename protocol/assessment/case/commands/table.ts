import { comparisonCommands } from './comparison.ts';
import { papersCommands } from './papers.ts';
import { planCommands } from './plan.ts';

/** The commands of a case. Their permissions are held by roles of the kind "case" alone (kinds.ts). */
export const caseCommands = { ...planCommands, ...papersCommands, ...comparisonCommands };
