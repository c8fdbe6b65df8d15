import { useMay, useSession } from '../../live/context.tsx';

/** How many wait in the lobby, for who may let them in. */
export function useWaitingCount(): number {
  const may = useMay('lobby.manage');
  const count = useSession((state) => Object.values(state.participants).filter((one) => one.lobby === 'waiting').length);
  return may ? count : 0;
}
