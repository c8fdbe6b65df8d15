import type { Inspection } from '../../../protocol/observation/inspections.ts';
import { points, sealChecks } from '../../../protocol/observation/inspections.ts';
import { grades } from '../../../protocol/observation/notebook.ts';
import type { Finding, Grade, Question } from '../../../protocol/observation/notebook.ts';
import type { Block, Pair, Tone } from '../../pdf/document.ts';
import { fill } from '../../pdf/fill.ts';
import { findingNumbers } from './criteria.ts';
import type { Telling } from './telling.ts';

const toneOf: Readonly<Record<Grade, Tone>> = { conform: 'good', observation: 'plain', recommendation: 'warn', gap: 'bad' };

export function inspections(tell: Telling): readonly Block[] {
  const { facts, words } = tell;
  return facts.inspections.length === 0 ? [{ kind: 'remark', text: words.nothing }] : facts.inspections.flatMap((one) => inspection(tell, one));
}

function inspection(tell: Telling, one: Inspection): readonly Block[] {
  const { inspection: words, column, result } = tell.words;
  const evidence = tell.facts.evidence.filter((item) => item.inspection?.id === one.id);
  const shown = (point: string): string => evidence.filter((item) => item.inspection?.point === point).map((item) => String(item.number)).join(', ');
  const columns = [{ title: column.point, share: 5 }, { title: column.result, share: 3 }, { title: column.remark, share: 7 }, { title: tell.words.finding.evidence, share: 2.6 }];
  const rows = points.map((point) => {
    const found = one.points[point];
    return [tell.points.get(point) ?? point, result[found?.result ?? 'notChecked'], found?.remark ?? '', shown(point)];
  });
  const { seal } = one;
  return [
    { kind: 'heading', level: 2, text: fill(words.title, { container: one.container }) },
    ...(one.misread ? [{ kind: 'prose', text: words.misread } as const] : []),
    {
      kind: 'pairs',
      rows: [
        { label: words.by, value: tell.join(tell.person(one.by), tell.moment(one.at)) },
        ...(one.zone === undefined ? [] : [{ label: column.zone, value: tell.place(one.zone) }]),
        { label: words.closed, value: one.closedAt === undefined ? words.open : tell.moment(one.closedAt) },
      ],
    },
    { kind: 'table', columns, rows },
    { kind: 'heading', level: 3, text: words.seal },
    ...(seal === undefined ? [{ kind: 'remark', text: words.noSeal } as const] : [
      { kind: 'pairs', rows: [{ label: words.sealNumber, value: seal.number }, { label: words.documentNumber, value: seal.documentNumber }] } as const,
      {
        kind: 'table', columns: [{ title: column.point, share: 6 }, { title: column.result, share: 4 }, { title: tell.words.finding.evidence, share: 3 }],
        rows: sealChecks.map((check) => [tell.sealChecks.get(check) ?? check, result[seal.checks[check]], check === 'affixed' ? shown('seal') : '']),
      } as const,
    ]),
  ];
}

/** The gravest first. */
export function findings(tell: Telling): readonly Block[] {
  const { facts, words } = tell;
  if (facts.findings.length === 0) return [{ kind: 'remark', text: words.nothing }];
  return grades.toReversed().flatMap((grade): readonly Block[] => {
    const found = facts.findings.filter((one) => one.grade === grade);
    if (found.length === 0) return [];
    return [{ kind: 'heading', level: 2, text: `${words.grade[grade]} (${found.length})` }, ...found.map((one) => finding(tell, one))];
  });
}

function finding(tell: Telling, one: Finding): Block {
  const { finding: words, grade } = tell.words;
  const numbers = one.evidence.flatMap((id) => tell.facts.evidence.filter((item) => item.id === id).map((item) => String(item.number)));
  const rows: Pair[] = [
    { label: words.criterion, value: tell.criterion(one.criterion) },
    { label: words.moment, value: tell.join(tell.moment(one.moment), one.zone === undefined ? '' : tell.place(one.zone)) },
    { label: words.evidence, value: numbers.length === 0 ? tell.words.nothing : numbers.join(', ') },
    { label: words.owner, value: one.owner === '' ? words.noOwner : one.owner },
    ...(one.due === undefined ? [] : [{ label: words.due, value: tell.date(one.due) }]),
    { label: words.side, value: tell.join(tell.person(one.by), tell.administration(one.side)) },
  ];
  return {
    kind: 'record', label: fill(words.number, { number: findingNumbers(tell).get(one.id)! }), tag: grade[one.grade], tone: toneOf[one.grade], text: one.text, rows,
  };
}

export function questions(tell: Telling): readonly Block[] {
  const { facts, words } = tell;
  if (facts.questions.length === 0) return [{ kind: 'remark', text: words.nothing }];
  return (['answered', 'deferred', 'open', 'withdrawn'] as const).flatMap((state): readonly Block[] => {
    const these = facts.questions.filter((one) => one.state === state);
    if (these.length === 0) return [];
    return [{ kind: 'heading', level: 2, text: `${words.question[state]} (${these.length})` }, ...these.map((one) => question(tell, one))];
  });
}

function question(tell: Telling, one: Question): Block {
  const { question: words, finding } = tell.words;
  const { answer } = one;
  return {
    kind: 'record', label: '', tag: '', tone: one.state === 'answered' ? 'good' : 'plain', text: one.text,
    rows: [
      { label: words.by, value: tell.join(tell.person(one.by), tell.moment(one.at)) },
      ...(one.slot === undefined ? [] : [{ label: words.item, value: tell.slot(one.slot) }]),
      ...(one.criterion === undefined ? [] : [{ label: finding.criterion, value: tell.criterion(one.criterion) }]),
      ...(answer === undefined ? [] : [
        { label: words.answer, value: answer.text },
        { label: words.answeredBy, value: tell.join(tell.person(answer.by), tell.moment(answer.at), answer.inWriting ? words.inWriting : words.live) },
      ]),
    ],
  };
}

export function notes(tell: Telling): Block {
  const { column, nothing } = tell.words;
  if (tell.facts.notes.length === 0) return { kind: 'remark', text: nothing };
  return {
    kind: 'table', columns: [{ title: column.time, share: 3.4 }, { title: column.criterion, share: 4 }, { title: column.note, share: 9 }, { title: column.name, share: 3.6 }],
    rows: tell.facts.notes.map((one) => [tell.moment(one.moment), one.criterion === undefined ? '' : tell.criterion(one.criterion), one.text, tell.person(one.by)]),
  };
}

export function withheld(tell: Telling): Block {
  const { column, nothing, evidence } = tell.words;
  if (tell.facts.withheld.length === 0) return { kind: 'remark', text: nothing };
  return {
    kind: 'table',
    columns: [{ title: column.number, share: 1.6 }, { title: column.kind, share: 3 }, { title: column.time, share: 4 }, { title: column.zone, share: 4 }, { title: column.reason, share: 8 }],
    rows: tell.facts.withheld.map((one) => [
      String(one.number), evidence[one.kind], tell.moment(one.capturedAt), one.zone === undefined ? '' : tell.place(one.zone), one.reason,
    ]),
  };
}
