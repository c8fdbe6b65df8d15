import { newestOf, stateOf } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Outcome, OutcomeState } from '../../../../protocol/assessment/meeting/outcomes.ts';
import type { Block, Pair, Tone } from '../../../pdf/document.ts';
import { fill } from '../../../pdf/fill.ts';
import type { Telling } from './telling.ts';

const tones: Readonly<Record<OutcomeState, Tone>> = { proposed: 'plain', readBack: 'warn', refused: 'bad', agreed: 'good', withdrawn: 'plain' };

/** What each delegation has tabled. */
export function positions(tell: Telling): readonly Block[] {
  const { words, facts } = tell;
  if (facts.positions.length === 0) return [{ kind: 'remark', text: words.nothing }];
  return facts.positions.flatMap((one): readonly Block[] => [
    { kind: 'heading', level: 2, text: fill(words.position, { side: tell.side(one.side) }) },
    ...(one.item === undefined ? [] : [{ kind: 'remark', text: `${words.outcome.item}: ${titleOf(tell, one.item)}` } as const]),
    { kind: 'prose', text: one.text },
  ]);
}

/** Decisions or actions, each in its newest text with what every side has said to it. */
export function outcomes(tell: Telling, all: readonly Outcome[]): readonly Block[] {
  const { words } = tell;
  if (all.length === 0) return [{ kind: 'remark', text: words.nothing }];
  return all.map((one): Block => {
    const state = stateOf(one);
    const newest = newestOf(one);
    return {
      kind: 'record', label: fill(words[one.kind], { number: one.count }), tag: words.state[state], tone: tones[state], text: newest.text,
      rows: [
        ...(one.item === undefined ? [] : [{ label: words.outcome.item, value: titleOf(tell, one.item) }]),
        ...(one.kind === 'decision' ? [] : [
          { label: words.outcome.owner, value: newest.owner === undefined ? words.outcome.noOwner : tell.side(newest.owner) },
          { label: words.outcome.due, value: newest.due === undefined ? words.outcome.noDue : tell.date(newest.due) },
        ]),
        { label: words.outcome.version, value: tell.join(String(newest.number), tell.moment(newest.at)) },
        ...(newest.asks ?? []).map((side) => answer(tell, side, newest.answers[side])),
      ],
    };
  });
}

function answer(tell: Telling, id: string, given: ReturnType<typeof newestOf>['answers'][string] | undefined): Pair {
  const { outcome: words } = tell.words;
  const side = tell.side(id);
  if (!given) return { label: fill(words.open, { side }), value: '—' };
  const told = { name: tell.person(given.by), time: tell.moment(given.at), remark: given.remark };
  return { label: fill(given.agreed ? words.agreedBy : words.refusedBy, { side }), value: fill(given.remark === '' ? words.answer : words.remark, told) };
}

function titleOf({ facts, words }: Telling, item: string): string {
  return facts.items.find((one) => one.id === item)?.title ?? facts.passages.find((one) => one.item === item)?.title ?? words.earlier;
}
