import type { caseCommands } from '../../../../protocol/assessment/case/commands/table.ts';
import type { Decisions } from '../../../live/decide/decision.ts';
import { decideComparison } from './comparison.ts';
import { decidePapers } from './papers.ts';
import { decidePlan } from './plan.ts';

export const decideCase: Decisions<keyof typeof caseCommands> = { ...decidePlan, ...decidePapers, ...decideComparison };
