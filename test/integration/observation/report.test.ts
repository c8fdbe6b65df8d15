import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printOf } from '../../../server/pdf/document.ts';
import type { Block, OfficialDocument } from '../../../server/pdf/document.ts';
import { printPdf } from '../../../server/pdf/print.ts';
import type { ReportJson } from '../../../server/observation/report/reportJson.ts';
import { temporaryPlace } from '../store/place.ts';
import type { Place } from '../store/place.ts';
import { ExportHouse, hostile, png, secrets } from './packageScene.ts';

let house: ExportHouse;
let place: Place;

beforeAll(async () => {
  house = await ExportHouse.open();
  place = await temporaryPlace();
});
afterAll(async () => {
  await house.remove();
  await place.remove();
});

describe('a report as a PDF', () => {
  test.each([
    ['en', 'en', 'Observation report', ['Annex A. Register of released evidence', 'Cargo Security', 'Confirmed by both sides', 'Not conform', 'Container CSQU3054383', 'No-go']],
    ['fr', 'fr', 'Rapport d’observation', ['Confirmé par les deux parties', 'Sécurité du fret', 'Point de vue de l’administration chargée de la validation', 'Écart', 'Non apte']],
    ['zh-CN', 'zh', '观摩报告', ['双方均已确认', '货物安全', '企业未予提供的证据', '不符合项', '首席观察员']],
    // A language that the report does not have.
    ['pt', 'en', 'Observation report', ['Confirmed by both sides']],
  ])('in %s is tagged, knows its language and title, and says what happened', async (asked, language, title, words) => {
    const { pdf, text, pages } = await reportPdf(3, asked);
    const catalog = await pdf.getMetadata();
    expect((await pdf.getMarkInfo() as unknown as ReadonlyMap<string, boolean>).get('Marked')).toBe(true);
    expect(catalog.info).toMatchObject({ Language: language });
    expect((catalog.info as { Title: string }).Title).toContain(title);
    expect((catalog.info as { Author: string }).Author).toBe('Customs of the North');
    expect(catalog.metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const roles = rolesIn(await pages[0]!.getStructTree());
    expect(roles).toEqual(expect.arrayContaining(['H1', 'P']));
    for (const word of [...words, 'BE-AEO-0042', 'Zoé Lefèvre', '吴敏', '码头和堆场均已展示。', '封条由谁保管？', 'Commercial secret of a client']) expect(text).toContain(squeezed(word));
  });

  test('has text in place of its pictures, numbered and with what they are', async () => {
    const { pages } = await reportPdf(3, 'en');
    const alts = (await Promise.all(pages.map(async (page) => altsIn(await page.getStructTree())))).flat();
    expect(alts).toHaveLength(2);
    expect(alts[1]).toMatch(/^Still picture, evidence 2: Dock door\. Captured 3 Mar 2026, 10:02:02 in the zone Dock 3 by .*Karim/u);
  });

  test('gives hashes whole, and times in the zones of host and reader', async () => {
    const { text } = await reportPdf(3, 'en', 'Asia/Shanghai');
    const { facts, log } = await reportJson(3);
    for (const one of facts.evidence) expect(text).toContain(one.pictured.content.hash);
    expect(text).toContain(facts.evidence[1]!.original);
    expect(text).toContain(log.hash);
    expect(text).toContain(squeezed('3 Mar 2026, 10:00:00 – 13:00:00 (host’s time)'));
    expect(text).toContain(squeezed('3 Mar 2026, 17:00:00 – 20:00:00 (reader’s time)'));
    expect((await house.get('wu', 'reports/3/pdf?language=en&zone=Nowhere/Else')).status).toBe(200);
  });

  test('says what took place of the agenda beside the plan, who consented to what, and once in which zone its times are', async () => {
    const { facts, times } = await reportJson(3);
    const { text } = await reportPdf(3, 'en', 'Asia/Shanghai');
    const held = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Europe/Brussels', hourCycle: 'h23' });
    expect(facts.held).toMatchObject([{ slot: 's1' }]);
    expect(text).toContain(squeezed(`3 Mar 2026, 10:00:00, 45 min ${held.format(facts.held![0]!.from)} – `));
    expect(text).toContain(squeezed('3 Mar 2026, 10:45:00, 30 min Not reached Container yard'));
    for (const said of ['Dock 3 Given Zoé Lefèvre, written down by the host', 'Yard east Given Rosa Ortiz, the operator’s own word', 'Server room Nothing may be captured here', 'Person 1 Yard east Withdrawn Written down for them']) {
      expect(text).toContain(squeezed(said));
    }
    expect(text.split(squeezed('Every time in this report is the host’s, with its date: that of the zone Europe/Brussels'))).toHaveLength(2);
    expect(times).toEqual({ unit: 'ms since 1970-01-01T00:00:00Z', zone: 'Europe/Brussels' });
  });

  test('says on every page that it is a draft, until both leads have confirmed', async () => {
    const draft = await reportPdf(2, 'en');
    for (const page of draft.texts) expect(page).toContain(squeezed('Not confirmed: draft'));
    const confirmed = await reportPdf(3, 'en');
    for (const page of confirmed.texts) expect(page).toContain(squeezed('Confirmed by both sides'));
    expect(confirmed.text).not.toContain('draft');
  });

  test('prints names and texts that look like source as text', async () => {
    const { text } = await reportPdf(3, 'en');
    expect(text.split(squeezed('#eval("1+1") *bold* $x^2$ @label <tag> \\ "quoted" `raw` //')).length).toBeGreaterThan(5);
  });

  test('says nothing that observers may not see', async () => {
    const { text } = await reportPdf(3, 'en');
    for (const secret of Object.values(secrets)) expect(text).not.toContain(squeezed(secret));
  });

  test('is refused for a version that is not there, in a form that is none, and to who may not see it', async () => {
    for (const [who, path, status, code] of [
      ['wu', 'reports/9/pdf?language=en', 404, 'report.absent'], ['wu', 'reports/x/pdf?language=en', 404, 'report.absent'], ['wu', 'reports/9/json', 404, 'report.absent'],
      ['wu', 'reports/3/pdf', 400, 'payload.invalid'], ['rep', 'reports/3/pdf?language=en', 403, 'permission.denied'], ['camera', 'reports/3/json', 403, 'permission.denied'],
    ] as const) {
      const answer = await house.get(who, path);
      expect({ path, status: answer.status, body: await answer.json() }).toMatchObject({ path, status, body: { error: { code } } });
    }
  });
});

test('a report as JSON holds facts, texts and confirmations, and names for its ids', async () => {
  const report = await reportJson(3);
  expect(report.schema).toBe('gangway.observation-report/1');
  expect(report.version).toMatchObject({ number: 3, by: 'wu', factsOf: 1, standing: 'confirmed', confirmed: { host: { by: 'lead' }, partner: { by: 'wu' } } });
  expect(report.sides).toEqual({ host: 'Customs of the North', partner: ['东方海关'] });
  expect(report.texts).toMatchObject({ partnerView: '我方认为管理有序。', criteria: { G: 'Seals are kept in a locked cabinet.' } });
  expect(report.facts.evidence.map(({ number }) => number)).toEqual([1, 2, 4]);
  expect(report.facts.withheld.map(({ number, reason }) => [number, reason])).toEqual([[3, 'Commercial secret of a client']]);
  expect(Object.keys(report.people).toSorted()).toEqual(['camera', 'lead', 'li', 'rep', 'wu']);
  expect(JSON.stringify(report)).toContain(JSON.stringify(hostile).slice(1, -1));
  for (const secret of Object.values(secrets)) expect(JSON.stringify(report)).not.toContain(secret);
});

test('a version whose facts are in the log alone is exported with them', async () => {
  const before = await reportJson(1);
  for (const id of ['build-4', 'build-5']) expect(await house.live.run('lead', id, 'report.build', {})).toMatchObject({ ok: true });
  expect(Object.keys(house.live.state.observation.report.facts)).toEqual(['1', '5']);
  const fourth = await reportJson(4);
  expect(fourth.facts.seq).toBeGreaterThan(before.facts.seq);
  expect(fourth.facts.evidence).toEqual(before.facts.evidence);
  expect((await reportPdf(4, 'en')).text).toContain('Commercialsecretofaclient');
  expect((await reportJson(1)).facts).toEqual(before.facts);
});

describe('printing', () => {
  test('characters without a typeface are given by their number, and the document stays accessible', async () => {
    const { pdf, notAccessible } = await printPdf(printOf(sheet({ kind: 'prose', text: 'one \u{10D40} two \u{1CD00} three' }), [], 0));
    expect(notAccessible).toBeUndefined();
    expect((await read(pdf)).text).toContain('one[U+10D40]two[U+1CD00]three');
  });

  test('what turns the reading direction is shown, not obeyed', async () => {
    const { pdf } = await printPdf(printOf(sheet({ kind: 'prose', text: 'paid \u202Ella\u202C' }), [], 0));
    expect((await read(pdf)).text).toContain('paid[U+202E]lla[U+202C]');
  });

  test('a picture that cannot be read is left out, and the others are printed', async () => {
    const good = png(40, 30, 120);
    const huge = Buffer.from(good);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const files = { good, cut: good.subarray(0, good.length - 40), huge, other: Buffer.from('no picture at all') };
    const pictures = await Promise.all(Object.entries(files).map(async ([name, bytes]) => {
      const path = join(place.path, name);
      await writeFile(path, bytes);
      return { name, path };
    }));
    const items = Object.keys(files).map((picture) => ({ picture, instead: `no ${picture}`, alt: `alt of ${picture}`, label: picture, title: 't', lines: [], marks: [] }));
    const { pdf, notAccessible } = await printPdf(printOf(sheet({ kind: 'pictures', items }), pictures, 0));
    const { text, pages } = await read(pdf);
    expect(notAccessible).toBeUndefined();
    for (const name of ['cut', 'huge', 'other']) expect(text).toContain(`no${name}`);
    expect(text).not.toContain('nogood');
    expect(altsIn(await pages[0]!.getStructTree())).toEqual(['alt of good']);
  });

  test('the same job prints the same bytes', async () => {
    const [one, two] = await Promise.all([0, 1].map(() => printPdf(printOf(sheet({ kind: 'prose', text: 'same' }), [], 1_700_000_000_000))));
    expect(one!.pdf.equals(two!.pdf)).toBe(true);
  });

  test('takes no longer and gets no larger than it may, and says which it was', async () => {
    const job = printOf(sheet({ kind: 'prose', text: 'text' }), [], 0);
    await expect(printPdf(job, { timeoutMs: 1 })).rejects.toMatchObject({ fault: 'timeout', refusal: { code: 'print.failed' } });
    await expect(printPdf(job, { maxBytes: 100 })).rejects.toMatchObject({ fault: 'tooLarge' });
    await expect(printPdf({ ...job, template: '#read("/../../../package.json")' })).rejects.toMatchObject({ fault: 'failed' });
  });
});

interface ReadPdf {
  readonly pdf: PDFDocumentProxy;
  readonly pages: readonly Awaited<ReturnType<PDFDocumentProxy['getPage']>>[];
  /** Of each page and of all, without spaces: lines break where they may. */
  readonly texts: readonly string[];
  readonly text: string;
}

async function reportPdf(number: number, language: string, zone?: string): Promise<ReadPdf> {
  const answer = await house.get('wu', `reports/${number}/pdf?language=${language}${zone === undefined ? '' : `&zone=${zone}`}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return read(Buffer.from(await answer.arrayBuffer()));
}

async function reportJson(number: number): Promise<ReportJson> {
  const answer = await house.get('wu', `reports/${number}/json`);
  expect(answer.status).toBe(200);
  return await answer.json() as ReportJson;
}

async function read(bytes: Buffer): Promise<ReadPdf> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(pages.map(async (page) => squeezed((await page.getTextContent()).items.map((item) => 'str' in item ? item.str : '').join(''))));
  return { pdf, pages, texts, text: texts.join('') };
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly unknown[];
}

function nodesIn(node: unknown): readonly Node[] {
  if (typeof node !== 'object' || node === null) return [];
  const one = node as Node;
  return [one, ...(one.children ?? []).flatMap(nodesIn)];
}

function rolesIn(tree: unknown): readonly string[] {
  return nodesIn(tree).flatMap(({ role }) => role ?? []);
}

function altsIn(tree: unknown): readonly string[] {
  return nodesIn(tree).flatMap(({ alt }) => alt ?? []);
}

function sheet(...blocks: readonly Block[]): OfficialDocument {
  return {
    language: 'en', title: 'A sheet', subtitle: 'For a test', author: 'Customs', status: 'Draft', isFinal: false, statusText: 'A draft.', foot: 'foot', pageText: 'Page {page} of {pages}', blocks,
  };
}
