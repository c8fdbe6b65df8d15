import type { LiveClass } from '../../protocol/class/class.ts';
import { holds } from '../../protocol/live/audience.ts';
import type { ParticipantId, RoomId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';

/** What somebody has to hear about polls and groups; `text`, `name` and `group` are filled into the sentence. */
export type SaidOfClass =
  | { readonly key: 'poll' | 'results' | 'word'; readonly text: string; readonly by?: ParticipantId }
  | { readonly key: 'called'; readonly group: RoomId; readonly by: ParticipantId }
  | { readonly key: 'pollClosed' | 'groupsOpen' | 'groupsClosed' };

/** Between one state and the next, for whoever does not look there. */
export function saidOfClass(before: SessionState, after: SessionState, you: ParticipantId): readonly SaidOfClass[] {
  const me = after.participants[you];
  if (!me || before.class === after.class) return [];
  return [...polls(before.class, after.class), ...groups(before, after, holds(after, me, 'class.lead'), you)];
}

function polls({ polls: was }: LiveClass, { polls: now }: LiveClass): SaidOfClass[] {
  if (was === now) return [];
  return Object.values(now.asked).flatMap((poll): SaidOfClass[] => {
    const earlier = was.asked[poll.id]?.state;
    if (earlier === poll.state) return [];
    if (poll.state === 'open') return [{ key: 'poll', text: poll.text }];
    return poll.state === 'shown' ? [{ key: 'results', text: poll.text }] : [{ key: 'pollClosed' }];
  });
}

function groups(before: SessionState, after: SessionState, leads: boolean, you: ParticipantId): SaidOfClass[] {
  const [was, now] = [before.class.groups, after.class.groups];
  if (was === now) return [];
  const said: SaidOfClass[] = [];
  if (now.open && was.open?.id !== now.open.id) said.push({ key: 'groupsOpen' });
  if (was.open && !now.open) said.push({ key: 'groupsClosed' });
  if (now.word && now.word.id !== was.word?.id && now.word.by !== you) said.push({ key: 'word', text: now.word.text, by: now.word.by });
  for (const [group, call] of Object.entries(now.open?.calls ?? {})) {
    if (leads && was.open?.calls[group]?.at !== call.at) said.push({ key: 'called', group, by: call.by });
  }
  return said;
}
