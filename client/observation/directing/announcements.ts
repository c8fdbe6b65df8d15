import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { mayDirect } from '../../../protocol/observation/directing.ts';
import type { Answer, CameraRequest } from '../../../protocol/observation/cameras.ts';

export type SaidOfCameras =
  | { readonly key: 'turnMine' | 'turnGone' }
  | { readonly key: 'turnOf' | 'frozen' | 'unfrozen'; readonly who: ParticipantId }
  | { readonly key: 'answered'; readonly request: CameraRequest; readonly answer: Answer };

/** What somebody who does not see the screen has to hear about the cameras between one state and the next. */
export function saidOfCameras(before: SessionState, after: SessionState, you: ParticipantId): readonly SaidOfCameras[] {
  const was = before.observation.cameras;
  const now = after.observation.cameras;
  const me = after.participants[you];
  if (was === now || !me) return [];
  const said: SaidOfCameras[] = [];
  if (was.turn !== now.turn) {
    if (now.turn === you) said.push({ key: 'turnMine' });
    else if (was.turn === you) said.push({ key: 'turnGone' });
    else if (now.turn !== undefined) said.push({ key: 'turnOf', who: now.turn });
  }
  if (now.frozen && was.frozen?.id !== now.frozen.id) said.push({ key: 'frozen', who: now.frozen.camera });
  if (was.frozen && !now.frozen) said.push({ key: 'unfrozen', who: was.frozen.camera });
  for (const request of Object.values(now.requests)) {
    const earlier = was.requests[request.id];
    if (!earlier || earlier.state === request.state || request.state === 'sent') continue;
    // Who asked, and who directs now, wait for it.
    if (request.by === you || mayDirect(after, me)) said.push({ key: 'answered', request, answer: request.state });
  }
  return said;
}
