import type { Result } from '../../../protocol/errors.ts';
import { accept, refuse } from '../../../protocol/errors.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { Content } from '../../../protocol/observation/evidence.ts';
import { serveFile } from '../../files/serve.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { orThrow } from '../../refusal.ts';
import type { FileStore } from '../../store/store.ts';
import { addressOf, partOf } from './part.ts';
import type { PartAddress } from './part.ts';
import { extensionOf } from './signature.ts';

export function serveHandlers(files: FileStore): Pick<RouteHandlers, 'evidenceFile'> {
  return {
    evidenceFile: async (call) => {
      const { live, participant } = seatOf(call);
      const address = orThrow(addressOf(call.params));
      const { hash, bytes, mime } = orThrow(visibleTo(live.state, participant, address));
      const name = `${address.evidence}-${address.part}.${extensionOf(mime)}`;
      // Whoever may see it today may not tomorrow: a page asks again each time, and the answer is short.
      await serveFile(files, { hash, bytes, mime, name, isImmutable: false }, call.request, call.response);
    },
  };
}

/** Custody sees every version that is stored; everybody else the one that was released, and learns of no other. */
function visibleTo(state: SessionState, viewer: Participant, address: PartAddress): Result<Content> {
  if (holds(state, viewer, 'evidence.custody')) {
    const part = partOf(state, address);
    if (!part.ok) return part;
    const { item, content, isStored } = part.value;
    if (item.state === 'discarded') return refuse('evidence.discarded');
    return isStored ? accept(content) : refuse('evidence.notStored');
  }
  const { released } = state.observation.evidence;
  const one = Object.hasOwn(released, address.evidence) ? released[address.evidence] : undefined;
  const content = one?.version === address.version ? one.pictured[address.part] : undefined;
  return content && holds(state, viewer, 'evidence.see') ? accept(content) : refuse('evidence.absent');
}
