import { randomUUID } from 'node:crypto';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { cookieOf } from '../harness/api.ts';
import { TestBrowser } from '../harness/browser.ts';
import { MediaLine } from '../harness/mediaLine.ts';
import { ProcessServer } from '../harness/processServer.ts';
import { startTestServer, tokenOf } from '../harness/server.ts';
import { makePdf } from '../integration/decks/pdfs.ts';
import { hears, inside, Line, panel, sees } from './room-scene.ts';

/** A connection that goes is a line in the console of Chromium. */
const expected = [/WebSocket connection to .* failed/, /Failed to load resource/, /net::ERR_/];
const LOST = 'Connection lost, reconnecting…';
let browser: TestBrowser | undefined;
afterEach(async () => {
  try {
    browser?.assertNoFaults();
  } finally {
    await browser?.close();
  }
});

/** Somebody's page inside the room, with camera and microphone on. */
async function enter(cookie: string, session: string, line?: MediaLine) {
  const { context, page } = await browser!.person({ cookie, expected });
  await line?.lead(context);
  await page.goto(`/room/${session}`);
  await page.getByRole('button', { name: /^(?:Join now|Open the session and join)$/ }).click();
  await inside(page);
  return page;
}

test('the server is killed in the middle of a lesson: two browsers and ten others are back where they were, and nothing that was acknowledged is lost', async () => {
  const house = await ProcessServer.start();
  onTestFinished(() => house.close());
  const { server } = house;
  browser = await TestBrowser.launch(server.url);
  const [ana, ben] = [await server.person('Ana Keller'), await server.person('Ben Okafor')];
  const session = await server.session(ana, [[ben, 'speaker']], { lobby: false });
  const { deck } = await ana.api.call('createDeck', { params: { session }, query: { title: 'Lesson', language: 'en' }, file: makePdf({ pages: 5 }) });
  const command = (name: string, payload: Record<string, string | number>) =>
    ana.api.call('command', { params: { session }, body: { id: randomUUID(), name, payload } });
  const one = await enter(ana.cookie, session);
  const two = await enter(ben.cookie, session);
  await command('session.start', {});
  await command('stage.present', { deck });
  await command('stage.page', { page: 3 });
  await two.getByRole('button', { name: 'Raise hand' }).click();
  const onPage = (page: typeof one) => page.locator('[data-deck-stage][data-page="3"][data-shown="3"]').waitFor();
  await Promise.all([onPage(one), onPage(two), sees(one, 'Ben Okafor'), sees(two, 'Ana Keller'), hears(one), hears(two)]);

  const { link } = await ana.api.call('createInvitation', { params: { session }, body: { label: 'Class', role: 'attendee', expiresAt: Date.now() + 3_600_000 } });
  const trainees = await Promise.all(Array.from({ length: 10 }, async (_, index) => {
    const body = { name: `Trainee ${index}`, administrationName: 'Broker', country: 'NO', language: 'en' };
    const cookie = cookieOf(await server.api().raw('acceptInvitation', { params: { token: tokenOf(link!) }, body, from: `127.0.9.${index + 2}` }));
    return { cookie, client: await server.connect(cookie, session) };
  }));
  const acknowledged: string[] = [];
  const enough = Promise.withResolvers<void>();
  for (const { client } of trainees) {
    void (async () => {
      for (let round = 0; client.socket.connected; round += 1) {
        const text = `${client.you} ${round}`;
        const done = await client.command('chat.send', { text });
        if (!done.ok) return;
        acknowledged.push(text);
        if (acknowledged.length === 50) enough.resolve();
      }
    })();
  }
  await enough.promise;
  await house.kill();
  await Promise.all([one.getByText(LOST).waitFor(), two.getByText(LOST).waitFor()]);
  await house.again();

  const back = await Promise.all(trainees.map(({ cookie, client }) => server.connect(cookie, session, { instance: client.instance })));
  await Promise.all([one, two].map((page) => page.getByText(LOST).waitFor({ state: 'detached' })));
  await Promise.all([onPage(one), onPage(two), two.getByRole('button', { name: 'Hand up (1)' }).waitFor()]);
  await Promise.all([sees(one, 'Ben Okafor'), sees(two, 'Ana Keller'), hears(one), hears(two)]);
  // A host's control, and a speaker's: the roles came along.
  await panel(one, 'Readiness');
  await two.getByRole('button', { name: 'Share' }).waitFor();
  const [first] = back;
  await first!.until(({ state }) => Object.values(state.participants).every((participant) => participant.presence === 'in' && participant.connected), 'everybody back');
  expect(Object.values(first!.state.participants).map((participant) => participant.role).toSorted()).toEqual([...Array<string>(10).fill('attendee'), 'host', 'speaker']);
  expect(first!.state).toMatchObject({ session: { phase: 'live' }, stages: { floor: { deck, page: 3, presenter: ana.id } }, hands: [{ participant: ben.id }] });
  const kept = first!.state.chat['room:floor']!.map((message) => message.text);
  expect(acknowledged.filter((text) => !kept.includes(text))).toEqual([]);
  expect(new Set(kept).size).toBe(kept.length);
  for (const client of back) client.close();
});

test('the whole network goes dead under two pages and comes back: sound and pictures too, nobody twice, nothing left standing still', async () => {
  const server = await startTestServer();
  const line = await Line.open(server.port);
  const media = new MediaLine();
  onTestFinished(async () => {
    media.close();
    await line.close();
    await server.close();
  });
  browser = await TestBrowser.launch(line.url);
  const [ana, ben] = [await server.person('Ana Keller'), await server.person('Ben Okafor')];
  const session = await server.session(ana, [[ben, 'speaker']], { lobby: false });
  // Not on the line: a third one, who is there all the time.
  const cai = await server.person('Cai Lin');
  await ana.api.call('addParticipants', { params: { session }, body: { people: [{ person: cai.id, role: 'attendee' }] } });
  const one = await enter(ana.cookie, session, media);
  const two = await enter(ben.cookie, session, media);
  const witness = await server.connect(cai.cookie, session);
  await Promise.all([sees(one, 'Ben Okafor'), sees(two, 'Ana Keller'), hears(one), hears(two)]);
  const streams = () => Object.values(witness.state.publications).map((stream) => `${stream.participant} ${stream.source}`).toSorted();
  const sent = streams();
  expect(sent).toHaveLength(4);

  line.die();
  media.die();
  await Promise.all([one, two].map((page) => page.getByText(LOST).waitFor()));
  await witness.until(({ state }) => !state.participants[ana.id]!.connected && !state.participants[ben.id]!.connected, 'both found lost');
  line.mend();
  media.mend();

  await Promise.all([one, two].map((page) => page.getByText(LOST).waitFor({ state: 'detached' })));
  await Promise.all([sees(one, 'Ben Okafor'), sees(two, 'Ana Keller'), hears(one), hears(two)]);
  await witness.until(({ state }) => [ana.id, ben.id].every((id) => state.participants[id]!.presence === 'in' && state.participants[id]!.connected), 'both back');
  for (const page of [one, two]) {
    await expect.poll(() => page.locator('li[data-participant]').count()).toBe(3);
    expect(await page.locator('li[data-participant] video').count()).toBe(2);
  }
  expect(streams()).toEqual(sent);
  witness.close();
});
