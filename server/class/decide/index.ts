import type { classCommands } from '../../../protocol/class/commands/table.ts';
import type { Decisions } from '../../live/decide/decision.ts';
import { decideGroups } from './groups.ts';
import { decidePolls } from './polls.ts';

export const decideClass: Decisions<keyof typeof classCommands> = { ...decidePolls, ...decideGroups };
