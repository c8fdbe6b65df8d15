import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import type { SafeCriterion } from '../../../protocol/criteria.ts';
import { demoId } from '../../identity/records.ts';
import type { LiveSession } from '../../live/session.ts';
import { actAs } from '../act.ts';
import { rows } from './rows.ts';

type Actor = 'zhou' | 'wang' | 'lin' | 'chen' | 'claire' | 'nour' | 'amina' | 'juerg';

const DAY_MS = 24 * 3_600_000;

/** The case of the demonstration at the stage of comparison: everything in it is invented, and said by people of the demonstration. */
export async function showCase(live: LiveSession, now: number): Promise<void> {
  const act = <N extends CommandName>(who: Actor, name: N, input: CommandInput<N>): Promise<string> => actAs(live, demoId(who), name, input);
  const day = (days: number): string => new Date(now + days * DAY_MS).toISOString().slice(0, 10);

  const east = await act('zhou', 'case.programme', {
    name: '东方海关AEO制度 · AEO programme of the East (example)', about: '示例：高级认证企业，每五年复核一次。\nExample: advanced certified enterprises, reviewed every five years.',
  });
  const west = await act('nour', 'case.programme', {
    name: 'Programme OEA de l’Ouest · AEO programme of the West (example)', about: 'Exemple : OEA sécurité et sûreté, réévaluation tous les trois ans.\nExample: AEO for security and safety, reassessed every three years.',
  });
  await Promise.all([
    act('zhou', 'case.stage', { stage: 'work-plan', state: 'done', from: day(-120), to: day(-60) }),
    act('zhou', 'case.stage', { stage: 'comparison', state: 'underWay', from: day(-60), to: day(30) }),
    act('zhou', 'case.stage', { stage: 'observed-validations', state: 'underWay', from: day(-1), to: day(60) }),
    act('zhou', 'case.stage', { stage: 'text', state: 'ahead', from: day(60), to: day(120) }),
    act('zhou', 'case.waive', { document: 'memorandum', waived: true }),
    act('zhou', 'case.task', { title: '核对F至M项的证据 · Check the evidence for criteria F to M', stage: 'comparison', owner: demoId('lin'), due: day(12), private: false }),
    act('nour', 'case.task', { title: 'Send the list of differences to both legal services', stage: 'comparison', owner: demoId('amina'), due: day(-2), private: false }),
    act('zhou', 'case.task', { title: '商定验证观摩的企业 · Agree on the operator of the observed validation', stage: 'observed-validations', owner: demoId('juerg'), due: day(20), private: false }),
    act('lin', 'case.task', { title: '请示：封条标准是否可以接受 · Ask the director general whether the seal standard is acceptable', owner: demoId('wang'), due: day(5), private: true }),
    act('claire', 'case.task', { title: 'Demander l’avis du service juridique sur l’échange de données', owner: demoId('nour'), due: day(7), private: true }),
    act('claire', 'case.note', { text: 'Both sides compare the texts in force on the day of the first meeting; later changes are told in writing.\n双方以首次会议当日有效的规定为准进行对比，其后的变更以书面通报。', stage: 'comparison', private: false }),
    act('lin', 'case.note', { text: '内部意见：对方对临时工背景审查的要求较宽，可以“效果等同”处理，但须先看现场做法。', stage: 'comparison', private: true }),
    act('amina', 'case.note', { text: 'Interne : la conservation des enregistrements (90 jours chez eux) est le point le plus sensible pour notre protection des données.', stage: 'comparison', private: true }),
    act('zhou', 'case.contact', { name: '陈国栋', position: '联络员 · Liaison officer', email: 'chen@eastern-customs.example', phone: '' }),
    act('juerg', 'case.contact', { name: 'Jürg Ammann', position: 'Liaison officer', email: 'juerg@western-customs.example', phone: '' }),
  ]);

  const comparison = await act('zhou', 'matrix.begin', { left: east, right: west });
  const revision = (criterion: SafeCriterion): number => live.state.case.comparisons[comparison]?.rows[criterion]?.revision ?? 0;
  for (const [criterion, row] of rows) {
    await Promise.all((['text', 'practice', 'comment'] as const).flatMap((field) => [
      ...(row.east[field] === undefined ? [] : [act('lin', 'matrix.write', { comparison, criterion, field, text: row.east[field], base: 0 })]),
      ...(row.west[field] === undefined ? [] : [act('amina', 'matrix.write', { comparison, criterion, field, text: row.west[field], base: 0 })]),
    ]));
    if (row.status === 'notExamined') continue;
    await act('lin', 'matrix.rate', { comparison, criterion, status: row.status, base: revision(criterion) });
    if (row.agreed.includes('east')) await act('wang', 'matrix.agree', { comparison, criterion, agreed: true, base: revision(criterion) });
    if (row.agreed.includes('west')) await act('claire', 'matrix.agree', { comparison, criterion, agreed: true, base: revision(criterion) });
    if (row.changed !== undefined) {
      const base = live.state.case.comparisons[comparison]?.rows[criterion]?.cells[live.state.participants[demoId('amina')]!.administration]?.text?.revision ?? 0;
      await act('amina', 'matrix.write', { comparison, criterion, field: 'text', text: row.changed, base });
    }
  }
}
