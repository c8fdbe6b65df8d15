import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SignalPayload } from '../../../protocol/table.ts';
import { Cell, useCell } from '../../room/live/cell.ts';
import { useLive } from '../../live/context.tsx';
import { perClient } from './perClient.ts';

/** Somebody asks that everybody sees this camera large. */
export interface Proposal {
  readonly by: ParticipantId;
  readonly camera: ParticipantId;
}

const proposalOf = perClient((live) => {
  const cell = new Cell<Proposal | undefined>(undefined);
  live.onSignal((name, from, payload) => {
    if (name === 'camera.proposed') cell.set({ by: from, camera: (payload as SignalPayload<'camera.proposed'>).camera });
  });
  return cell;
});

/** The newest proposal that waits for this person, and how to be done with it. */
export function useProposal(): { readonly proposal: Proposal | undefined; readonly done: () => void } {
  const cell = proposalOf(useLive());
  return { proposal: useCell(cell), done: () => cell.set(undefined) };
}
