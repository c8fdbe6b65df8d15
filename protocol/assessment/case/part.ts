import type { Part } from '../../live/parts.ts';
import { initialCase, reduceCase } from './case.ts';
import { projectCase } from './project.ts';

/** The file in the state of a standing session of the kind "case". */
export const casePart: Part<'case'> = { name: 'case', initial: initialCase, reduce: reduceCase, project: projectCase };
