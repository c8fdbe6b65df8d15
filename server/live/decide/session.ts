import type { sessionCommands } from '../../../protocol/commands/session.ts';
import { kinds } from '../../../protocol/kinds.ts';
import { timesFit } from '../../../protocol/live/session.ts';
import { decideEnd, turning } from './closing.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decisions } from './decision.ts';

export const decideSession: Decisions<keyof typeof sessionCommands> = {
  'session.change': ({ session }, _actor, patch) => {
    // What stands open has no hour and no door.
    if (kinds[session.kind].standing) {
      const agreed = ['startsAt', 'endsAt', 'zone', 'lobby'] as const;
      const field = agreed.find((one) => patch[one] !== undefined);
      if (field !== undefined) return refused('time.order', field);
    }
    const startsAt = patch.startsAt ?? session.startsAt;
    const endsAt = patch.endsAt ?? session.endsAt;
    if (!kinds[session.kind].standing && !timesFit({ startsAt, endsAt })) return refused('time.order');
    return Object.keys(patch).length === 0 ? nothing : decided({ type: 'session.changed', data: patch });
  },
  'session.open': ({ session }) => session.phase === 'scheduled' ? decided({ type: 'session.opened', data: {} }) : nothing,
  'session.start': (state) => {
    const { session: { phase } } = state;
    if (phase === 'live') return nothing;
    const started = [{ type: 'session.started', data: {} } as const, ...turning(state, 'live')];
    return phase === 'scheduled' ? decided({ type: 'session.opened', data: {} }, ...started) : decided(...started);
  },
  'session.end': (state) => decideEnd(state),
  'session.lock': ({ session }, _actor, { locked }) =>
    session.locked === locked ? nothing : decided({ type: 'session.locked', data: { locked } }),
};
