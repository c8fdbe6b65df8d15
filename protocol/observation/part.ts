import type { Part } from '../live/parts.ts';
import { initialObservation, reduceObservation } from './observation.ts';
import { projectObservation } from './project.ts';

/** The visit in the state of a session of the kind "observation". */
export const observationPart: Part<'observation'> = {
  name: 'observation', initial: initialObservation, reduce: reduceObservation, project: projectObservation,
};
