import { figureNames } from '../../protocol/compendium/model.ts';
import type { Compendium, ToldEntry } from '../../protocol/compendium/model.ts';
import type { PrintLanguage } from '../criteria.ts';

type Cell = string | number | undefined;

/** Tables of the compendium; every row with its edition and its sources. The heads are names of fields, the same in every language. */
export function programmesCsv({ administrations, programmes, regions }: Compendium, told: readonly ToldEntry[], language: PrintLanguage): string {
  const nameOf = (id: string): string => administrations.find((one) => one.id === id)?.name[language] ?? id;
  const regionOf = (id: string): string => regions.find((one) => one.id === administrations.find((each) => each.id === id)?.region)?.name[language] ?? '';
  return csv(['administration', 'iso', 'region', 'programme', 'kind', 'edition', 'sources', 'told_by', 'told_at', 'legal_basis', 'eligible', 'criteria', 'validity', 'benefits', 'contact'], [
    ...programmes.map((one): readonly Cell[] => [
      nameOf(one.administration), isoOf(administrations, one.administration), regionOf(one.administration), one.name?.[language], one.kind, one.edition, one.sources.join(' '),
    ]),
    ...told.map((one): readonly Cell[] => [
      nameOf(one.administration), isoOf(administrations, one.administration), regionOf(one.administration), one.name, one.kind, '', 'administration', one.administrationName,
      new Date(one.at).toISOString(), one.legalBasis, one.eligible, one.criteria, one.validity, one.benefits, one.contact,
    ]),
  ]);
}

export function recognitionsCsv({ administrations, recognitions }: Compendium, language: PrintLanguage): string {
  const nameOf = (id: string): string => administrations.find((one) => one.id === id)?.name[language] ?? id;
  return csv(['id', 'parties', 'iso', 'form', 'signed', 'effective', 'sources', 'note'], recognitions.map((one) => [
    one.id, one.parties.map(nameOf).join('; '), one.parties.map((party) => isoOf(administrations, party)).join('; '), one.form, one.signed, one.effective, one.sources.join(' '), one.note?.[language],
  ]));
}

export function editionsCsv({ editions }: Compendium, language: PrintLanguage): string {
  return csv(['edition', 'title', 'figure', 'value', 'source', 'note', 'counting'], editions.flatMap((one) => figureNames.flatMap((name) => {
    const figure = one[name];
    return figure ? [[one.id, one.title[language], name, figure.value, figure.source, figure.note?.[language], one.counting[language]]] : [];
  })));
}

function isoOf(administrations: Compendium['administrations'], id: string): string {
  return administrations.find((one) => one.id === id)?.iso ?? '';
}

/** RFC 4180, with a mark by which a spreadsheet knows that it is UTF-8. A text that a spreadsheet would take for a formula is kept a text. */
function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell): string => {
    if (typeof value === 'number') return String(value);
    const text = (value ?? '').replace(/^(?=[=+\-@\t\r])/u, "'");
    return /[",\n\r]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${[head, ...rows].map((row) => head.map((_name, index) => cell(row[index])).join(',')).join('\r\n')}\r\n`;
}
