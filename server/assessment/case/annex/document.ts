import { agreedFields, cellFields, rowOf, standingOf } from '../../../../protocol/assessment/case/comparison.ts';
import type { CellField, Comparison, Row, Status } from '../../../../protocol/assessment/case/comparison.ts';
import type { Programme } from '../../../../protocol/assessment/case/plan.ts';
import { safeCriteria } from '../../../../protocol/criteria.ts';
import type { SafeCriterion } from '../../../../protocol/criteria.ts';
import type { AdministrationId } from '../../../../protocol/live/ids.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { criterionTitles } from '../../../criteria.ts';
import type { PrintLanguage } from '../../../criteria.ts';
import type { Block, OfficialDocument, Tone } from '../../../pdf/document.ts';
import { fill } from '../../../pdf/fill.ts';
import { annexWords, momentIn } from './words.ts';
import type { AnnexWords } from './words.ts';

const tones: Readonly<Record<Status, Tone>> = { equivalent: 'good', equivalentInResult: 'good', partly: 'warn', gap: 'bad', notExamined: 'plain' };

interface Telling {
  readonly words: AnnexWords;
  readonly language: PrintLanguage;
  readonly titles: ReadonlyMap<string, string>;
  /** Left and right. */
  readonly programmes: readonly [Programme, Programme];
  readonly sides: readonly [AdministrationId, AdministrationId];
  readonly person: (id: string) => string;
  readonly administration: (id: AdministrationId) => string;
}

/** A comparison as an annex to print; nothing of a private part is in it. `now` in ms. */
export function annexDocument(state: SessionState, comparison: Comparison, language: PrintLanguage, now: number): OfficialDocument {
  const words = annexWords(language);
  const { programmes } = state.case.plan;
  const [left, right] = [programmes[comparison.left]!, programmes[comparison.right]!];
  const people = Object.values(state.participants);
  const tell: Telling = {
    words, language, titles: criterionTitles(language), programmes: [left, right], sides: [left.administration, right.administration],
    person: (id) => state.participants[id]?.name ?? '—',
    administration: (id) => people.find((one) => one.administration === id)?.administrationName ?? id,
  };
  const agreed = safeCriteria.filter((one) => standingOf(rowOf(comparison, one), tell.sides) === 'agreed').length;
  const isFinal = agreed === safeCriteria.length;
  return {
    language, title: fill(words.title, { left: left.name, right: right.name }), subtitle: words.subtitle, author: tell.administration(state.session.administration),
    status: isFinal ? words.status.final : fill(words.status.draft, { agreed, rows: safeCriteria.length }), isFinal,
    statusText: isFinal ? words.statusText.final : words.statusText.draft,
    foot: fill(words.foot, { case: state.session.title, time: momentIn(language, now) }), pageText: words.page,
    blocks: [
      { kind: 'heading', level: 1, text: words.programmes }, programmesTable(tell),
      { kind: 'heading', level: 1, text: words.summary }, summaryTable(tell, comparison),
      { kind: 'remark', text: words.note },
      // What nobody agreed to is in a draft alone.
      ...safeCriteria.flatMap((one) => rowBlocks(tell, one, rowOf(comparison, one), isFinal ? agreedFields : cellFields)),
    ],
  };
}

function programmesTable({ words, programmes, administration }: Telling): Block {
  return {
    kind: 'table', columns: [{ title: words.programme, share: 4 }, { title: words.administration, share: 4 }, { title: words.about, share: 8 }],
    rows: programmes.map((one) => [one.name, administration(one.administration), one.about]),
  };
}

function summaryTable({ words, titles, sides }: Telling, comparison: Comparison): Block {
  return {
    kind: 'table', columns: [{ title: words.criterion, share: 9 }, { title: words.result, share: 4 }, { title: words.agreement, share: 3 }],
    rows: safeCriteria.map((one) => {
      const row = rowOf(comparison, one);
      return [`${one}. ${titles.get(one) ?? ''}`, words.rating[row.status], words.standing[standingOf(row, sides)]];
    }),
  };
}

function rowBlocks(tell: Telling, criterion: SafeCriterion, row: Row, fields: readonly CellField[]): readonly Block[] {
  const { words, titles, sides, programmes } = tell;
  const isWritten = sides.some((side) => fields.some((field) => (row.cells[side]?.[field]?.text ?? '') !== ''));
  return [
    { kind: 'heading', level: 1, text: `${criterion}. ${titles.get(criterion) ?? ''}` },
    { kind: 'record', label: words.result, tag: words.rating[row.status], tone: tones[row.status], text: agreementText(tell, row), rows: [] },
    isWritten
      ? {
        kind: 'table', columns: [{ title: words.column.what, share: 3 }, ...programmes.map(({ name }) => ({ title: name, share: 7 }))],
        rows: fields.map((field) => [words.column[field], ...sides.map((side) => row.cells[side]?.[field]?.text ?? '')]),
      }
      : { kind: 'remark', text: words.nothing },
  ];
}

function agreementText({ words, language, sides, person, administration }: Telling, { agreed, takenBack }: Row): string {
  const lines = sides.map((side) => {
    const given = agreed[side];
    return given
      ? fill(words.agreed, { name: person(given.by), administration: administration(side), time: momentIn(language, given.at) })
      : fill(words.notAgreed, { administration: administration(side) });
  });
  return [...lines, ...(takenBack ? [fill(words.takenBack, { time: momentIn(language, takenBack.at) })] : [])].join('\n');
}
