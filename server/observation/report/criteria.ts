import type { Annotation } from '../../../protocol/observation/annotation.ts';
import type { Released } from '../../../protocol/observation/evidence.ts';
import type { CriterionId } from '../../../protocol/observation/ids.ts';
import { shownFor } from '../../../protocol/observation/reportFacts.ts';
import type { Block, PictureItem } from '../../pdf/document.ts';
import { fill } from '../../pdf/fill.ts';
import type { Telling } from './telling.ts';

/** What was shown, by criterion: remark, pictures, and which findings belong to it. */
export function criteria(tell: Telling): readonly Block[] {
  const { words, facts, version } = tell;
  const told = new Set(facts.criteria.flatMap((id) => shownFor(facts, id)));
  const other = facts.evidence.filter((one) => !told.has(one));
  return [
    ...facts.criteria.flatMap((id): readonly Block[] => {
      const shown = shownFor(facts, id);
      return [
        { kind: 'heading', level: 2, text: tell.criterion(id) },
        ...prose(version.texts.criteria[id]),
        ...(shown.length === 0 ? [{ kind: 'remark', text: words.evidence.none } as const] : pictures(tell, shown)),
        ...findingsOf(tell, id),
      ];
    }),
    ...(other.length === 0 ? [] : [{ kind: 'heading', level: 2, text: words.section.other } as const, ...pictures(tell, other)]),
  ];
}

/** Findings are numbered in the order of their moments, whatever order they are told in. */
export function findingNumbers({ facts }: Telling): ReadonlyMap<string, number> {
  return new Map(facts.findings.map((one, index) => [one.id, index + 1]));
}

/** The hash of the small picture that is printed of an item. */
export function printedPicture({ pictured }: Released): string | undefined {
  return pictured.thumbnail?.hash;
}

function findingsOf(tell: Telling, criterion: CriterionId): readonly Block[] {
  const numbers = findingNumbers(tell);
  const found = tell.facts.findings.filter((one) => one.criterion === criterion).map((one) => String(numbers.get(one.id)));
  return found.length === 0 ? [] : [{ kind: 'remark', text: fill(tell.words.evidence.seeFindings, { numbers: found.join(', ') }) }];
}

function pictures(tell: Telling, items: readonly Released[]): readonly Block[] {
  return [{ kind: 'pictures', items: items.map((one) => item(tell, one)) }];
}

function item(tell: Telling, one: Released): PictureItem {
  const { evidence: words } = tell.words;
  const time = tell.moment(one.capturedAt);
  const by = tell.person(one.by);
  const marks = marksOf(one);
  const picture = printedPicture(one);
  const title = one.title === '' ? words[one.kind] : one.title;
  const state = [one.masked ? words.masked : words.asCaptured, ...(marks.length > 0 ? [words.marked] : [])];
  return {
    ...(picture === undefined ? {} : { picture }),
    instead: words.noPicture,
    alt: fill(words.alt, {
      kind: words[one.kind], number: one.number, title, time, by, zone: one.zone === undefined ? '' : fill(words.altZone, { zone: tell.place(one.zone) }),
    }),
    label: fill(words.label, { number: one.number }),
    title,
    lines: [
      `${words.captured} ${time} (${tell.hostZone})`,
      [...(one.zone === undefined ? [] : [`${words.zone} ${tell.place(one.zone)}`]), `${words.camera} ${by}`].join(' · '),
      `${words[one.kind]} · ${state.join(' · ')}`,
      `SHA-256 ${one.pictured.content.hash.slice(0, 16)}…`,
    ],
    marks,
  };
}

/** The marks of the newest mark-up with all that it stands on; or those that were released with the picture. */
function marksOf({ marks, markups, version }: Released): readonly Annotation[] {
  const found = new Map<string, Annotation>();
  for (let at = markups.at(-1); at; at = markups.find((one) => one.id === at?.of && one.id !== version)) {
    for (const one of at.marks ?? []) if (!found.has(one.id)) found.set(one.id, one);
  }
  for (const one of marks) if (!found.has(one.id)) found.set(one.id, one);
  return [...found.values()];
}

function prose(text: string | undefined): readonly Block[] {
  return text === undefined || text === '' ? [] : [{ kind: 'prose', text }];
}
