import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RouteReply } from '../../../protocol/routes/table.ts';
import type { TestPerson } from '../../harness/server.ts';
import { HOUR, newEdition, openTrainingHouse, readFirst } from './house.ts';
import type { TrainingHouse } from './house.ts';

let house: TrainingHouse;
beforeAll(async () => {
  house = await openTrainingHouse();
});
afterAll(() => house.server.close());

type Attempt = RouteReply<'startAttempt'>;

/** What is right, by the words of the small course; the places differ in each attempt. */
function rightAnswer({ put }: Attempt['questions'][number]) {
  const place = (words: string): number => 'options' in put ? put.options.findIndex(({ en }) => en === words) : -1;
  switch (put.id) {
    case 'first-q1': return place('The right door');
    case 'first-q2': return [place('Bolt seal'), place('Cable seal')];
    case 'first-q3': return [place('Turns'), place('Tells')];
    case 'first-q4': return [place('Look'), place('Write'), place('Sign')];
    case 'first-q5': return 7;
    case 'first-q6': return { x: 0.75, y: 0.5 };
    case 'first-q7': return 'Because of traces';
    default: return 13;
  }
}

async function answerAll(person: TestPerson, edition: string, attempt: Attempt, without: readonly string[] = []): Promise<void> {
  for (const one of attempt.questions) {
    if (without.includes(one.put.id)) continue;
    await person.api.call('answer', { params: { edition, attempt: attempt.id }, body: { question: one.put.id, value: rightAnswer(one), revision: 1 } });
  }
}

test('a trainee goes through the course to a certificate that anybody can verify', async () => {
  const { trainee, tutor, trainer, edition, server } = house;
  const { api } = trainee;
  const params = { edition };
  // The second module is closed until the first is complete.
  expect(await api.refusal('lesson', { params: { ...params, lesson: 'second-reports' } })).toBe('module.closed');
  expect(await api.refusal('startAttempt', { params: { ...params, quiz: 'second-quiz' } })).toBe('module.closed');
  const french = await api.call('lesson', { params: { ...params, lesson: 'first-doors' }, query: { language: 'fr' } });
  expect([french.language, french.languages, french.heads.fr.title]).toEqual(['en', ['en', 'zh'], 'Les portes']);
  await readFirst(trainee, edition);

  const attempt = await api.call('startAttempt', { params: { ...params, quiz: 'first-quiz' } });
  expect(attempt.questions).toHaveLength(7);
  expect((await api.call('startAttempt', { params: { ...params, quiz: 'first-quiz' } })).id).toBe(attempt.id);
  await answerAll(trainee, edition, attempt);
  const handed = await api.call('handInAttempt', { params: { ...params, attempt: attempt.id } });
  // A tutor has words to mark.
  expect([handed.state, handed.questions.map(({ put, earned }) => [put.id, earned]).toSorted()]).toEqual(['marking', [
    ['first-q1', 1], ['first-q2', 2], ['first-q3', 2], ['first-q4', 2], ['first-q5', 1], ['first-q6', 1], ['first-q7', undefined],
  ]]);
  const { answers } = await tutor.api.call('toMark', { params });
  expect(answers.map(({ question, answer, name }) => [question, answer, name])).toEqual([['first-q7', 'Because of traces', 'Nils North']]);
  expect(await tutor.api.refusal('markAnswer', { params: { ...params, attempt: attempt.id }, body: { question: 'first-q7', points: 3, remark: '' } })).toBe('mark.points');
  await tutor.api.call('markAnswer', { params: { ...params, attempt: attempt.id }, body: { question: 'first-q7', points: 1, remark: 'Short' } });
  const reviewed = await api.call('attempt', { params: { ...params, attempt: attempt.id } });
  expect([reviewed.state, reviewed.share, reviewed.passed]).toEqual(['done', 10 / 11, true]);
  expect(reviewed.questions.find(({ put }) => put.id === 'first-q7')).toMatchObject({ earned: 1, remark: 'Short', key: { model: { en: expect.stringContaining('KEYWORD-MODEL') as string } } });

  // The assignment, marked on the rubric; what is stale is not marked.
  expect(await api.refusal('handIn', { params: { ...params, assignment: 'first-exercise' }, body: { text: '' } })).toBe('submission.empty');
  const { hash } = await api.call('uploadHandIn', { params: { ...params, assignment: 'first-exercise' }, query: { name: 'what I saw.txt' }, file: Buffer.from('A door, a seal.') });
  await api.call('handIn', { params: { ...params, assignment: 'first-exercise' }, body: { text: 'See the file.' } });
  await api.call('handIn', { params: { ...params, assignment: 'first-exercise' }, body: { text: 'See the file.' } });
  const { submissions } = await tutor.api.call('toMark', { params });
  expect(submissions.map(({ name, again, marked }) => [name, again, marked])).toEqual([['Nils North', false, false]]);
  const { submission } = submissions[0]!;
  const seen = await tutor.api.call('submission', { params: { ...params, submission } });
  expect(seen.submission?.versions.map(({ text, files }) => [text, files.map(({ name }) => name)])).toEqual([['See the file.', ['what I saw.txt']]]);
  const file = await tutor.api.raw('handedFile', { params: { ...params, submission, file: hash } });
  expect([await file.text(), file.headers.get('content-type')]).toEqual(['A door, a seal.', 'application/octet-stream']);
  await api.call('handIn', { params: { ...params, assignment: 'first-exercise' }, body: { text: 'Better words.' } });
  expect(await tutor.api.refusal('markSubmission', { params: { ...params, submission }, body: { version: 1, points: { seen: 4 }, remark: '' } })).toBe('submission.stale');
  expect(await tutor.api.refusal('markSubmission', { params: { ...params, submission }, body: { version: 2, points: { seen: 3 }, remark: '' } })).toBe('mark.points');
  await tutor.api.call('markSubmission', { params: { ...params, submission }, body: { version: 2, points: { seen: 4 }, remark: 'Good' } });
  expect((await api.call('assignment', { params: { ...params, assignment: 'first-exercise' } })).submission?.marking).toMatchObject({ share: 1, passed: true, by: 'Tom Tutor' });
  expect(await api.refusal('handIn', { params: { ...params, assignment: 'first-exercise' }, body: { text: 'More' } })).toBe('submission.passed');

  // The second module is open now.
  expect(await api.refusal('claimCertificate', { params })).toBe('certificate.early');
  await api.call('reading', { params: { ...params, lesson: 'second-reports' }, body: { done: true } });
  const second = await api.call('startAttempt', { params: { ...params, quiz: 'second-quiz' } });
  await answerAll(trainee, edition, second);
  expect((await api.call('handInAttempt', { params: { ...params, attempt: second.id } })).passed).toBe(true);
  // The examination asks of both modules.
  expect(await api.refusal('claimCertificate', { params })).toBe('certificate.early');
  const last = await api.call('startAttempt', { params: { ...params, quiz: 'last-quiz' } });
  // While one sits at it, no other quiz shows what is right in the banks that it asks from.
  const keys = async () => (await api.call('attempt', { params: { ...params, attempt: second.id } })).questions.filter(({ key }) => key !== undefined).length;
  expect(await keys()).toBe(0);
  expect(last.questions.map(({ put }) => put.id.split('-')[0]).toSorted()).toEqual(['first', 'second']);
  await answerAll(trainee, edition, last);
  await api.call('handInAttempt', { params: { ...params, attempt: last.id } });
  expect(await keys()).toBe(second.questions.length);
  for (const { attempt: id, question, points } of (await tutor.api.call('toMark', { params })).answers) await tutor.api.call('markAnswer', { params: { ...params, attempt: id }, body: { question, points, remark: '' } });
  expect((await api.call('attempt', { params: { ...params, attempt: last.id } })).share).toBe(1);
  const { number } = await api.call('claimCertificate', { params });
  expect((await api.call('claimCertificate', { params })).number).toBe(number);
  expect(number).toMatch(/^GW-\d{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);

  const pdf = Buffer.from(await (await api.raw('certificatePdf', { params: { ...params, certificate: number }, query: { language: 'zh' } })).arrayBuffer());
  const again = Buffer.from(await (await trainer.api.raw('certificatePdf', { params: { ...params, certificate: number }, query: { language: 'zh' } })).arrayBuffer());
  expect(again.equals(pdf)).toBe(true);
  const path = join(server.directory, 'certificate.pdf');
  await writeFile(path, pdf);
  const sealed = execFileSync('pdfsig', [path], { encoding: 'utf8' });
  expect(sealed).toContain('Signature is Valid');
  expect(sealed).toContain('Total document signed');
  expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).toContain(number);
  const changed = Buffer.from(pdf);
  const at = changed.indexOf('stream') + 40;
  changed[at] = changed[at]! ^ 1;
  await writeFile(path, changed);
  expect(execFileSync('pdfsig', [path], { encoding: 'utf8' })).not.toContain('Signature is Valid');

  const anybody = server.api();
  expect(await anybody.call('publicCertificate', { params: { certificate: number.toLowerCase() } })).toMatchObject({ name: 'Nils North', administrationName: 'Customs of the North', number });
  expect(await anybody.refusal('publicCertificate', { params: { certificate: 'GW-2026-AAAA-AAAA' } })).toBe('certificate.absent');
  expect(await trainee.api.refusal('withdrawCertificate', { params: { ...params, certificate: number }, body: { reason: 'x' } })).toBe('permission.denied');
  await trainer.api.call('withdrawCertificate', { params: { ...params, certificate: number }, body: { reason: 'The assignment was copied.' } });
  expect((await anybody.call('publicCertificate', { params: { certificate: number } })).withdrawn?.reason).toBe('The assignment was copied.');
  expect(await api.refusal('certificatePdf', { params: { ...params, certificate: number } })).toBe('certificate.withdrawn');
  expect(await api.refusal('claimCertificate', { params })).toBe('certificate.withdrawn');
});

test('nobody marks their own work, nor reads ahead by another role, and is not shown it among what is to be marked', async () => {
  const { trainer, tutor, server } = house;
  const edition = await newEdition(trainer, { tutors: [tutor.id] });
  const params = { edition };
  const both = await server.person('Toni Both');
  const all = await newEdition(trainer, { tutors: [both.id, tutor.id] });
  await trainer.api.call('enrolPeople', { params: { edition: all }, body: { people: [both.id] } });
  expect(await both.api.refusal('lesson', { params: { edition: all, lesson: 'second-reports' } })).toBe('module.closed');
  expect((await tutor.api.call('lesson', { params: { ...params, lesson: 'second-reports' } })).id).toBe('second-reports');

  const attempt = await both.api.call('startAttempt', { params: { edition: all, quiz: 'first-quiz' } });
  await answerAll(both, all, attempt);
  await both.api.call('handInAttempt', { params: { edition: all, attempt: attempt.id } });
  await both.api.call('handIn', { params: { edition: all, assignment: 'first-exercise' }, body: { text: 'Mine.' } });
  const { submissions: [mine], answers } = await tutor.api.call('toMark', { params: { edition: all } });
  expect(answers).toHaveLength(1);
  expect(await both.api.call('toMark', { params: { edition: all } })).toEqual({ submissions: [], answers: [] });
  const { submission } = mine!;
  expect(await both.api.refusal('markAnswer', { params: { edition: all, attempt: attempt.id }, body: { question: 'first-q7', points: 1, remark: '' } })).toBe('permission.denied');
  expect(await both.api.refusal('submission', { params: { edition: all, submission } })).toBe('submission.absent');
  expect(await both.api.refusal('markSubmission', { params: { edition: all, submission }, body: { version: 1, points: { seen: 4 }, remark: '' } })).toBe('submission.absent');
});

describe('an attempt', () => {
  test('shows nobody the key before its review: every answer of the server is searched', async () => {
    const { guest, coordinator, edition, server } = house;
    const params = { edition };
    await readFirst(guest, edition);
    const texts: string[] = [];
    const hear = async (answer: Promise<Response>): Promise<void> => void texts.push(await (await answer).text());
    const start = await guest.api.call('startAttempt', { params: { ...params, quiz: 'first-quiz' } });
    const attempt = { ...params, attempt: start.id };
    const listen = async (): Promise<void> => {
      await hear(guest.api.raw('startAttempt', { params: { ...params, quiz: 'first-quiz' } }));
      await hear(guest.api.raw('attempt', { params: attempt }));
      await hear(coordinator.api.raw('attempt', { params: attempt }));
      for (const name of ['training', 'glossary'] as const) await hear(guest.api.raw(name));
      for (const name of ['edition', 'editionPeople', 'toMark'] as const) await hear(guest.api.raw(name, { params }));
      await hear(guest.api.raw('quiz', { params: { ...params, quiz: 'first-quiz' } }));
      for (const lesson of ['first-doors', 'first-seals']) await hear(guest.api.raw('lesson', { params: { ...params, lesson } }));
      await hear(guest.api.raw('assignment', { params: { ...params, assignment: 'first-exercise' } }));
      await hear(server.api().raw('attempt', { params: attempt }));
      await hear(guest.api.raw('coursePicture', { params: { course: 'small', module: 'first', name: 'door.svg' } }));
      await hear(guest.api.raw('coursePicture', { params: { course: 'small', module: 'first', name: '..%2f..%2fquestions.yaml' } }));
    };
    await listen();
    await guest.api.call('answer', { params: attempt, body: { question: 'first-q5', value: 3, revision: 1 } });
    await hear(guest.api.raw('handInAttempt', { params: attempt }));
    // It was not passed and another attempt is left: the key would spoil that one.
    await listen();
    for (const text of texts) expect(text).not.toMatch(/KEYWORD|"correct"|"answer":\s*\{"value"|"area"|"tolerance"|"key"/u);
    // An order that the file would tell is not the one that is sent.
    expect(start.questions.every(({ put }) => !JSON.stringify(put).match(/"i1"|"p1"|"id":"a"/u))).toBe(true);
    const second = await guest.api.call('startAttempt', { params: { ...params, quiz: 'first-quiz' } });
    expect(second.number).toBe(2);
    expect(JSON.stringify(second)).not.toMatch(/KEYWORD/u);
    const over = await guest.api.call('handInAttempt', { params: { ...params, attempt: second.id } });
    expect([over.passed, over.share]).toEqual([false, 0]);
    expect(JSON.stringify(over)).toMatch(/KEYWORD-EXPLAINED/u);
    expect(await guest.api.refusal('startAttempt', { params: { ...params, quiz: 'first-quiz' } })).toBe('attempt.none');
  });

  test('belongs to one trainee, takes an answer once, and none that does not fit or comes late', async () => {
    const { server, trainer, trainee } = house;
    const other = await server.person('Olaf Other');
    const edition = await newEdition(trainer);
    await trainer.api.call('enrolPeople', { params: { edition }, body: { people: [other.id, trainee.id] } });
    const mine = await other.api.call('startAttempt', { params: { edition, quiz: 'first-quiz' } });
    const params = { edition, attempt: mine.id };
    const say = (value: number | string, revision: number) => ({ params, body: { question: 'first-q5', value, revision } });
    for (const name of ['attempt', 'handInAttempt'] as const) expect(await trainee.api.refusal(name, { params })).toBe('attempt.absent');
    expect(await trainee.api.refusal('answer', say(7, 1))).toBe('attempt.absent');
    expect(await trainer.api.refusal('answer', say(7, 1))).toBe('permission.denied');
    expect((await other.api.call('answer', say(7, 2))).revision).toBe(2);
    // The same again, and an older one that comes after it, change nothing.
    expect((await other.api.call('answer', say(9, 2))).revision).toBe(2);
    expect((await other.api.call('answer', say(9, 1))).revision).toBe(2);
    expect((await other.api.call('attempt', { params })).questions.find(({ put }) => put.id === 'first-q5')?.answer).toBe(7);
    expect(await other.api.refusal('answer', say('seven', 3))).toBe('answer.form');
    expect(await other.api.refusal('answer', { params, body: { question: 'second-q1', value: 1, revision: 1 } })).toBe('attempt.absent');
    await other.api.call('handInAttempt', { params });
    expect(await other.api.refusal('answer', say(8, 4))).toBe('attempt.over');
    expect((await other.api.call('answer', say(8, 2))).revision).toBe(2);
    expect((await other.api.call('handInAttempt', { params })).questions.find(({ put }) => put.id === 'first-q5')?.earned).toBe(1);
  });

  test('ends with its time: what was saved counts, what comes later is refused', async () => {
    const { server, trainer } = house;
    const late = await server.person('Lena Late');
    // The edition ends before the ten minutes of the quiz do.
    const edition = await newEdition(trainer, { endsAt: Date.now() + 4_000 });
    await trainer.api.call('enrolPeople', { params: { edition }, body: { people: [late.id] } });
    const { id, endsAt } = await late.api.call('startAttempt', { params: { edition, quiz: 'first-quiz' } });
    await late.api.call('answer', { params: { edition, attempt: id }, body: { question: 'first-q5', value: 7, revision: 1 } });
    await expect.poll(async () => (await late.api.call('attempt', { params: { edition, attempt: id } })).state, { timeout: 20_000 }).toBe('done');
    expect(await late.api.refusal('answer', { params: { edition, attempt: id }, body: { question: 'first-q5', value: 8, revision: 2 } })).toBe('attempt.over');
    const over = await late.api.call('attempt', { params: { edition, attempt: id } });
    expect([over.endedAt, over.questions.find(({ put }) => put.id === 'first-q5')?.earned, over.passed]).toEqual([endsAt, 1, false]);
    expect(await late.api.refusal('startAttempt', { params: { edition, quiz: 'first-quiz' } })).toBe('edition.notNow');
  });
});

describe('places', () => {
  test('are given once, in order; who waits moves up', async () => {
    const { server, trainer } = house;
    const edition = await newEdition(trainer, { places: 2, enrolment: 'self' });
    const people = await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => server.person(`Pia ${name}`)));
    await Promise.all(people.map(({ api }) => api.call('enrolMyself', { params: { edition } })));
    const states = async () => Promise.all(people.map(async ({ api }) => (await api.call('training')).editions.find(({ id }) => id === edition)?.mine?.state));
    expect((await states()).toSorted()).toEqual(['enrolled', 'enrolled', 'waiting', 'waiting']);
    const waits = people[(await states()).indexOf('waiting')]!;
    expect(await waits.api.refusal('edition', { params: { edition } })).toBe('permission.denied');
    const leaves = people[(await states()).indexOf('enrolled')]!;
    await leaves.api.call('leaveEdition', { params: { edition } });
    expect((await states()).filter((state) => state === 'enrolled')).toHaveLength(2);
    await trainer.api.call('changeEdition', { params: { edition }, body: { places: 5 } });
    expect((await states()).toSorted()).toEqual(['enrolled', 'enrolled', 'enrolled', undefined]);
  });

  test('cannot be taken by oneself where a coordinator gives them', async () => {
    const { server, edition } = house;
    const somebody = await server.person('Sven Self');
    expect(await somebody.api.refusal('enrolMyself', { params: { edition } })).toBe('enrolment.closed');
  });
});

describe('a place', () => {
  test('is offered to nobody who holds or marks the edition', async () => {
    const { trainer, tutor, coordinator, edition, server } = house;
    const other = await server.person('Petra Possible');
    const { candidates } = await trainer.api.call('editionPeople', { params: { edition } });
    const offered = candidates.map(({ id }) => id);
    expect(offered).toEqual(expect.arrayContaining([other.id, coordinator.id]));
    for (const one of [trainer, tutor]) expect(offered).not.toContain(one.id);
  });
});

describe('a coordinator', () => {
  test('sees, enrols and reminds people of their own administration alone', async () => {
    const { coordinator, trainee, guest, trainer, edition, server } = house;
    const params = { edition };
    const seen = await coordinator.api.call('editionPeople', { params });
    expect([seen.everybody, seen.people.map(({ name }) => name), seen.statistics]).toEqual([false, ['Sara South'], []]);
    expect(seen.candidates.every(({ administrationName }) => administrationName === 'Customs of the South')).toBe(true);
    for (const table of ['progress', 'attendance', 'results']) {
      const text = await (await coordinator.api.raw('exportEdition', { params: { ...params, table } })).text();
      expect(text).not.toContain('Nils North');
      const whole = Buffer.from(await (await trainer.api.raw('exportEdition', { params: { ...params, table } })).arrayBuffer());
      // The mark of the encoding, for spreadsheets.
      expect(whole.subarray(0, 3)).toEqual(Buffer.from([0xEF, 0xBB, 0xBF]));
      expect(table === 'attendance' || whole.includes('Nils North')).toBe(true);
    }
    expect(await coordinator.api.refusal('enrolPeople', { params, body: { people: [house.tutor.id] } })).toBe('permission.denied');
    expect(await coordinator.api.refusal('removeFromEdition', { params: { ...params, person: trainee.id } })).toBe('permission.denied');
    expect(await coordinator.api.refusal('remind', { params, body: { people: [trainee.id], text: '' } })).toBe('permission.denied');
    expect(await coordinator.api.refusal('toMark', { params })).toBe('permission.denied');
    expect(await coordinator.api.refusal('createEdition', { body: { course: 'small', name: 'x', startsAt: Date.now(), endsAt: Date.now() + HOUR, zone: 'UTC', places: 1, enrolment: 'self', tutors: [] } })).toBe('permission.denied');
    expect(await coordinator.api.call('remind', { params, body: { people: [guest.id], text: 'Two weeks are left.' } })).toEqual({ sent: 1, queued: 0, failed: 0 });
    expect((await coordinator.api.call('editionPeople', { params })).people[0]?.reminder?.state).toBe('sent');
    const calendar = await (await guest.api.raw('editionCalendar', { params })).text();
    expect(calendar).toContain('BEGIN:VCALENDAR');
    // Appointed for another administration, the role is gone.
    expect(await server.api(coordinator.cookie).refusal('trainingRoles')).toBe('permission.denied');
  });
});

test('a class is a session with everybody in it, its presence is measured from its log, its deck is there', async () => {
  const { trainer, tutor, trainee, guest, edition, server } = house;
  const params = { edition, class: 'first-class' };
  const now = Date.now();
  expect(await trainee.api.refusal('scheduleClass', { params, body: { startsAt: now, endsAt: now + HOUR } })).toBe('permission.denied');
  const { session } = await trainer.api.call('scheduleClass', { params, body: { startsAt: now, endsAt: now + HOUR } });
  expect(await trainer.api.refusal('scheduleClass', { params, body: { startsAt: now, endsAt: now + HOUR } })).toBe('class.scheduled');
  const { participants } = await guest.api.call('session', { params: { session } });
  expect(participants.map(({ name, role }) => [name, role]).toSorted()).toEqual([['Nils North', 'trainee'], ['Sara South', 'trainee'], ['Tara Trainer', 'trainer'], ['Tom Tutor', 'tutor']]);
  const late = await server.person('Lars Later');
  await trainer.api.call('enrolPeople', { params: { edition }, body: { people: [late.id] } });
  expect((await late.api.call('session', { params: { session } })).summary.role).toBe('trainee');
  await expect.poll(async () => (await trainer.api.call('session', { params: { session } })).decks[0]?.versions.map(({ language }) => language), { timeout: 60_000 }).toEqual(['en', 'zh', 'fr']);
  // A page says in every language the terms that it is the first to name.
  const printed = join(server.directory, 'deck.pdf');
  await writeFile(printed, Buffer.from(await (await trainee.api.raw('moduleDeck', { params: { edition, module: 'first' }, query: { language: 'en' } })).arrayBuffer()));
  expect(execFileSync('pdftotext', [printed, '-'], { encoding: 'utf8' }).match(/seal · scellé · 封志/gu)).toHaveLength(1);
  const live = await server.host.get(session);
  await live.record({ type: 'session.opened', data: {} });
  const client = await server.connect(trainee.cookie, session);
  await expect.poll(async () => {
    const text = await (await tutor.api.raw('exportEdition', { params: { edition, table: 'attendance' } })).text();
    return text.split('\r\n').find((row) => row.includes('Nils North'))?.split(',')[6];
  }).toBe('1');
  client.close();
});
