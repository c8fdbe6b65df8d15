import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SignalPayload } from '../../../protocol/table.ts';
import { Cell, useCell } from '../../room/live/cell.ts';
import { useLive } from '../../live/context.tsx';
import { perClient } from './perClient.ts';

/** How a field camera's device and line are, as it told last. */
export type CameraReport = SignalPayload<'camera.told'>;

/** What the cameras told; kept from when it is first asked for, so that a panel that opens again shows it at once. */
const reportsOf = perClient((live) => {
  const cell = new Cell<ReadonlyMap<ParticipantId, CameraReport>>(new Map());
  live.onSignal((name, from, payload) => {
    if (name === 'camera.told') cell.change((all) => new Map(all).set(from, payload as CameraReport));
  });
  return cell;
});

/** Empty for who does not give the turn: it is told to those alone. */
export function useCameraReports(): ReadonlyMap<ParticipantId, CameraReport> {
  return useCell(reportsOf(useLive()));
}
