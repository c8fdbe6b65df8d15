import type { LiveClass } from '../../../protocol/class/class.ts';
import type { Answer, AskedPoll, Tally } from '../../../protocol/class/polls.ts';
import { tally } from '../../../protocol/class/polls.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';

/** Who has answered, as far as these eyes may know. */
export function votersOf({ polls }: LiveClass, poll: AskedPoll): readonly ParticipantId[] {
  return poll.anonymous ? polls.voters[poll.id] ?? [] : Object.keys(polls.answers[poll.id] ?? {});
}

/** Results for these eyes: for who leads the class also while a poll with names is open. */
export function resultFor({ polls }: LiveClass, poll: AskedPoll, leads: boolean): Tally | undefined {
  const known = polls.results[poll.id];
  if (known || !leads || poll.anonymous) return known;
  return tally(poll, Object.values(polls.answers[poll.id] ?? {}));
}

export function isSame(a: Answer, b: Answer): boolean {
  return a.text === b.text && a.choices.join() === b.choices.join();
}

/** Of those who answered, rounded to whole per cent. */
export function shareOf(count: number, answered: number): number {
  return answered === 0 ? 0 : Math.round((count / answered) * 100);
}

/** The mean of a scale, its steps counted from 1. */
export function meanOf({ counts, answered }: Tally): number | undefined {
  return answered === 0 ? undefined : counts.reduce((sum, count, place) => sum + count * (place + 1), 0) / answered;
}
