import type { Part } from '../live/parts.ts';
import { initialClass, reduceClass } from './class.ts';
import { projectClass } from './project.ts';

/** Polls and groups in the state of a session of the kind "class". */
export const classPart: Part<'class'> = { name: 'class', initial: initialClass, reduce: reduceClass, project: projectClass };
