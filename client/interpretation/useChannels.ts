import { useCallback } from 'react';
import { turnOn } from '../../protocol/live/interpretation.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { Channel } from '../../protocol/live/publications.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { useMe, useSession } from '../live/context.tsx';

export interface OfferedChannel {
  readonly channel: Channel;
  /** Who interprets into it in this room now. */
  readonly interpreter?: Participant;
  readonly pivot: boolean;
}

/** The languages that one can listen to here. */
export function useChannels(): readonly OfferedChannel[] {
  const { room } = useMe();
  return useSession(useCallback((state: SessionState) => Object.values(state.interpretation.booths).flatMap(({ languages }) => languages.map((channel) => {
    const turn = turnOn(state.interpretation, channel, room);
    const interpreter = turn && state.participants[turn.interpreter];
    return { channel, pivot: state.interpretation.pivot === channel, ...(interpreter ? { interpreter } : {}) };
  })), [room]), same);
}

function same(a: readonly OfferedChannel[], b: readonly OfferedChannel[]): boolean {
  return a.length === b.length && a.every((one, index) => one.channel === b[index]!.channel && one.interpreter === b[index]!.interpreter && one.pivot === b[index]!.pivot);
}
