import { currentPassage } from '../../../protocol/assessment/meeting/agenda.ts';
import { newestOf, stateOf } from '../../../protocol/assessment/meeting/outcomes.ts';
import { caucusOf } from '../../../protocol/live/rooms.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

export interface Said {
  readonly key: 'item' | 'floor' | 'ourFloor' | 'asked' | 'readBack' | 'agreed' | 'refused' | 'caucus';
  readonly values: Readonly<Record<string, string>>;
}

/** What is said between two states to who is in the meeting: what is under way, who has the floor, what was read back and what became of it. */
export function saidOfMeeting(before: SessionState, after: SessionState, you: string): readonly Said[] {
  if (before.assessment === after.assessment && before.rooms === after.rooms) return [];
  const me = after.participants[you];
  if (!me) return [];
  const said: Said[] = [];
  const nameOf = (administration: string): string => Object.values(after.participants).find((one) => one.administration === administration)?.administrationName ?? '';
  const item = currentPassage(after.assessment.agenda);
  if (item && item.from !== currentPassage(before.assessment.agenda)?.from) said.push({ key: 'item', values: { title: item.title } });
  const { current, queue } = after.assessment.speaking;
  if (current && current.since !== before.assessment.speaking.current?.since) {
    said.push({ key: current.administration === me.administration ? 'ourFloor' : 'floor', values: { name: nameOf(current.administration) } });
  }
  for (const one of queue) {
    const isNew = !before.assessment.speaking.queue.some((each) => each.administration === one.administration);
    if (isNew && one.administration !== me.administration) said.push({ key: 'asked', values: { name: nameOf(one.administration) } });
  }
  for (const one of Object.values(after.assessment.outcomes)) {
    const earlier = before.assessment.outcomes[one.id];
    const [was, is] = [earlier && stateOf(earlier), stateOf(one)];
    const isAnother = earlier === undefined || newestOf(earlier).number !== newestOf(one).number;
    if ((is === 'agreed' || is === 'refused' || is === 'readBack') && (was !== is || (is === 'readBack' && isAnother))) said.push({ key: is, values: { text: newestOf(one).text } });
  }
  const caucus = caucusOf(after.rooms, me.administration);
  if (caucus && caucusOf(before.rooms, me.administration)?.id !== caucus.id) said.push({ key: 'caucus', values: { name: caucus.name } });
  return said;
}
