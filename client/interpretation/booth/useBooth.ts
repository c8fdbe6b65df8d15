import { useCallback } from 'react';
import { boothOf } from '../../../protocol/live/interpretation.ts';
import type { Booth, Turn } from '../../../protocol/live/interpretation.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Channel } from '../../../protocol/live/publications.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useMe, useSession } from '../../live/context.tsx';
import { useCommand } from '../../room/live/useCommand.ts';

export interface OwnBooth {
  readonly booth: Booth;
  /** In the room where one is. */
  readonly turn?: Turn;
  readonly isMine: boolean;
  /** Who has the turn, when it is the partner. */
  readonly holder?: Participant;
  /** The line of who has the turn is gone: listeners hear the floor. */
  readonly isLost: boolean;
  /** Who has asked for the hand-over, when it is the partner. */
  readonly asks?: Participant;
  /** One has asked oneself, and waits. */
  readonly hasAsked: boolean;
  /** The others of the booth who are in this room now. */
  readonly partners: readonly Participant[];
  readonly relay: Channel;
  readonly take: (language?: Channel) => void;
  readonly ask: () => void;
  readonly release: () => void;
  readonly listenTo: (channel: Channel) => void;
  /** What the one key for the turn does now. */
  readonly handOver: () => void;
}

const noTurn: Pick<OwnBooth, 'isMine' | 'isLost' | 'hasAsked'> = { isMine: false, isLost: false, hasAsked: false };

/** The booth in which one sits, as one sees it; undefined for everybody else. */
export function useBooth(): OwnBooth | undefined {
  const { you } = useLive();
  const { room } = useMe();
  const run = useCommand();
  const booth = useSession(useCallback((state: SessionState) => boothOf(state.interpretation, you), [you]));
  const relay = useSession(useCallback((state: SessionState) => state.interpretation.relays[you] ?? FLOOR_CHANNEL, [you]));
  const participants = useSession((state) => state.participants);
  if (!booth) return undefined;
  const turn = booth.turns[room];
  const here = (id: string | undefined): Participant | undefined => {
    const one = id === undefined || id === you ? undefined : participants[id];
    return one?.presence === 'in' && one.room === room ? one : undefined;
  };
  const partners = booth.seats.map((seat) => here(seat.participant)).filter((one) => one !== undefined);
  const holder = here(turn?.interpreter);
  const asks = here(turn?.asked);
  const take = (language: Channel = turn?.language ?? booth.languages[0]!): void => (
    void run('interpretation.take', { booth: booth.id, language, from: turn?.interpreter ?? null })
  );
  const ask = (): void => void run('interpretation.ask', { booth: booth.id });
  const isMine = turn?.interpreter === you;
  return {
    booth, partners, relay, take, ask,
    release: () => void run('interpretation.release', { booth: booth.id }),
    listenTo: (channel) => void run('interpretation.relay', { channel }),
    handOver: isMine ? ask : () => take(),
    ...(turn ? { turn, isMine, isLost: holder?.connected === false, hasAsked: turn.asked === you } : noTurn),
    ...(holder ? { holder } : {}), ...(asks ? { asks } : {}),
  };
}
