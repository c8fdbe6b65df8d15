import type { ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import type { NoticeName, NoticePayload } from '../../protocol/table.ts';

/** Reaches the connection that holds a participant's seat; nothing happens when there is none just now. */
export type Notify = <N extends NoticeName>(session: SessionId, participant: ParticipantId, name: N, payload: NoticePayload<N>) => void;
