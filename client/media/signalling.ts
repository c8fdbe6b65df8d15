import type { Result } from '../../protocol/errors.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { JoinReply } from '../../protocol/requests/table.ts';
import type {
  CommandInput, CommandName, Done, NoticeName, NoticePayload, RequestInput, RequestName, RequestReply, SignalName, SignalPayload,
} from '../../protocol/table.ts';

/** What media needs of the live connection (client/live/client.ts is one). */
export interface Signalling {
  readonly you: ParticipantId;
  /** What these eyes may see; undefined until the first join. */
  state(): SessionState | undefined;
  getSnapshot(): { readonly status: 'connecting' | 'joined' | 'reconnecting' | 'gone' };
  /** Told after every change of the state or the connection. Answers how to stop. */
  subscribe(listener: () => void): () => void;
  request<N extends RequestName>(name: N, payload: RequestInput<N>): Promise<Result<RequestReply<N>>>;
  command<N extends CommandName>(name: N, payload: CommandInput<N>): Promise<Result<Done>>;
  signal<N extends SignalName>(name: N, payload: SignalPayload<N>): void;
  onNotice<N extends NoticeName>(name: N, listener: (payload: NoticePayload<N>) => void): () => void;
  /** Every join that took or kept the seat. Told in the same turn as the change of state that it brings. */
  onJoin(listener: (reply: JoinReply) => void): () => void;
}
