import type { Play } from './actor.ts';
import type { ShownEvidence } from './evidence.ts';
import type { ShownPlan } from './plan.ts';

const DAYS_30_MS = 30 * 24 * 3_600_000;

/** Notes, findings with evidence, questions in every state, and a report that both sides have begun to write. */
export async function showNotebook(play: Play, { slots }: ShownPlan, { gate, dock, container }: ShownEvidence): Promise<void> {
  const [, , , register, , screening] = await Promise.all([
    play.act('claire', 'note.write', { text: '封条号与装箱单一致。 · The seal number agrees with the packing list.', criterion: 'H', shared: true }),
    play.act('chen', 'note.write', { text: '道闸由门卫手动操作。 · The barrier is worked by hand from the gatehouse.', criterion: 'I', shared: true, moment: play.at(15) }),
    play.act('amina', 'note.write', { text: 'Ask in the closing meeting how often the visitor register is reviewed.', criterion: 'I', shared: false }),
    play.act('amina', 'question.ask', { text: '谁在每天下班时核对来访登记簿？ · Who checks the visitor register at the end of each day?', slot: slots.gate, criterion: 'I' }),
    play.act('juerg', 'question.ask', { text: '装卸口录像保存多久？ · How long are the recordings of the docks kept?', slot: slots.dock, criterion: 'G' }),
    play.act('claire', 'question.ask', { text: '临时工是否也做背景审查？ · Are temporary workers screened as well?', slot: slots.office, criterion: 'J' }),
    play.act('juerg', 'question.ask', { text: '备用封条存放在哪里？ · Where are spare seals kept?', slot: slots.yard, criterion: 'H' }),
  ]);
  await Promise.all([
    play.act('wu', 'question.answer', { question: register, text: '当班班长签字，安全主管每周抽查。 · The shift leader signs it; the security manager takes samples every week.', inWriting: false }),
    play.act('lin', 'question.move', { question: screening, state: 'deferred' }),
    play.act('lin', 'finding.write', {
      grade: 'conform', criterion: 'I', text: '大门有人值守，来访登记完整。 · The gate is staffed and the register of visitors complete.', evidence: [gate], owner: '', moment: play.at(16),
    }),
    play.act('claire', 'finding.write', {
      grade: 'observation', criterion: 'G', text: '司机在装卸区内等候，没有划定的等候线。 · The driver waits inside the loading area; no waiting line is marked.',
      evidence: [dock], owner: '企业仓库主管 · Warehouse manager of the operator', moment: play.at(26),
    }),
    play.act('claire', 'finding.write', {
      grade: 'recommendation', criterion: 'H', text: '记录由谁施加封条。 · Record who affixes each seal.', evidence: [container],
      owner: '企业安全主管 · Security manager of the operator', due: play.now + DAYS_30_MS,
    }),
  ]);
  await play.act('lin', 'report.build', {});
  await play.act('lin', 'report.edit', {
    base: 1,
    texts: {
      summary: '现场验证进行中：大门、装卸月台已看完，正在检查集装箱。 · The visit is under way: gate and loading dock have been seen, a container is being inspected.',
      hostView: '封条管理规程与现场做法一致。 · The procedure for seals is followed as written.',
      criteria: { I: '门卫、道闸、摄像机与登记簿相互印证。 · Guard, barrier, camera and register confirm one another.' },
    },
  });
  await play.act('claire', 'report.edit', { base: 2, texts: { partnerView: '目前所见足以评价大门与封条。 · What was seen so far is enough to judge the gate and the seals.' } });
}
