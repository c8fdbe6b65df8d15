import { limits } from '../../../protocol/limits.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { pollCommands } from '../../../protocol/class/commands/polls.ts';
import { answerFits, keptAnswer, tally } from '../../../protocol/class/polls.ts';
import type { AskedPoll, PreparedPoll, Tally } from '../../../protocol/class/polls.ts';
import { audiences, leadersAnd } from '../../../protocol/class/project.ts';
import type { CommandPayload } from '../../../protocol/table.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decisions } from '../../live/decide/decision.ts';

/** With fewer answers a result without names would tell who gave which. */
const FEWEST_WITHOUT_NAMES = 3;

export const decidePolls: Decisions<keyof typeof pollCommands> = {
  'poll.prepare': ({ class: { polls } }, _actor, { poll, question }, { id }) => {
    if (poll !== undefined && !polls.prepared[poll]) return refused('poll.absent');
    if (poll !== undefined && polls.asked[poll]) return refused('poll.asked');
    if (poll === undefined && Object.keys(polls.prepared).length >= limits.pollsPerClass) return refused('poll.limit');
    const prepared = preparedFrom(poll ?? id, question);
    if (prepared.right.some((place) => place >= prepared.options.length) || (prepared.kind === 'single' && prepared.right.length > 1)) return refused('poll.answer', 'right');
    return decided({ type: 'poll.prepared', data: prepared, audience: audiences.leaders });
  },

  'poll.remove': ({ class: { polls } }, _actor, { poll }) => {
    if (!polls.prepared[poll]) return refused('poll.absent');
    return polls.asked[poll] ? refused('poll.asked') : decided({ type: 'poll.removed', data: { poll }, audience: audiences.leaders });
  },

  'poll.ask': ({ class: { polls } }, _actor, { poll }) => {
    const prepared = polls.prepared[poll];
    if (!prepared) return refused('poll.absent');
    const asked = polls.asked[poll];
    if (asked?.state === 'open') return nothing;
    // Who has seen the results answers no more; and two counts without names would tell who came between them.
    if (asked?.state === 'shown' || asked?.anonymous) return refused('poll.asked');
    const { right, ...question } = prepared;
    return decided({ type: 'poll.asked', data: { ...question, quiz: right.length > 0 } });
  },

  'poll.answer': ({ class: { polls } }, actor, { poll, ...given }) => {
    const asked = polls.asked[poll];
    if (!asked) return refused('poll.absent');
    if (asked.state !== 'open') return refused('poll.notOpen');
    const answer = keptAnswer(given);
    if (!answerFits(asked, answer)) return refused('poll.answer');
    const event: Draft = {
      type: 'poll.answered', data: { poll, participant: actor.id, answer }, audience: asked.anonymous ? { participants: [actor.id] } : leadersAnd(actor.id),
    };
    if (!asked.anonymous || polls.voters[poll]?.includes(actor.id)) return decided(event);
    return decided(event, { type: 'poll.counted', data: { poll, participant: actor.id }, audience: audiences.leaders });
  },

  'poll.close': (state, _actor, { poll }) => {
    const asked = state.class.polls.asked[poll];
    if (!asked) return refused('poll.absent');
    return asked.state === 'open' ? decided(...closed(state, asked)) : refused('poll.notOpen');
  },

  'poll.show': (state, _actor, { poll }) => {
    const { asked: all, prepared } = state.class.polls;
    const asked = all[poll];
    if (!asked) return refused('poll.absent');
    const result = resultOf(state, asked);
    if (!result) return refused('poll.few');
    if (asked.state === 'shown') return state.class.polls.current === poll ? nothing : decided({ type: 'poll.placed', data: { poll } });
    const right = prepared[poll]?.right ?? [];
    return decided(
      ...(asked.state === 'open' ? closed(state, asked) : []),
      { type: 'poll.shown', data: { ...result, ...(right.length > 0 ? { right } : {}) } },
    );
  },

  'poll.place': ({ class: { polls } }, _actor, { poll }) => {
    if (poll !== null && !polls.asked[poll]) return refused('poll.absent');
    return (polls.current ?? null) === poll ? nothing : decided({ type: 'poll.placed', data: { poll } });
  },
};

function preparedFrom(id: string, question: CommandPayload<'poll.prepare'>['question']): PreparedPoll {
  const { kind, text, anonymous } = question;
  const open = { id, kind, text, anonymous };
  switch (question.kind) {
    case 'scale': return { ...open, options: [], right: [], scale: { steps: question.steps, low: question.low, high: question.high } };
    case 'text': return { ...open, options: [], right: [] };
    default: return { ...open, options: question.options, right: [...new Set(question.right)].toSorted((a, b) => a - b) };
  }
}

function closed(state: SessionState, asked: AskedPoll): Draft[] {
  const result = resultOf(state, asked);
  const event: Draft = { type: 'poll.closed', data: { poll: asked.id } };
  return result ? [event, { type: 'poll.tallied', data: result, audience: audiences.leaders }] : [event];
}

function resultOf({ class: { polls } }: SessionState, asked: AskedPoll): Tally | undefined {
  const answers = Object.values(polls.answers[asked.id] ?? {});
  return asked.anonymous && answers.length < FEWEST_WITHOUT_NAMES ? undefined : tally(asked, answers);
}
