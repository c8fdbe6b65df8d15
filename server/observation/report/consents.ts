import type { ZoneId } from '../../../protocol/observation/ids.ts';
import type { ConsentFacts } from '../../../protocol/observation/reportFacts.ts';
import type { Block } from '../../pdf/document.ts';
import { fill } from '../../pdf/fill.ts';
import type { Telling } from './telling.ts';

/** What was consented to, what was refused or withdrawn, and when: by zone as the operator said it, by person without their names. */
export function consents(tell: Telling): readonly Block[] {
  const { section, consent: words, held } = tell.words;
  const { consents: facts } = tell.facts;
  if (facts === undefined) return [{ kind: 'remark', text: held.unrecorded }];
  return [
    { kind: 'heading', level: 2, text: section.zoneConsents }, zoneTable(tell, facts),
    { kind: 'heading', level: 2, text: section.personConsents }, personTable(tell, facts),
    ...(facts.persons.length === 0 ? [] : [{ kind: 'remark', text: words.personsText } as const]),
  ];
}

/** In the order of what was said; then the zones of which nothing was. */
function zoneTable(tell: Telling, { zones: said }: ConsentFacts): Block {
  const { column, consent: words, nothing } = tell.words;
  const silent = tell.facts.zones.filter((zone) => !said.some((one) => one.zone === zone.id));
  if (said.length + silent.length === 0) return { kind: 'remark', text: nothing };
  return {
    kind: 'table', whole: true, columns: [{ title: column.time, share: 4 }, { title: column.zone, share: 5 }, { title: column.consent, share: 3.4 }, { title: column.saidBy, share: 6 }],
    rows: [
      ...said.map((one) => [tell.moment(one.at), placeOf(tell, one.zone), words[one.state], tell.join(tell.person(one.by), one.own ? words.own : words.noted)]),
      ...silent.map((zone) => ['', zone.name, zone.noRecord ? words.noRecord : words.notAsked, '']),
    ],
  };
}

function personTable(tell: Telling, { persons }: ConsentFacts): Block {
  const { column, consent: words, nothing } = tell.words;
  if (persons.length === 0) return { kind: 'remark', text: nothing };
  return {
    kind: 'table', whole: true,
    columns: [{ title: column.time, share: 4 }, { title: column.person, share: 3 }, { title: column.zone, share: 5 }, { title: column.consent, share: 3 }, { title: column.saidBy, share: 4 }],
    rows: persons.map((one) => [
      tell.moment(one.at), fill(words.number, { number: one.number }), one.zone === undefined ? words.anywhere : placeOf(tell, one.zone), words[one.state],
      one.own ? words.themselves : words.notedShort,
    ]),
  };
}

function placeOf(tell: Telling, id: ZoneId): string {
  return tell.facts.zones.some((zone) => zone.id === id) ? tell.place(id) : tell.words.consent.gone;
}
