import type { OfficialDocument } from '../../pdf/document.ts';
import { fill } from '../../pdf/fill.ts';
import { recordBehind, sections } from '../../pdf/sections.ts';
import { confirmations, register } from './closing.ts';
import { consents } from './consents.ts';
import { criteria } from './criteria.ts';
import { agenda, attendance, cover, preparation } from './opening.ts';
import { findings, inspections, notes, questions, withheld } from './record.ts';
import { sidesOf, standingOf } from './telling.ts';
import type { Telling } from './telling.ts';

/** A version of a report as a document to print. `leftOut`: some pictures are not printed for their size. */
export function reportDocument(tell: Telling, leftOut: boolean): OfficialDocument {
  const { words, facts, version, head } = tell;
  const { texts } = version;
  const { section } = words;
  const standing = standingOf(version);
  const operator = facts.operator.name === '' ? facts.title : facts.operator.name;
  const { part, written } = sections(words);
  return {
    language: tell.language,
    title: fill(words.titled, { operator }),
    subtitle: words.subtitle,
    author: sidesOf(tell).host,
    status: words.status[standing], isFinal: standing === 'confirmed', statusText: words.statusText[standing],
    foot: `${fill(words.version, { number: version.number })} · ${tell.moment(version.at)} · SHA-256 ${head.hash.slice(0, 16)}…`,
    pageText: words.page,
    blocks: [
      ...cover(tell),
      ...part(section.summary, written(texts.summary)),
      ...part(section.attendance, attendance(tell)),
      ...part(section.agenda, ...agenda(tell)),
      ...part(section.preparation, ...preparation(tell)),
      ...part(section.consents, ...consents(tell)),
      ...part(section.criteria, ...(leftOut ? [{ kind: 'remark', text: words.evidence.notAllShown } as const] : []), ...criteria(tell)),
      ...part(section.inspections, ...inspections(tell)),
      ...part(section.findings, ...findings(tell)),
      ...part(section.questions, ...questions(tell)),
      ...part(section.notes, notes(tell)),
      ...part(section.withheld, withheld(tell)),
      ...part(section.conclusions, written(texts.jointConclusions)),
      ...part(
        section.views,
        { kind: 'heading', level: 2, text: section.hostView }, written(texts.hostView),
        { kind: 'heading', level: 2, text: section.partnerView }, written(texts.partnerView),
      ),
      ...part(section.confirmations, confirmations(tell)),
      { kind: 'pageBreak' },
      { kind: 'heading', level: 1, text: section.register }, ...register(tell),
      { kind: 'heading', level: 1, text: section.record }, ...recordBehind(words.record, tell.session.id, head, facts.seq),
    ],
  };
}
