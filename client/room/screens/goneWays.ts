import type { ErrorCode } from '../../../protocol/errors.ts';
import type { IconName } from '../../ui/icons.tsx';

/** Why somebody is no longer in the session, with what they can do about it. */
export interface GoneWay {
  /** Key below gone in the room's texts; absent: the sentence of the code. */
  readonly text?: string;
  readonly icon: IconName;
  /** again: comes in anew; reload: fetches the page anew; signIn: has to say who they are. */
  readonly way?: 'again' | 'reload' | 'signIn';
  /** Key of the word on the button, below gone. */
  readonly verb?: string;
  /** It was somebody's decision or a fault: not a normal end. */
  readonly stop?: true;
}

export type GoneCode = ErrorCode | 'left';

const ways: Partial<Record<GoneCode, GoneWay>> = {
  left: { text: 'left', icon: 'door', way: 'again', verb: 'comeBack' },
  'session.ended': { text: 'ended', icon: 'check' },
  'session.replaced': { text: 'replaced', icon: 'display', way: 'again', verb: 'useHere' },
  'participant.removed': { text: 'removed', icon: 'door', way: 'again', verb: 'askAgain', stop: true },
  'participant.banned': { text: 'banned', icon: 'stop', stop: true },
  'participant.declined': { text: 'declined', icon: 'door', stop: true },
  'participant.absent': { text: 'absent', icon: 'person', stop: true },
  'identity.required': { text: 'signedOut', icon: 'key', way: 'signIn', verb: 'signIn' },
  'protocol.version': { icon: 'refresh', way: 'reload', verb: 'reload' },
  'rate.limited': { icon: 'warning', way: 'again', verb: 'comeBack', stop: true },
  'session.absent': { icon: 'search', stop: true },
};

export function goneWay(code: GoneCode): GoneWay {
  return ways[code] ?? { icon: 'warning', way: 'reload', verb: 'reload', stop: true };
}
