import { randomUUID } from 'node:crypto';
import type { CommandInput } from '../../../protocol/table.ts';
import type { PictureName, Play } from './actor.ts';
import type { ShownPlan } from './plan.ts';

export type ShownEvidence = Readonly<Record<'gate' | 'container' | 'dock' | 'warehouse' | 'office', string>>;

/** Where somebody and a number plate are in the picture of the dock, pixels: the same as in dock-masked.svg. */
const HIDDEN = [
  { x: 448, y: 572, width: 160, height: 130, hides: 'person' },
  { x: 1250, y: 962, width: 210, height: 80, hides: 'plate' },
] as const;
const [WIDTH, HEIGHT] = [1600, 1200];

/** Released pictures, one of them masked and two marked; one withheld with its reason; one that waits for the operator; an inspection. */
export async function showEvidence(play: Play, { zones }: ShownPlan): Promise<ShownEvidence> {
  const inspection = await showInspection(play, zones.yard);
  const office = await take(play, 'office', play.at(5), { title: '档案柜 · Shelf of records', zone: zones.office, criterion: 'B' });
  const gate = await take(play, 'gate', play.at(14), { title: '大门、道闸与摄像机 · Gate, barrier and camera', zone: zones.gate, criterion: 'I' });
  const dock = await take(play, 'dock', play.at(24), { title: '四号装卸口 · Dock 4', zone: zones.dock, criterion: 'G' });
  const warehouse = await take(play, 'warehouse', play.at(28), { title: '高价值货物隔离区 · Cage for high-value cargo', zone: zones.warehouse, criterion: 'G' });
  const container = await take(play, 'container', play.now, { title: '箱门与封条 · Doors and seal', zone: zones.yard, criterion: 'H', inspection: { id: inspection, point: 'seal' } });
  await play.act('wu', 'evidence.withhold', { evidence: office, reason: '可见客户名称与合同 · Names of customers and contracts can be read' });
  await Promise.all([releaseGate(play, gate), releaseDock(play, dock), releaseContainer(play, container)]);
  return { gate, container, dock, warehouse, office };
}

async function take(play: Play, name: PictureName, capturedAt: number, about: Pick<CommandInput<'evidence.capture'>, 'title' | 'zone' | 'criterion' | 'inspection'>): Promise<string> {
  const evidence = await play.act('chen', 'evidence.capture', { ...about, kind: 'still', capturedAt, pictured: await play.pictured(name) });
  await play.send('chen', evidence, evidence, name);
  return evidence;
}

/** Marked before the release, by who took it. */
async function releaseGate(play: Play, evidence: string): Promise<void> {
  const version = await play.act('chen', 'evidence.markUp', {
    evidence, of: evidence,
    marks: [
      { id: randomUUID(), shape: 'circle', ink: 'red', number: 1, centre: { x: 0.785, y: 0.185 }, radiusX: 0.06, radiusY: 0.06 },
      { id: randomUUID(), shape: 'arrow', ink: 'red', number: 2, from: { x: 0.3, y: 0.82 }, to: { x: 0.352, y: 0.68 } },
      { id: randomUUID(), shape: 'text', ink: 'red', at: { x: 0.1, y: 0.85 }, text: '来访登记簿 · Visitor register' },
    ],
  });
  await play.act('wu', 'evidence.release', { evidence, version });
}

async function releaseDock(play: Play, evidence: string): Promise<void> {
  const regions = HIDDEN.map(({ x, y, width, height, hides }) => ({ x: x / WIDTH, y: y / HEIGHT, width: width / WIDTH, height: height / HEIGHT, hides }));
  const version = await play.act('wu', 'evidence.mask', { evidence, of: evidence, regions, pictured: await play.pictured('dock-masked') });
  await play.send('wu', evidence, version, 'dock-masked');
  await play.act('wu', 'evidence.release', { evidence, version });
}

/** Marked after the release, by who observes. */
async function releaseContainer(play: Play, evidence: string): Promise<void> {
  await play.act('wu', 'evidence.release', { evidence, version: evidence });
  await play.act('claire', 'evidence.markUp', {
    evidence, of: evidence,
    marks: [
      { id: randomUUID(), shape: 'circle', ink: 'yellow', number: 1, centre: { x: 0.662, y: 0.67 }, radiusX: 0.035, radiusY: 0.1 },
      { id: randomUUID(), shape: 'arrow', ink: 'yellow', number: 2, from: { x: 0.94, y: 0.3 }, to: { x: 0.87, y: 0.16 } },
    ],
  });
}

async function showInspection(play: Play, zone: string): Promise<string> {
  const inspection = await play.act('chen', 'inspection.begin', { container: 'CSQU3054383', asRead: false, zone });
  const point = (its: CommandInput<'inspection.point'>['point'], result: CommandInput<'inspection.point'>['result'], remark = '') =>
    play.act('chen', 'inspection.point', { inspection, point: its, result, remark });
  await Promise.all([
    point('undercarriage', 'conform'),
    point('doors', 'conform', '铰链与锁杆完好 · Hinges and bars sound'),
    point('rightSide', 'conform'),
    point('leftSide', 'notConform', '凹陷约20厘米，未穿透 · Dent of about 20 cm, not through'),
    play.act('chen', 'inspection.seal', {
      inspection, number: 'CN 4471902', documentNumber: 'CN4471902', checks: { affixed: 'conform', standard: 'conform', intact: 'conform', matches: 'notChecked' },
    }),
  ]);
  return inspection;
}
