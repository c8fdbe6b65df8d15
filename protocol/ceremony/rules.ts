import type { CommandRow } from '../rows.ts';

/**
 * What the routes of a ceremony write is decided after work that takes seconds: printing, signing, sealing. These are asked of whoever
 * called, on the newest state, as the rows of commands are.
 */
export const ceremonyRules = {
  prepare: { permission: 'ceremony.prepare', from: 'seat', phases: ['scheduled', 'open', 'live'] },
  sign: { permission: 'ceremony.sign', from: 'inside', phases: ['scheduled', 'open', 'live'] },
  /** Also after the session: the copies are complete, and nothing more is signed. */
  seal: { permission: 'ceremony.lead', from: 'seat', phases: ['scheduled', 'open', 'live', 'ended'] },
} as const satisfies Record<string, Pick<CommandRow, 'permission' | 'from' | 'phases'>>;
