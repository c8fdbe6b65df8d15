import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';
import { drop, patch, put } from '../live/records.ts';
import type { Records } from '../live/records.ts';
import type { PollId } from './ids.ts';

/** scale: one of a few steps between two ends; text: a few words. */
export const pollKinds = ['single', 'multiple', 'scale', 'text'] as const;
export type PollKind = (typeof pollKinds)[number];

/** What is asked, as everybody may know it once it is asked. */
export interface Question {
  readonly kind: PollKind;
  readonly text: string;
  /** Of single and multiple; else empty. */
  readonly options: readonly string[];
  /** Of a scale: how many steps, and what its ends mean. */
  readonly scale?: { readonly steps: number; readonly low: string; readonly high: string };
  /** Nobody in the session learns who gave which answer. */
  readonly anonymous: boolean;
}

/** As who leads the class wrote it. Whoever answers never receives it. */
export interface PreparedPoll extends Question {
  readonly id: PollId;
  /** The options that are right, by their place; empty: a poll and no quiz. */
  readonly right: readonly number[];
}

/** open: answers are taken; closed: no more; shown: everybody sees the results. */
export type PollState = 'open' | 'closed' | 'shown';

export interface AskedPoll extends Question {
  readonly id: PollId;
  /** It has a right answer. Which one is told with the results. */
  readonly quiz: boolean;
  readonly state: PollState;
  readonly askedAt: number;
}

/** Chosen options, or steps of a scale, by their place from 0; or words. */
export interface Answer {
  readonly choices: readonly number[];
  readonly text: string;
}

export interface Tally {
  readonly id: PollId;
  readonly answered: number;
  /** By option or step. */
  readonly counts: readonly number[];
  /** What was written, in alphabetical order: the order says nothing of who wrote it. */
  readonly texts: readonly string[];
  /** The right options; absent until the results of a quiz are shown, and of a poll. */
  readonly right?: readonly number[];
}

export interface Polls {
  /** For who leads the class. */
  readonly prepared: Records<PreparedPoll>;
  readonly asked: Records<AskedPoll>;
  /** By poll and participant. One's own; of those with names all, for who leads the class. */
  readonly answers: Records<Records<Answer>>;
  /** Who has answered a poll without names: for who leads the class. */
  readonly voters: Records<readonly ParticipantId[]>;
  /** For who leads the class since the poll was closed, for everybody once they are shown. */
  readonly results: Records<Tally>;
  /** The poll over everybody's page. */
  readonly current?: PollId;
}

export interface PollEvents {
  'poll.prepared': PreparedPoll;
  'poll.removed': { poll: PollId };
  'poll.asked': Question & { id: PollId; quiz: boolean };
  'poll.answered': { poll: PollId; participant: ParticipantId; answer: Answer };
  'poll.counted': { poll: PollId; participant: ParticipantId };
  'poll.closed': { poll: PollId };
  'poll.tallied': Tally;
  'poll.shown': Tally;
  /** It is over everybody's page again, or off it. */
  'poll.placed': { poll: PollId | null };
}

export const initialPolls: Polls = { prepared: {}, asked: {}, answers: {}, voters: {}, results: {} };

export function reducePolls(polls: Polls, event: SessionEvent): Polls {
  switch (event.type) {
    case 'poll.prepared': return { ...polls, prepared: put(polls.prepared, event.data) };
    case 'poll.removed': return { ...polls, prepared: drop(polls.prepared, event.data.poll) };
    case 'poll.asked': {
      const { id } = event.data;
      const asked: AskedPoll = { ...event.data, state: 'open', askedAt: polls.asked[id]?.askedAt ?? event.at };
      return { ...polls, asked: put(polls.asked, asked), results: drop(polls.results, id), current: id };
    }
    case 'poll.answered': {
      const { poll, participant, answer } = event.data;
      return { ...polls, answers: { ...polls.answers, [poll]: { ...polls.answers[poll], [participant]: answer } } };
    }
    case 'poll.counted': {
      const { poll, participant } = event.data;
      return { ...polls, voters: { ...polls.voters, [poll]: [...polls.voters[poll] ?? [], participant] } };
    }
    case 'poll.closed': return { ...polls, asked: patch(polls.asked, event.data.poll, (one) => ({ ...one, state: 'closed' })) };
    case 'poll.tallied': return { ...polls, results: put(polls.results, event.data) };
    case 'poll.shown': return {
      ...polls, results: put(polls.results, event.data), asked: patch(polls.asked, event.data.id, (one) => ({ ...one, state: 'shown' })), current: event.data.id,
    };
    case 'poll.placed': return placed(polls, event.data.poll);
    case 'session.ended': return placed(polls, null);
    default: return polls;
  }
}

function placed({ current: _before, ...rest }: Polls, poll: PollId | null): Polls {
  return poll === null ? rest : { ...rest, current: poll };
}

/** How many options or steps there are to choose from. */
export function placesOf({ options, scale }: Pick<Question, 'options' | 'scale'>): number {
  return scale?.steps ?? options.length;
}

/** Whether an answer is right: all the right options and no other. */
export function isRight(right: readonly number[], { choices }: Answer): boolean {
  return choices.length === right.length && right.every((one) => choices.includes(one));
}

/** The answers of a poll as numbers and words, without names. */
export function tally(question: Question & { readonly id: PollId }, answers: readonly Answer[]): Tally {
  const counts = Array.from({ length: placesOf(question) }, (_, place) => answers.filter((one) => one.choices.includes(place)).length);
  return {
    id: question.id, answered: answers.length, counts,
    texts: answers.map((one) => one.text).filter((text) => text !== '').toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  };
}

/** Whether this answers the question; a page asks it before it sends, the server before it takes. */
export function answerFits(question: Question, { choices, text }: Answer): boolean {
  const chosen = text === '' && choices.length > 0 && choices.every((place) => place < placesOf(question));
  switch (question.kind) {
    case 'text': return choices.length === 0 && text.trim() !== '';
    case 'multiple': return chosen;
    case 'single': case 'scale': return chosen && choices.length === 1;
    default: return question.kind satisfies never;
  }
}

/** As it is kept: each choice once, in the order of the question. */
export function keptAnswer({ choices, text }: Answer): Answer {
  return { choices: [...new Set(choices)].toSorted((a, b) => a - b), text };
}
