import type { Passage } from '../../../../protocol/assessment/meeting/agenda.ts';
import type { Attendee } from '../../../../protocol/live/attendance.ts';
import type { Block } from '../../../pdf/document.ts';
import { fill } from '../../../pdf/fill.ts';
import type { Telling } from './telling.ts';

/** Who was there, each delegation by itself with its head first, and how long it had the floor. */
export function attendance(tell: Telling): readonly Block[] {
  const { words, facts } = tell;
  const there = facts.delegations.filter((one) => one.attendees.length > 0);
  if (there.length === 0) return [{ kind: 'remark', text: words.nothing }];
  return there.flatMap((one): readonly Block[] => [
    { kind: 'heading', level: 2, text: tell.join(one.name, tell.country(one.country)) },
    people(tell, one.attendees),
    ...(one.spokenMs < 1_000 ? [] : [{ kind: 'remark', text: fill(words.floorTime, { time: tell.duration(one.spokenMs) }) } as const]),
  ]);
}

export function guests(tell: Telling): Block {
  return people(tell, tell.facts.guests.map((one) => ({ ...one, name: `${one.name} (${one.administrationName})` })));
}

function people(tell: Telling, attendees: readonly Attendee[]): Block {
  const { words: { column, role }, facts, session } = tell;
  const day = tell.date(facts.startedAt ?? session.startsAt);
  const when = (at: number): string => tell.date(at) === day ? tell.clock(at) : tell.moment(at);
  return {
    kind: 'table',
    columns: [{ title: column.name, share: 6 }, { title: column.role, share: 4 }, { title: column.from, share: 3.6 }, { title: column.to, share: 3.6 }, { title: column.present, share: 3 }],
    rows: attendees.map((one) => [
      one.name, (role as Readonly<Record<string, string>>)[one.role] ?? one.role, when(one.from), when(one.to), tell.duration(one.presentMs),
    ]),
  };
}

/** Each passage in the order in which it came; what was planned and never begun stands at the end. */
export function agenda(tell: Telling): Block {
  const { words, facts } = tell;
  const { column } = words;
  if (facts.items.length + facts.passages.length === 0) return { kind: 'remark', text: words.nothing };
  const items = new Map(facts.items.map((one) => [one.id, one]));
  const planned = (id: string): string => items.has(id) ? fill(words.minutes, { value: items.get(id)!.minutes }) : '';
  const owner = (id: string): string => items.get(id)?.owner === undefined ? '' : tell.side(items.get(id)!.owner!);
  const begun = new Set(facts.passages.map((one) => one.item));
  const took = ({ from, to = facts.gatheredAt }: Passage): string => fill(words.minutes, { value: Math.round((to - from) / 60_000) });
  return {
    kind: 'table',
    columns: [
      { title: column.item, share: 7 }, { title: column.owner, share: 4.4 }, { title: column.from, share: 2.6 }, { title: column.to, share: 2.6 },
      { title: column.planned, share: 2.4 }, { title: column.took, share: 2.4 },
    ],
    rows: [
      ...facts.passages.map((one) => [one.title, owner(one.item), tell.clock(one.from), one.to === undefined ? '' : tell.clock(one.to), planned(one.item), took(one)]),
      ...facts.items.filter((one) => !begun.has(one.id)).map((one) => [one.title, owner(one.id), '', '', planned(one.id), words.notReached]),
    ],
  };
}

/** What was written on each item; also on one that is no longer on the agenda. */
export function discussion(tell: Telling): readonly Block[] {
  const { words, facts, version } = tell;
  const known = facts.items.map((one) => ({ id: one.id, title: one.title }));
  const gone = Object.keys(version.texts.items).filter((id) => !known.some((one) => one.id === id))
    .map((id) => ({ id, title: facts.passages.find((one) => one.item === id)?.title ?? words.earlier }));
  const told = [...known, ...gone].filter(({ id }) => (version.texts.items[id] ?? '') !== '');
  if (told.length === 0) return [{ kind: 'remark', text: words.unwritten }];
  return told.flatMap(({ id, title }): readonly Block[] => [{ kind: 'heading', level: 2, text: title }, { kind: 'prose', text: version.texts.items[id]! }]);
}

export function shown(tell: Telling): Block {
  const { words: { column, nothing }, facts } = tell;
  if (facts.shown.length === 0) return { kind: 'remark', text: nothing };
  return {
    kind: 'table', columns: [{ title: column.document, share: 8 }, { title: column.shownBy, share: 5 }, { title: column.time, share: 4 }],
    rows: facts.shown.map((one) => [one.title, tell.person(one.by), tell.moment(one.at)]),
  };
}
