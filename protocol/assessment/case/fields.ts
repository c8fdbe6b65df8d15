import { z } from 'zod';
import { safeCriteria } from '../../criteria.ts';
import { line } from '../../fields.ts';
import { stageIds } from './ids.ts';

export const stage = z.enum(stageIds);
export const criterion = z.enum(safeCriteria);
/** A day of the calendar that exists. */
export const day = z.iso.date();
export const orNothing = (max: number): z.ZodType<string, string> => z.union([z.literal(''), line(max)]);
