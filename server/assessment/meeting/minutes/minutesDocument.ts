import { minutesStanding } from '../../../../protocol/assessment/meeting/minutes.ts';
import type { Block, OfficialDocument, Pair } from '../../../pdf/document.ts';
import { fill } from '../../../pdf/fill.ts';
import { recordBehind, sections } from '../../../pdf/sections.ts';
import { attendance, agenda, discussion, guests, shown } from './course.ts';
import { outcomes, positions } from './results.ts';
import type { Telling } from './telling.ts';

/** A version of minutes as a document to print. */
export function minutesDocument(tell: Telling): OfficialDocument {
  const { words, facts, version, head, session } = tell;
  const { section } = words;
  const standing = minutesStanding(version);
  const { part, written } = sections(words);
  return {
    language: tell.language, title: fill(words.titled, { title: facts.title }), subtitle: words.subtitle,
    author: facts.delegations.map((one) => one.name).join(', '),
    status: words.status[standing], isFinal: standing === 'confirmed', statusText: words.statusText[standing],
    foot: `${fill(words.version, { number: version.number })} · ${tell.moment(version.at)} · SHA-256 ${head.hash.slice(0, 16)}…`,
    pageText: words.page,
    blocks: [
      cover(tell),
      ...part(section.attendance, ...attendance(tell)),
      ...(facts.guests.length === 0 ? [] : part(section.guests, guests(tell))),
      ...part(section.opening, written(version.texts.opening)),
      ...part(section.agenda, agenda(tell)),
      ...part(section.course, ...discussion(tell)),
      ...part(section.positions, ...positions(tell)),
      ...part(section.decisions, ...outcomes(tell, facts.decisions)),
      ...part(section.actions, ...outcomes(tell, facts.actions)),
      ...part(section.shown, shown(tell)),
      ...part(section.closing, written(version.texts.closing)),
      ...part(section.confirmations, {
        kind: 'signatures',
        items: version.asks.map((side) => {
          const given = version.confirmed[side];
          return {
            side: fill(words.confirmation.for, { side: tell.side(side) }), name: given ? tell.person(given.by) : '—',
            state: given ? `${words.confirmation.confirmed} ${tell.moment(given.at)} (${tell.hostZone})` : words.confirmation.missing, isGiven: given !== undefined,
          };
        }),
      }),
      { kind: 'heading', level: 1, text: section.record }, ...recordBehind(words.record, session.id, head, facts.seq),
    ],
  };
}

/** Who met, when, in which version: what a reader looks for first. */
function cover(tell: Telling): Block {
  const { words, facts, version, session } = tell;
  const { cover: label } = words;
  const rows: readonly Pair[] = [
    { label: label.session, value: facts.title },
    { label: label.delegations, value: facts.delegations.map((one) => tell.join(one.name, tell.country(one.country))).join('\n') },
    { label: label.planned, value: tell.inZones((zone) => tell.span(session.startsAt, session.endsAt, zone)) },
    ...(facts.startedAt === undefined ? [] : [{
      label: label.held, value: tell.inZones((zone) => facts.endedAt === undefined ? tell.moment(facts.startedAt!, zone) : tell.span(facts.startedAt!, facts.endedAt, zone)),
    }]),
    { label: label.version, value: tell.join(fill(words.version, { number: version.number }), tell.moment(version.at)) },
    { label: label.madeBy, value: tell.person(version.by) },
    { label: label.gathered, value: tell.moment(facts.gatheredAt) },
    { label: label.zone, value: tell.inZones((zone) => zone) },
  ];
  return { kind: 'pairs', rows };
}
