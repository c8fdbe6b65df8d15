import { expect, test } from 'vitest';
import { refusalToWithdraw } from '../../../protocol/assessment/meeting/outcomes.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { Play } from '../protocol/histories.ts';

/** In the meeting that histories begin with, o1 was proposed by eve of the north, read back, and agreed to by bo for the south. */
function meeting() {
  const play = new Play('assessment');
  const act = <N extends CommandName>(who: string, name: N, payload: CommandInput<N>): void => play.run({ kind: 'command', who, name, payload });
  const refusal = (who: string, records: boolean) => refusalToWithdraw(play.state.assessment.outcomes['o1']!, { administration: play.state.participants[who]!.administration, records }, 'north');
  return { play, act, refusal };
}

test('who proposed withdraws, and who records; another delegation does not', () => {
  const { play, act, refusal } = meeting();
  expect([refusal('eve', false), refusal('fay', true), refusal('dia', false)]).toEqual([undefined, undefined, 'delegation.foreign']);
  act('dia', 'outcome.withdraw', { outcome: 'o1' });
  expect(play.state.assessment.outcomes['o1']!.withdrawn).toBe(false);
});

test('what all have agreed to is not withdrawn, not under another text either, and is not offered to be', () => {
  const { play, act, refusal } = meeting();
  act('chen', 'outcome.answer', { outcome: 'o1', number: 1, agreed: true, remark: '' });
  act('eve', 'outcome.change', { outcome: 'o1', base: 1, text: 'The lists are exchanged twice a year.' });
  expect(refusal('eve', false)).toBe('outcome.agreed');
  act('eve', 'outcome.withdraw', { outcome: 'o1' });
  expect([play.state.assessment.outcomes['o1']!.versions.length, play.state.assessment.outcomes['o1']!.withdrawn]).toEqual([2, false]);
});
