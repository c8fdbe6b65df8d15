import type { Part } from '../../live/parts.ts';
import { initialAssessment, reduceAssessment } from './meeting.ts';
import { projectAssessment } from './project.ts';

/** The meeting of delegations in the state of a session of the kind "assessment". */
export const assessmentPart: Part<'assessment'> = { name: 'assessment', initial: initialAssessment, reduce: reduceAssessment, project: projectAssessment };
