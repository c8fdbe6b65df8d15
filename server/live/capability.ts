import type { Draft } from '../../protocol/live/event.ts';
import type { CommandId, RoomId } from '../../protocol/live/ids.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { SignalName, SignalPayload } from '../../protocol/table.ts';

/** Whether a signal passes, by what it says, once parsed. */
export type SignalRules = { readonly [N in SignalName]?: (state: SessionState, actor: Participant, payload: SignalPayload<N>) => boolean };

/** What a capability adds to the live core beside its decisions; capabilities.ts lists them. */
export interface LiveCapability {
  /** What its signals need beside the ability of their row. */
  readonly signals: SignalRules;
  /** Whether one of its records bears this id; see decide/taken.ts. */
  readonly isTaken: (state: SessionState, id: CommandId) => boolean;
  /** What goes with the beginning and the end of a session. */
  readonly turning?: (state: SessionState, to: 'live' | 'ended') => readonly Draft[];
  /** What it keeps of these rooms before they close, whoever closes them; see decide/closing.ts. */
  readonly keptOf?: (state: SessionState, rooms: readonly RoomId[]) => readonly Draft[];
}
