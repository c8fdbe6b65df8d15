import type { LiveClass } from '../../../protocol/class/class.ts';
import { isRight } from '../../../protocol/class/polls.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { votersOf } from '../polls/answers.ts';
import { traineesOf } from '../useClass.ts';

/** How somebody follows, for who leads the class. */
export interface Attention {
  readonly one: Participant;
  /** lost: the connection; away: the page is out of sight; gone: not inside. */
  readonly presence: 'here' | 'away' | 'lost' | 'gone';
  /** Their group has called for help, or their hand is up. */
  readonly asks: 'group' | 'hand' | undefined;
  /** Whether they have answered the poll that is open now; undefined: none is. */
  readonly hasAnswered: boolean | undefined;
  /** Polls that they answered, of all that were asked while they were there or not. */
  readonly answered: number;
  readonly asked: number;
  /** Right and wrong answers to quizzes with names. */
  readonly right: number;
  readonly wrong: number;
}

/** Who needs somebody first: who asks, who is lost or away, who has not answered, who answers wrongly; then by name. */
export function attentionOf(state: SessionState, away: ReadonlySet<ParticipantId>): readonly Attention[] {
  return traineesOf(state).filter((one) => one.presence === 'in' || one.joinedAt !== undefined)
    .map((one) => attend(state, one, away))
    .toSorted((a, b) => weight(b) - weight(a) || a.one.name.localeCompare(b.one.name));
}

function attend(state: SessionState, one: Participant, away: ReadonlySet<ParticipantId>): Attention {
  const { polls, groups } = state.class;
  const asked = Object.values(polls.asked);
  const open = asked.find((poll) => poll.state === 'open' && poll.id === polls.current) ?? asked.find((poll) => poll.state === 'open');
  const verdicts = quizzesOf(state.class, one.id);
  return {
    one,
    presence: one.presence !== 'in' ? 'gone' : !one.connected ? 'lost' : away.has(one.id) ? 'away' : 'here',
    asks: groups.open?.calls[one.room] ? 'group' : state.hands.some((hand) => hand.participant === one.id) ? 'hand' : undefined,
    hasAnswered: open === undefined ? undefined : votersOf(state.class, open).includes(one.id),
    answered: asked.filter((poll) => votersOf(state.class, poll).includes(one.id)).length, asked: asked.length,
    right: verdicts.filter(Boolean).length, wrong: verdicts.filter((verdict) => !verdict).length,
  };
}

/** Of each quiz with names that somebody answered, whether rightly. */
function quizzesOf({ polls }: LiveClass, one: ParticipantId): readonly boolean[] {
  return Object.values(polls.prepared).flatMap(({ id, right }) => {
    const answer = polls.answers[id]?.[one];
    return right.length === 0 || !answer || polls.asked[id]?.anonymous !== false ? [] : [isRight(right, answer)];
  });
}

/** Two wrong answers and more wrong than right ones: somebody who may need an explanation. */
export function struggles({ asks, right, wrong }: Pick<Attention, 'asks' | 'right' | 'wrong'>): boolean {
  return asks === 'group' || (wrong >= 2 && wrong > right);
}

function weight(row: Attention): number {
  if (row.presence === 'gone') return -1;
  return (row.asks ? 16 : 0) + (struggles(row) ? 8 : 0) + (row.presence === 'lost' ? 4 : row.presence === 'away' ? 2 : 0) + (row.hasAnswered === false ? 1 : 0);
}
