import type { Play } from './actor.ts';

export interface ShownPlan {
  readonly zones: Readonly<Record<'gate' | 'perimeter' | 'dock' | 'warehouse' | 'yard' | 'office' | 'itRoom', string>>;
  readonly slots: Readonly<Record<'opening' | 'gate' | 'dock' | 'yard' | 'office' | 'closing', string>>;
}

/** Operator, premises, zones with their consents, agenda, criteria, documents, rehearsals; the session open and a slot under way. */
export async function showPlan(play: Play): Promise<ShownPlan> {
  await Promise.all([
    play.act('lin', 'session.open', {}),
    play.act('lin', 'visit.describe', {
      operator: { name: '瀚海国际物流有限公司 · Hanhai International Logistics (example)', identifier: 'AEOCN0000000000', country: 'CN', business: '仓储与集装箱运输 · Warehouse keeper, container transport' },
      premises: { name: '三号物流园 · Logistics Park 3', address: '示例市港口路8号 · 8 Port Road, Example City' },
    }),
    play.act('lin', 'visit.stage', { stage: 'onSite' }),
    play.act('lin', 'visit.scope', { criteria: ['B', 'G', 'H', 'I', 'J', 'L'] }),
  ]);
  const cold = await play.act('lin', 'visit.criterion', {
    title: '冷链监控（本国要求） · Cold chain monitoring (national requirement)',
    questions: ['谁收到温度报警，多久内处理？ · Who receives a temperature alarm, and how soon is it dealt with?'],
  });
  await play.act('lin', 'visit.scope', { criterion: cold, inScope: true });
  const zones = await showZones(play);
  return { zones, slots: await showAgenda(play, zones) };
}

async function showZones(play: Play): Promise<ShownPlan['zones']> {
  const zone = (kind: 'gate' | 'perimeter' | 'dock' | 'warehouse' | 'containerYard' | 'office' | 'itRoom', name: string, remark = '', noRecord = false) =>
    play.act('chen', 'visit.zone', { kind, name, noRecord, remark });
  const [gate, perimeter, dock, warehouse, yard, office, itRoom] = await Promise.all([
    zone('gate', '大门与门卫室 · Gate and gatehouse'),
    zone('perimeter', '围墙 · Perimeter', '北侧无信号 · No reception on the north side'),
    zone('dock', '装卸月台 · Loading dock', '须穿反光背心 · High-visibility vest'),
    zone('warehouse', '仓库 · Warehouse', '叉车通行 · Forklift traffic'),
    zone('containerYard', '集装箱堆场 · Container yard', '须戴安全帽 · Safety helmet'),
    zone('office', '办公室 · Office'),
    zone('itRoom', '机房 · IT room', '禁止拍摄 · No pictures of any kind', true),
  ]);
  await Promise.all([
    ...[gate, dock, warehouse, yard, office].map((one) => play.act('wu', 'consent.zone', { zone: one, state: 'given' })),
    play.act('wu', 'consent.zone', { zone: perimeter, state: 'refused' }),
    play.act('wu', 'consent.person', { name: '刘芳 · Liu Fang', zone: office, state: 'given' }),
    play.act('wu', 'consent.person', { name: '值班门卫 · Guard on duty', zone: gate, state: 'given' }),
    play.act('wu', 'consent.person', { name: '外来司机 · Visiting driver', zone: dock, state: 'given' }),
    play.act('zhao', 'consent.own', { state: 'given' }),
    play.act('chen', 'visit.rehearse', { zone: gate, verdict: 'go', upKbps: 8_200, downKbps: 24_000, roundTripMs: 42, transport: 'udp', remark: '' }),
    play.act('chen', 'visit.rehearse', { zone: dock, verdict: 'go', upKbps: 5_100, downKbps: 18_000, roundTripMs: 51, transport: 'udp', remark: '' }),
    play.act('chen', 'visit.rehearse', { zone: warehouse, verdict: 'go', upKbps: 3_400, downKbps: 11_000, roundTripMs: 64, transport: 'udp', remark: '货架之间较弱 · Weaker between the racks' }),
    play.act('chen', 'visit.rehearse', { zone: yard, verdict: 'go', upKbps: 6_700, downKbps: 21_000, roundTripMs: 47, transport: 'udp', remark: '' }),
    play.act('chen', 'visit.rehearse', {
      zone: perimeter, verdict: 'noGo', upKbps: 180, downKbps: 900, roundTripMs: 410, transport: 'tcp', remark: '改用照片 · Stills are taken instead of live pictures',
    }),
  ]);
  return { gate, perimeter, dock, warehouse, yard, office, itRoom };
}

async function showAgenda(play: Play, zones: ShownPlan['zones']): Promise<ShownPlan['slots']> {
  const slot = (title: string, from: number, minutes: number, owner: 'lin' | 'chen', zone?: string) =>
    play.act('lin', 'visit.slot', { title, startsAt: play.at(from), minutes, owner: play.participant(owner), ...(zone === undefined ? {} : { zone }) });
  const [opening, gate, dock, yard, office, closing] = await Promise.all([
    slot('首次会议 · Opening meeting', 0, 10, 'lin'),
    slot('大门与来访登记 · Gate and visitor register', 10, 10, 'chen', zones.gate),
    slot('装卸月台与仓库 · Loading dock and warehouse', 20, 10, 'chen', zones.dock),
    slot('集装箱七点检查 · Container, seven-point inspection', 30, 30, 'chen', zones.yard),
    slot('记录与人员安全 · Records and personnel security', 60, 40, 'lin', zones.office),
    slot('末次会议 · Closing meeting', 100, 20, 'lin'),
  ]);
  for (const begun of [opening, gate, dock, yard]) await play.act('lin', 'visit.beginSlot', { slot: begun });
  const [, procedure] = await Promise.all([
    play.act('lin', 'visit.document', { criterion: 'I', title: '来访登记簿 · Visitor register' }),
    play.act('lin', 'visit.document', { criterion: 'H', title: '封条管理规程 · Seal control procedure' }),
    play.act('lin', 'visit.document', { criterion: 'J', title: '员工背景审查记录 · Records of background screening' }),
    play.act('lin', 'visit.document', { criterion: 'L', title: '应急预案 · Contingency plan' }),
  ]);
  await play.act('lin', 'visit.documentReceived', { document: procedure, received: true });
  return { opening, gate, dock, yard, office, closing };
}
