import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { demoId } from '../../identity/records.ts';
import type { LiveSession } from '../../live/session.ts';
import { actAs } from '../act.ts';
import { EAST, WEST } from '../people.ts';

const DAY_MS = 86_400_000;

const agenda: readonly { readonly title: string; readonly minutes: number; readonly owner?: string }[] = [
  { title: '通过议程 · Adoption of the agenda', minutes: 10 },
  { title: '标准比对：货物与封条安全 · Comparison: security of cargo and seals', minutes: 45, owner: WEST },
  { title: '现场验证观摩结果 · Findings of the observed validation', minutes: 40, owner: EAST },
  { title: '互认安排文本：给予的便利措施 · Text of the arrangement: benefits granted', minutes: 60 },
  { title: '后续工作与下次会议 · Next steps and next meeting', minutes: 15 },
];

/**
 * The meeting of the demonstration before it opens: an agenda, a booth, what each delegation holds, tabled and for itself alone, and a
 * decision and an action that wait for being read back.
 */
export async function showMeeting(live: LiveSession, now: number): Promise<void> {
  const act = <N extends CommandName>(person: string, name: N, input: CommandInput<N>): Promise<string> => actAs(live, demoId(person), name, input);
  const items: string[] = [];
  for (const item of agenda) items.push(await act('wang', 'agenda.item', { ...item, decks: [] }));
  const [, comparison, observed, text, next] = items;
  await act('wang', 'interpretation.open', { languages: ['fr', 'zh'], interpreters: [{ participant: demoId('olga'), between: ['fr', 'zh', 'en'] }] });

  await act('lin', 'position.write', { item: comparison!, tabled: true, text: '我方认可对方关于高安全封条的要求与我方标准结果等效，但希望对方说明对整箱转运货物如何复核封条号码。' });
  await act('lin', 'position.write', { item: text!, tabled: false, text: '便利措施清单的底线：优先查验和专门联络员必须写入正文；降低查验率可放入附件。' });
  await act('claire', 'position.write', { item: text!, tabled: true, text: 'Les avantages accordés par chaque partie figurent dans une annexe, que les deux administrations peuvent modifier par échange de lettres sans rouvrir l’arrangement.' });
  await act('claire', 'position.write', { item: observed!, tabled: false, text: 'À ne pas proposer nous-mêmes : une seconde observation à notre charge. L’accepter si l’autre partie la demande.' });

  await act('nour', 'outcome.propose', { kind: 'decision', item: comparison!, text: 'The requirements of both programmes on container seals (ISO 17712, high security) are equivalent in result.' });
  await act('nour', 'outcome.propose', {
    kind: 'action', item: next!, owner: EAST, due: noonAfter(now, 21), text: 'Eastern Customs sends its procedure for checking seal numbers at transhipment, in English.',
  });
}

/** A day without a clock is kept as its noon in universal time. */
function noonAfter(now: number, days: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS + (days + 0.5) * DAY_MS;
}
