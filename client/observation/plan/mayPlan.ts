import type { Visit } from '../source.tsx';

/** Whether the plan can still be changed by these hands; the file of a session that has ended stays as it is. */
export function mayPlan({ may, session }: Pick<Visit, 'may' | 'session'>): boolean {
  return session.phase !== 'ended' && may('visit.plan');
}
