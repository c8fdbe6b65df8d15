import { useSession } from '../live/context.tsx';

/** Groups that wait for somebody who leads the class. A hook, as the others: see room/panels.ts. */
export function useCalls(): number {
  return useSession((state) => state.session.kind === 'class' ? Object.keys(state.class.groups.open?.calls ?? {}).length : 0);
}
