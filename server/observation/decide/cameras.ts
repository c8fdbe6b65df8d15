import { limits } from '../../../protocol/limits.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { cameraCommands } from '../../../protocol/observation/commands/cameras.ts';
import { mayDirect } from '../../../protocol/observation/directing.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decisions } from '../../live/decide/decision.ts';
import { hasCriterion, hasZone } from './visit.ts';

export const decideCameras: Decisions<keyof typeof cameraCommands> = {
  'camera.place': (state, actor, { zone }) => {
    if (zone !== null && !hasZone(state, zone)) return refused('visit.absent', 'zone');
    return (state.observation.cameras.places[actor.id] ?? null) === zone ? nothing : decided({ type: 'camera.placed', data: { camera: actor.id, zone } });
  },

  'camera.turn': (state, _actor, { participant }) => {
    if ((state.observation.cameras.turn ?? null) === participant) return nothing;
    if (participant !== null) {
      const one = state.participants[participant];
      if (!one || one.presence !== 'in') return refused('participant.absent');
      if (!holds(state, one, 'camera.direct')) return refused('permission.denied', 'camera.direct');
    }
    return decided({ type: 'camera.turned', data: { participant } });
  },

  'camera.request': (state, actor, data, { id }) => {
    if (!mayDirect(state, actor)) return refused('camera.notYourTurn');
    if (!isCamera(state, data.camera)) return refused('camera.absent');
    if (data.kind === 'goTo' && data.zone === undefined) return refused('visit.absent', 'zone');
    if (data.zone !== undefined && !hasZone(state, data.zone)) return refused('visit.absent', 'zone');
    if (data.criterion !== undefined && !hasCriterion(state, data.criterion)) return refused('visit.absent', 'criterion');
    return decided({ type: 'camera.requested', data: { ...data, id }, audience: audiences.visit });
  },

  'camera.answer': (state, actor, { request, answer }) => {
    const one = state.observation.cameras.requests[request];
    if (!one || one.camera !== actor.id) return refused('camera.absent', 'request');
    // What is done or declined is over; an acknowledgement that comes late says nothing new.
    if (one.state === answer || one.state === 'done' || one.state === 'declined') return nothing;
    return decided({ type: 'camera.answered', data: { request, answer }, audience: audiences.visit });
  },

  'camera.freeze': (state, _actor, { camera }, { id }) => {
    if (!isCamera(state, camera)) return refused('camera.absent');
    return state.observation.cameras.frozen?.camera === camera ? nothing : decided({ type: 'camera.frozen', data: { id, camera } });
  },

  'camera.unfreeze': (state) => state.observation.cameras.frozen ? decided({ type: 'camera.unfrozen', data: {} }) : nothing,

  'camera.mark': (state, _actor, { freeze, mark }) => {
    const { frozen } = state.observation.cameras;
    if (frozen?.id !== freeze) return refused('camera.notFrozen');
    return frozen.marks.length >= limits.annotations ? refused('mark.limit') : decided({ type: 'camera.marked', data: { freeze, mark } });
  },

  'camera.clearMarks': (state, _actor, { freeze }) => {
    const { frozen } = state.observation.cameras;
    if (frozen?.id !== freeze) return refused('camera.notFrozen');
    return frozen.marks.length === 0 ? nothing : decided({ type: 'camera.marksCleared', data: { freeze } });
  },
};

function isCamera(state: SessionState, id: ParticipantId): boolean {
  const one = state.participants[id];
  return one?.presence === 'in' && holds(state, one, 'camera.film');
}
