import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Certificate } from '../../../protocol/training/records.ts';
import { printCertificate } from '../../../server/training/certificates.ts';
import { readPrinted, withoutGaps } from '../../harness/printed.ts';
import { startTestServer } from '../../harness/server.ts';
import type { TestPerson, TestServer } from '../../harness/server.ts';
import { newEdition } from '../training/house.ts';

/**
 * What leaves the platform as a PDF can be read aloud: tagged, in a named language, with a title and with headings to go by. The report of
 * a visit is read in observation/report.test.ts, what a ceremony signs and seals in ceremony/ceremony.test.ts.
 */
let server: TestServer;
let north: TestPerson;
let south: TestPerson;
beforeAll(async () => {
  server = await startTestServer();
  north = await server.person('Nora North');
  south = await server.person('Samir South', { administration: await server.administration('Customs of the South', 'EG') });
});
afterAll(() => server.close());

async function bytesOf(asked: Promise<Response>): Promise<Buffer> {
  const response = await asked;
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  return Buffer.from(await response.arrayBuffer());
}

describe('minutes of a meeting', () => {
  let session = '';
  beforeAll(async () => {
    session = await server.session(north, [[south, 'headOfDelegation']], { kind: 'assessment', title: 'First meeting', lobby: false });
    const live = await server.connect(north.cookie, session);
    await live.must('session.start', {});
    await server.connect(south.cookie, session);
    await live.must('agenda.item', { title: 'Seals and cargo', minutes: 20, decks: [] });
    await live.until(({ state }) => Object.keys(state.assessment.agenda.items).length === 1);
    const item = Object.keys(live.state.assessment.agenda.items)[0]!;
    await live.must('minutes.draft', {});
    await live.must('minutes.edit', { base: 1, texts: { opening: 'The chair opened the meeting.', items: { [item]: 'Both spoke on seals.' } } });
  });

  test.each([
    ['en', 'Minutes: First meeting', ['1. Attendance by delegation', '2. Opening', '4. Discussion', 'Seals and cargo']],
    ['fr', 'Procès-verbal\u00a0: First meeting', ['2. Ouverture', 'Seals and cargo']],
    ['zh', '会议纪要：First meeting', ['4. 讨论', 'Seals and cargo']],
  ])('in %s', async (language, title, headings) => {
    const printed = await readPrinted(await bytesOf(north.api.raw('minutesPdf', { params: { session, number: '2' }, query: { language } })));
    expect(printed).toMatchObject({ tagged: true, accessible: true, language, title });
    expect(printed.headings).toEqual(expect.arrayContaining(headings.map(withoutGaps)));
    expect(printed.text).toContain(withoutGaps('Both spoke on seals.'));
  });
});

describe('a comparison as an annex', () => {
  let session = '';
  let comparison = '';
  beforeAll(async () => {
    session = await server.session(north, [[south, 'headOfSide']], { kind: 'case', title: 'North and South', lobby: false });
    const [ours, theirs] = [await server.connect(north.cookie, session), await server.connect(south.cookie, session)];
    await ours.must('case.programme', { name: 'AEO North', about: 'Regulation 12' });
    await theirs.must('case.programme', { name: 'AEO South', about: 'Decree 7' });
    await ours.until(({ state }) => Object.keys(state.case.plan.programmes).length === 2);
    const programmeOf = (side: string): string => Object.values(ours.state.case.plan.programmes).find((each) => each.administration === side)!.id;
    await ours.must('matrix.begin', { left: programmeOf(north.administration), right: programmeOf(south.administration) });
    await ours.until(({ state }) => Object.keys(state.case.comparisons).length === 1);
    comparison = Object.keys(ours.state.case.comparisons)[0]!;
    await ours.must('matrix.write', { comparison, criterion: 'G', field: 'text', text: 'Seals by ISO 17712', base: 0 });
  });

  test.each([
    ['en', 'Comparison of programmes: AEO North and AEO South', ['Programmes compared', 'Summary']],
    ['fr', 'Comparaison des programmes\u00A0: AEO North et AEO South', ['Vue d’ensemble']],
    ['zh', '制度对比：AEO North与AEO South', ['概览']],
  ])('in %s', async (language, title, headings) => {
    const printed = await readPrinted(await bytesOf(south.api.raw('comparisonPdf', { params: { session, comparison }, query: { language } })));
    expect(printed).toMatchObject({ tagged: true, accessible: true, language, title });
    expect(printed.headings).toEqual(expect.arrayContaining(headings.map(withoutGaps)));
    // One for each criterion.
    expect(printed.headings.filter((heading) => /^[A-M]\./u.test(heading)).map(([letter]) => letter)).toEqual([...'ABCDEFGHIJKLM']);
    expect(printed.text).toContain(withoutGaps('Seals by ISO 17712'));
  });
});

describe('what training prints', () => {
  const certificate: Certificate = {
    id: 'GW-2026-7K3M-9QPX', edition: 'e', course: 'small', courseEdition: '1', person: 'p', name: 'Nils North', administrationName: 'Customs of the North', country: 'NO',
    issuerName: 'Customs of the North', title: { en: 'Doors and seals', fr: 'Portes et scellés', zh: '门和封条' }, from: 0, issuedAt: Date.UTC(2026, 0, 5), hours: 3.5, score: 0.9,
    verifyAt: 'https://gangway.example/certificate/GW-2026-7K3M-9QPX', files: {},
  };

  test.each([
    ['en', 'Certificate of completion', 'Doors and seals'], ['fr', 'Certificat de réussite', 'Portes et scellés'], ['zh', '结业证书', '门和封条'],
  ] as const)('a certificate in %s', async (language, title, course) => {
    const printed = await readPrinted(await printCertificate(certificate, language));
    expect(printed).toMatchObject({ tagged: true, accessible: true, language, title });
    expect(printed.headings).toEqual([withoutGaps(title)]);
    expect(printed.text).toContain(withoutGaps(course));
  });

  test.each([
    ['en', 'Doors and seals', ['Doors', 'A door', 'Points']], ['fr', 'Portes et scellés', ['Portes', 'Une porte', 'Points']], ['zh', '门与封志', ['门', '一扇门', '要点']],
  ] as const)('the deck of a module in %s, each page under its heading', async (language, title, headings) => {
    const head = await server.administrator();
    await head.api.call('setTrainingRoles', { params: { person: north.id }, body: { roles: ['trainer'] } });
    const edition = await newEdition(north);
    const printed = await readPrinted(await bytesOf(north.api.raw('moduleDeck', { params: { edition, module: 'first' }, query: { language } })));
    expect(printed).toMatchObject({ tagged: true, accessible: true, language, title });
    expect(printed.headings).toEqual(headings.map(withoutGaps));
  });
});
