import { assessmentLive } from '../assessment/meeting/live.ts';
import { caseLive } from '../assessment/case/live.ts';
import { ceremonyLive } from '../ceremony/live.ts';
import { classLive } from '../class/live.ts';
import { observationLive } from '../observation/live.ts';
import type { LiveCapability } from './capability.ts';

/** What the kinds of session add to the live core: named here once, asked by signals.ts, decide/taken.ts and decide/closing.ts. */
export const capabilities: readonly LiveCapability[] = [observationLive, caseLive, assessmentLive, classLive, ceremonyLive];
