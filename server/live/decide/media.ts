import type { mediaCommands } from '../../../protocol/commands/media.ts';
import { accept } from '../../../protocol/errors.ts';
import type { Audience, Draft } from '../../../protocol/live/event.ts';
import { turnOn } from '../../../protocol/live/interpretation.ts';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Publication } from '../../../protocol/live/publications.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import { belongs } from '../../../protocol/live/rooms.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decision, Decisions } from './decision.ts';

export const decideMedia: Decisions<keyof typeof mediaCommands> = {
  'media.pause': (state, actor, { publication }) => own(state, actor.id, publication, (one) =>
    one.paused ? nothing : decided(about(one, { type: 'media.paused', data: { publication } }))),

  'media.resume': (state, actor, { publication }) => own(state, actor.id, publication, (one) =>
    !one.paused ? nothing
      : isSilentInterpreter(state, actor, one) ? refused('interpretation.notYourTurn')
        : decided(about(one, { type: 'media.resumed', data: { publication } }))),

  'media.close': (state, actor, { publication }) => own(state, actor.id, publication, (one) =>
    decided(about(one, { type: 'media.closed', data: { publication } }))),

  'media.mute': (state, actor, { participant, source }) => {
    if (!state.participants[participant]) return refused('participant.absent');
    return accept(Object.values(state.publications)
      .filter((one) => one.participant === participant && one.source === source)
      // What somebody says to a room that the sender does not hear is not the sender's to silence.
      .filter((one) => one.room === undefined || belongs(state.rooms[one.room], actor))
      .flatMap(silence));
  },

  'media.muteAll': (state, actor, { except }) => accept(Object.values(state.publications)
    .filter((one) => one.source === 'microphone' && one.channel === FLOOR_CHANNEL && one.participant !== actor.id && !except.includes(one.participant))
    .filter((one) => one.room === undefined && state.participants[one.participant]?.room === actor.room)
    .flatMap(silence)),

  'readiness.report': (_state, actor, report) =>
    decided({ type: 'readiness.reported', data: { participant: actor.id, report }, audience: { permission: 'readiness.see' } }),
};

function own(state: SessionState, participant: string, id: string, then: (one: Publication) => Decision): Decision {
  const one = state.publications[id];
  return one && one.participant === participant ? then(one) : refused('media.absent');
}

/** On the channel of a language speaks who has the turn there; the partner's stream waits. */
function isSilentInterpreter(state: SessionState, actor: Participant, { channel }: Publication): boolean {
  return channel !== FLOOR_CHANNEL && turnOn(state.interpretation, channel, actor.room)?.interpreter !== actor.id;
}

/** A share is ended, because only its sender can choose a window again; microphone and camera are paused. */
function silence(one: Publication): Draft[] {
  const publication = one.id;
  if (one.source === 'screen' || one.source === 'screenAudio' || one.source === 'document') {
    return [about(one, { type: 'media.closed', data: { publication } })];
  }
  return one.paused ? [] : [about(one, { type: 'media.paused', data: { publication } })];
}

/** What happens to a stream is told to those who know of it. */
export function about(one: Pick<Publication, 'room'>, draft: Draft): Draft {
  const audience: Audience = one.room === undefined ? 'everyone' : { room: one.room };
  return { ...draft, audience };
}
