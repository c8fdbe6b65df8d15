import { agendaLines } from '../../../protocol/observation/reportFacts.ts';
import type { AgendaLine } from '../../../protocol/observation/reportFacts.ts';
import type { Block, Pair } from '../../pdf/document.ts';
import { fill } from '../../pdf/fill.ts';
import { sidesOf } from './telling.ts';
import type { Telling } from './telling.ts';

/** Who validates whom, where, when, in which version: what a reader looks for first. */
export function cover(tell: Telling): readonly Block[] {
  const { words, facts, version, session } = tell;
  const { cover: label } = words;
  const { operator, premises } = facts;
  const sides = sidesOf(tell);
  const or = (text: string): string => text === '' ? words.unknown : text;
  const rows: Pair[] = [
    { label: label.operator, value: or(tell.join(operator.name, tell.country(operator.country))) },
    { label: label.identifier, value: or(operator.identifier) },
    { label: label.business, value: or(operator.business) },
    { label: label.premises, value: or([premises.name, premises.address].filter((text) => text !== '').join('\n')) },
    { label: label.host, value: or(sides.host) },
    { label: label.partner, value: or(sides.partner.join('\n')) },
    { label: label.session, value: session.title },
    { label: label.planned, value: tell.inZones((zone) => tell.span(session.startsAt, session.endsAt, zone)) },
    ...(facts.startedAt === undefined ? [] : [{
      label: label.held,
      value: tell.inZones((zone) => facts.endedAt === undefined ? tell.moment(facts.startedAt!, zone) : tell.span(facts.startedAt!, facts.endedAt, zone)),
    }]),
    { label: label.stage, value: words.stage[facts.stage] },
    { label: label.version, value: tell.join(fill(words.version, { number: version.number }), tell.moment(version.at)) },
    { label: label.madeBy, value: tell.person(version.by) },
    { label: label.gathered, value: tell.moment(facts.gatheredAt) },
    { label: label.zone, value: tell.inZones((zone) => zone) },
  ];
  return [{ kind: 'pairs', rows }, { kind: 'remark', text: fill(words.timesText, { zone: tell.hostZone }) }];
}

export function attendance(tell: Telling): Block {
  const { column, role, nothing } = tell.words;
  if (tell.facts.attendance.length === 0) return { kind: 'remark', text: nothing };
  return {
    kind: 'table',
    columns: [
      { title: column.name, share: 5 }, { title: column.administration, share: 5 }, { title: column.role, share: 4 },
      { title: column.from, share: 3.4 }, { title: column.to, share: 3.4 }, { title: column.present, share: 3 },
    ],
    rows: tell.facts.attendance.map((one) => [
      one.name, tell.join(one.administrationName, tell.country(one.country)),
      (role as Readonly<Record<string, string>>)[one.role] ?? one.role, tell.moment(one.from), tell.moment(one.to), tell.duration(one.presentMs),
    ]),
  };
}

/** The plan beside what took place of it. */
export function agenda(tell: Telling): readonly Block[] {
  const { facts, words: { column, nothing, held } } = tell;
  const lines = agendaLines(facts);
  if (lines.length === 0) return [{ kind: 'remark', text: nothing }];
  const isGathered = facts.held !== undefined;
  return [
    {
      kind: 'table', whole: true,
      columns: [
        { title: column.planned, share: 4.4 }, ...(isGathered ? [{ title: column.held, share: 4.4 }] : []), { title: column.item, share: 6 }, { title: column.zone, share: 3.6 },
        { title: column.owner, share: 3.6 },
      ],
      rows: lines.map((line) => [plannedTime(tell, line), ...(isGathered ? [heldTime(tell, line)] : []), line.title, ...placeAndOwner(tell, line)]),
    },
    ...(isGathered ? [] : [{ kind: 'remark', text: held.unrecorded } as const]),
  ];
}

function plannedTime(tell: Telling, { planned }: AgendaLine): string {
  return planned === undefined ? tell.words.held.removed : tell.join(tell.moment(planned.startsAt), fill(tell.words.minutes, { value: planned.minutes }));
}

function heldTime({ span, moment, words: { held } }: Telling, { times }: AgendaLine): string {
  return times.length === 0 ? held.notReached
    : times.map(({ from, to }) => to === undefined ? fill(held.goesOn, { from: moment(from) }) : span(from, to)).join('\n');
}

function placeAndOwner(tell: Telling, { planned }: AgendaLine): readonly string[] {
  return [planned?.zone === undefined ? '' : tell.place(planned.zone), planned?.owner === undefined ? '' : tell.person(planned.owner)];
}

export function preparation(tell: Telling): readonly Block[] {
  const { section, nothing } = tell.words;
  const { zones, rehearsals, documents } = tell.facts;
  const orNothing = (isThere: boolean, block: () => Block): Block => isThere ? block() : { kind: 'remark', text: nothing };
  return [
    { kind: 'heading', level: 2, text: section.zones }, orNothing(zones.length > 0, () => zoneTable(tell)),
    { kind: 'heading', level: 2, text: section.rehearsals }, orNothing(rehearsals.length > 0, () => rehearsalTable(tell)),
    { kind: 'heading', level: 2, text: section.documents }, orNothing(documents.length > 0, () => documentTable(tell)),
  ];
}

function zoneTable({ facts, words: { column, zoneKind, recording } }: Telling): Block {
  return {
    kind: 'table', columns: [{ title: column.zone, share: 4 }, { title: column.kind, share: 3 }, { title: column.recording, share: 3 }, { title: column.remark, share: 6 }],
    rows: facts.zones.map((zone) => [zone.name, zoneKind[zone.kind], zone.noRecord ? recording.barred : recording.allowed, zone.remark]),
  };
}

function rehearsalTable(tell: Telling): Block {
  const { column, verdict, measured } = tell.words;
  const measure = (value: number | undefined, unit: 'kbps' | 'ms'): string => value === undefined ? '' : fill(measured[unit], { value: tell.number(Math.round(value)) });
  return {
    kind: 'table',
    columns: [
      { title: column.zone, share: 4 }, { title: column.verdict, share: 2.6 }, { title: column.up, share: 3.4 }, { title: column.down, share: 3.4 },
      { title: column.roundTrip, share: 2.6 }, { title: column.time, share: 3.6 }, { title: column.remark, share: 4.4 },
    ],
    rows: tell.facts.rehearsals.map((one) => [
      tell.place(one.zone), verdict[one.verdict], measure(one.upKbps, 'kbps'), measure(one.downKbps, 'kbps'), measure(one.roundTripMs, 'ms'), tell.moment(one.at), one.remark,
    ]),
  };
}

function documentTable(tell: Telling): Block {
  const { column, yes, no } = tell.words;
  return {
    kind: 'table', columns: [{ title: column.criterion, share: 6 }, { title: column.document, share: 8 }, { title: column.received, share: 2 }],
    rows: tell.facts.documents.map((one) => [tell.criterion(one.criterion), one.title, one.received ? yes : no]),
  };
}
