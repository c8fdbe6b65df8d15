import { accept, refuse } from '../../../protocol/errors.ts';
import type { ErrorCode, Result } from '../../../protocol/errors.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { CommandId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { CommandName, CommandPayload } from '../../../protocol/table.ts';

export interface Moment {
  /** ms since the epoch, the server's clock. */
  readonly now: number;
  /** The command's id; what the command creates bears it. */
  readonly id: CommandId;
}

/** The events of a command, none when it changes nothing, or a refusal. Decisions are pure. */
export type Decision = Result<readonly Draft[]>;

export type Decide<N extends CommandName> = (
  state: SessionState, actor: Participant, payload: CommandPayload<N>, moment: Moment,
) => Decision;

export type Decisions<N extends CommandName> = { readonly [K in N]: Decide<K> };

export const nothing: Decision = accept([]);

export function decided(...drafts: readonly Draft[]): Decision {
  return accept(drafts);
}

export function refused(code: ErrorCode, detail?: string): Decision {
  return refuse(code, detail);
}
