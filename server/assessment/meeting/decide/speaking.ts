import type { speakingCommands } from '../../../../protocol/assessment/meeting/commands/speaking.ts';
import { holds } from '../../../../protocol/live/audience.ts';
import { delegationOf, isDelegate } from '../../../../protocol/live/delegations.ts';
import type { AdministrationId, ParticipantId } from '../../../../protocol/live/ids.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import type { ErrorCode } from '../../../../protocol/errors.ts';
import { decided, nothing, refused } from '../../../live/decide/decision.ts';
import type { Decisions } from '../../../live/decide/decision.ts';

export const decideSpeaking: Decisions<keyof typeof speakingCommands> = {
  'speaking.ask': (state, actor, { speaker = actor.id }) => {
    const { administration } = actor;
    const wrong = refusalOf(state, administration, speaker);
    if (wrong) return refused(wrong);
    const before = state.assessment.speaking.queue.find((one) => one.administration === administration);
    return before?.speaker === speaker ? nothing : decided({ type: 'speaking.asked', data: { administration, speaker } });
  },

  'speaking.withdraw': (state, actor, { administration = actor.administration }) => {
    if (administration !== actor.administration && !holds(state, actor, 'meeting.lead')) return refused('delegation.foreign');
    return state.assessment.speaking.queue.some((one) => one.administration === administration)
      ? decided({ type: 'speaking.withdrawn', data: { administration } })
      : nothing;
  },

  'speaking.order': ({ assessment: { speaking } }, _actor, { administrations }) => speaking.queue.length < 2
    ? nothing
    : decided({ type: 'speaking.ordered', data: { administrations: [...new Set(administrations)] } }),

  'speaking.give': (state, _actor, { administration, speaker, minutes }) => {
    const asked = state.assessment.speaking.queue.find((one) => one.administration === administration);
    const delegation = delegationOf(state, administration);
    // Who was named may have gone since.
    const named = asked && state.participants[asked.speaker]?.presence === 'in' ? asked.speaker : delegation?.head;
    const who = speaker ?? named;
    if (!delegation || who === undefined) return refused('meeting.absent', 'delegation');
    const wrong = refusalOf(state, administration, who);
    if (wrong) return refused(wrong);
    return decided({ type: 'speaking.given', data: { administration, speaker: who, ...(minutes === undefined ? {} : { minutes }) } });
  },

  'speaking.time': ({ assessment: { speaking } }, _actor, { minutes }) => {
    if (!speaking.current) return refused('speaking.nobody');
    return speaking.current.minutes === minutes ? nothing : decided({ type: 'speaking.timed', data: { minutes } });
  },

  'speaking.pass': (state, actor, { speaker }) => {
    const { current } = state.assessment.speaking;
    if (!current) return refused('speaking.nobody');
    if (current.administration !== actor.administration) return refused('delegation.foreign');
    const wrong = refusalOf(state, actor.administration, speaker);
    if (wrong) return refused(wrong);
    return current.speaker === speaker ? nothing : decided({ type: 'speaking.passed', data: { speaker } });
  },

  'speaking.end': (state, actor) => {
    const { current } = state.assessment.speaking;
    if (!current) return refused('speaking.nobody');
    if (current.administration !== actor.administration && !holds(state, actor, 'meeting.lead')) return refused('delegation.foreign');
    return decided({ type: 'speaking.ended', data: {} });
  },
};

/** Only somebody of a delegation who is here speaks for it. */
function refusalOf({ participants }: SessionState, administration: AdministrationId, speaker: ParticipantId): ErrorCode | undefined {
  const one = participants[speaker];
  if (!one || one.presence !== 'in') return 'participant.absent';
  return one.administration === administration && isDelegate(one) ? undefined : 'delegation.foreign';
}
