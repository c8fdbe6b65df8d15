import { holds } from '../../../protocol/live/audience.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { decided } from '../../live/decide/decision.ts';
import type { Decision } from '../../live/decide/decision.ts';

/** The log tells who takes a package of evidence out of the house, and whether with everything or with what was released. */
export function decideExport(state: SessionState, one: Participant): Decision {
  const { items, released } = state.observation.evidence;
  const view = holds(state, one, 'evidence.custody') ? 'custody' : 'released';
  const count = Object.keys(view === 'custody' ? items : released).length;
  return decided({ type: 'package.exported', data: { view, items: count }, audience: audiences.exports });
}
