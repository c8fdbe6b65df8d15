import { may } from '../../protocol/kinds.ts';
import type { Role } from '../../protocol/kinds.ts';
import type { ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import type { SessionInfo } from '../../protocol/live/session.ts';
import { awaitedConsents } from '../../protocol/observation/awaited.ts';
import type { RouteHandlers } from '../http/call.ts';
import type { LiveHost } from '../live/host.ts';

/** The sessions in which somebody has a seat, as they are known without opening their logs. */
export type SeatsOf = (participant: ParticipantId) => Iterable<{
  readonly id: SessionId;
  readonly info: Pick<SessionInfo, 'kind' | 'phase'>;
  readonly seats: Readonly<Record<ParticipantId, { readonly role: Role }>>;
}>;

/** The consents that wait for the caller, in all visits of which they are the operator's. */
export function awaitedHandlers(host: LiveHost, seatsOf: SeatsOf): Pick<RouteHandlers, 'awaitedConsents'> {
  return {
    awaitedConsents: async ({ caller }) => {
      if (caller.kind !== 'person') return { visits: [] };
      const { id } = caller.person;
      // Only visits in which they could have to say something are opened.
      const theirs = [...seatsOf(id)].filter(({ info, seats }) => info.kind === 'observation' && info.phase !== 'ended' && may(info.kind, seats[id]!.role, 'consent.own'));
      const opened = await Promise.all(theirs.map((one) => host.get(one.id)));
      return {
        visits: opened.flatMap(({ state }) => {
          const one = state.participants[id];
          const awaited = one && awaitedConsents(state, one);
          return awaited ? [{ session: state.session.id, title: state.session.title, startsAt: state.session.startsAt, ...awaited }] : [];
        }).toSorted((a, b) => a.startsAt - b.startsAt),
      };
    },
  };
}
