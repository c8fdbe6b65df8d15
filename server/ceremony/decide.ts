import { isFrozen, otherSide, stepsOnStage } from '../../protocol/ceremony/ceremony.ts';
import type { ceremonyCommands } from '../../protocol/ceremony/commands.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { decided, nothing, refused } from '../live/decide/decision.ts';
import type { Decisions } from '../live/decide/decision.ts';
import { usualSteps } from './content.ts';

export const decideCeremony: Decisions<keyof typeof ceremonyCommands> = {
  'ceremony.side': (state, _actor, payload) => {
    const { ceremony } = state;
    if (isFrozen(ceremony)) return refused('ceremony.frozen');
    if (ceremony.sides[otherSide(payload.side)]?.administration === payload.administration) return refused('ceremony.sameSide');
    for (const as of ['signatory', 'witness'] as const) {
      if (!isFit(state, payload[as], as, payload.administration)) return refused('participant.absent', as);
    }
    return decided({ type: 'ceremony.sideSet', data: payload });
  },

  'ceremony.options': ({ ceremony }, _actor, options) => isFrozen(ceremony) ? refused('ceremony.frozen') : decided({ type: 'ceremony.optionsSet', data: options }),

  'ceremony.fillIn': ({ ceremony }, _actor, { of, values }) => isFrozen(ceremony)
    ? refused('ceremony.frozen')
    : decided({ type: 'ceremony.filledIn', data: { of, values } }),

  'ceremony.order': () => decided({ type: 'ceremony.ordered', data: { steps: usualSteps() } }),

  'ceremony.step': ({ ceremony }, _actor, { step }) => {
    if (step !== null && !stepsOnStage(ceremony).some(({ id }) => id === step)) return refused('ceremony.noStep');
    return (ceremony.step ?? null) === step ? nothing : decided({ type: 'ceremony.stepped', data: { step } });
  },
};

/** Who is named to sign has that role, and is of that side's administration. */
function isFit({ participants }: SessionState, id: string | undefined, role: 'signatory' | 'witness', administration: string): boolean {
  if (id === undefined) return true;
  const one = Object.hasOwn(participants, id) ? participants[id] : undefined;
  return one !== undefined && one.role === role && one.administration === administration && one.presence !== 'removed' && one.presence !== 'banned';
}
