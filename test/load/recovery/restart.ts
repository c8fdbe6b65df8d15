import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { TestBrowser } from '../../harness/browser.ts';
import { ProcessServer } from '../../harness/processServer.ts';
import { cookieOf } from '../../harness/api.ts';
import { tokenOf } from '../../harness/server.ts';
import { buildMediaPage } from '../../browser/media-page/serve.ts';
import { makePdf } from '../../integration/decks/pdfs.ts';
import type { BenchRow } from '../row.ts';
import { firstAfter, flowing, framesOf } from './frames.ts';
import { enter, whenTrue } from './room.ts';
import { line } from './samples.ts';

const TRAINEES = 10;
/** No more than half of them may come back within so long. */
const BIN_MS = 250;

interface Restart {
  /** From the first answer of the new process until everybody is back with role, page, hand, chat and pictures, ms. */
  readonly back: number;
  /** From the first answer until the connections stand again, ms. */
  readonly connections: readonly number[];
  /** Acknowledged messages that are not there, and messages that are there twice. */
  readonly lost: number;
}

/** R5: the server is killed and started again under a lesson of two browsers with pictures and ten without. */
export async function serverRestart(runs: number): Promise<BenchRow[]> {
  const restarts: Restart[] = [];
  for (let run = 0; run < runs; run += 1) {
    restarts.push(await restart());
    console.error(`restart: run ${run + 1} of ${runs}`, restarts.at(-1));
  }
  const lost = restarts.reduce((sum, one) => sum + one.lost, 0);
  const share = restarts.map(({ connections }) => Math.max(...connections.map((from) => connections.filter((at) => at >= from && at < from + BIN_MS).length)) / connections.length);
  return [
    ...line('R5 killed server: everybody back with role, page, hand, chat, pictures', restarts.map((one) => one.back), 'ms', '<= 5000', (p95) => p95 <= 5_000),
    ...line('R5 connections stand again', restarts.flatMap((one) => one.connections), 'ms', 'none', () => true),
    { figure: 'R5 acknowledged messages lost or doubled', value: lost, unit: '', gate: '0', ok: lost === 0 },
    ...line(`R5 largest share of connections within ${BIN_MS} ms`, share, '', '<= 0.5', (p95) => p95 <= 0.5),
  ];
}

async function restart(): Promise<Restart> {
  const house = await ProcessServer.start();
  const browser = await TestBrowser.launch(house.server.url);
  try {
    const { server } = house;
    const [ana, ben] = [await server.person('Ana Keller'), await server.person('Ben Okafor')];
    const session = await server.session(ana, [[ben, 'speaker']], { lobby: false });
    const { deck } = await ana.api.call('createDeck', { params: { session }, query: { title: 'Lesson', language: 'en' }, file: makePdf({ pages: 5 }) });
    const one = await enter(browser, ana, session);
    const two = await enter(browser, ben, session);
    await two.getByRole('button', { name: 'Raise hand' }).click();
    const { link } = await ana.api.call('createInvitation', { params: { session }, body: { label: 'Class', role: 'attendee', expiresAt: Date.now() + 3_600_000 } });
    const serve = await buildMediaPage();
    const trainees: Page[] = [];
    for (let index = 0; index < TRAINEES; index += 1) {
      const body = { name: `Trainee ${index}`, administrationName: 'Broker', country: 'NO', language: 'en' };
      const cookie = cookieOf(await server.api().raw('acceptInvitation', { params: { token: tokenOf(link!) }, body, from: `127.0.9.${index + 2}` }));
      const { context, page } = await browser.person({ cookie });
      await serve(context);
      await page.goto(`/media-page/?session=${session}`);
      await page.evaluate(async () => {
        const { live } = window.bench;
        const told: { joined: number[]; acknowledged: string[]; isOver: boolean } = { joined: [], acknowledged: [], isOver: false };
        let before = '';
        live.subscribe(() => {
          const { status } = live.getSnapshot();
          if (status === 'joined' && before !== 'joined') told.joined.push(Date.now());
          before = status;
        });
        await live.enter();
        void (async () => {
          for (let round = 0; !told.isOver; round += 1) {
            const text = `${live.you} ${round}`;
            if ((await live.command('chat.send', { text })).ok) told.acknowledged.push(text);
            await new Promise((resolve) => setTimeout(resolve, 600));
          }
        })();
        Object.assign(window, { told });
      });
      trainees.push(page);
    }
    for (const [name, payload] of [['session.start', {}], ['stage.present', { deck }], ['stage.page', { page: 3 }]] as const) {
      await ana.api.call('command', { params: { session }, body: { id: randomUUID(), name, payload } });
    }
    const onPage = (page: Page) => page.locator('[data-deck-stage][data-page="3"][data-shown="3"]').waitFor({ timeout: 60_000 });
    const before = Date.now();
    await Promise.all([onPage(one), onPage(two), flowing(one, ['Ben Okafor'], before), flowing(two, ['Ana Keller'], before)]);

    await house.kill();
    const killed = Date.now();
    const starting = house.again();
    const answers = await whenTrue(async () => (await server.api().call('health')).status === 'ok', 5);
    await starting;
    const seen = whenTrue(async () => {
      const { participants } = (await ana.api.call('session', { params: { session } }));
      return participants.filter((person) => person.presence === 'in' && person.connected).length === TRAINEES + 2;
    });
    await Promise.all([flowing(one, ['Ben Okafor'], answers), flowing(two, ['Ana Keller'], answers), onPage(one), onPage(two)]);
    await two.getByRole('button', { name: 'Hand up (1)' }).waitFor();
    const pictures = Math.max(firstAfter(await framesOf(one, 'Ben Okafor'), answers), firstAfter(await framesOf(two, 'Ana Keller'), answers));
    const connections: number[] = [];
    const acknowledged: string[] = [];
    for (const page of trainees) {
      // A message of its own after the restart, and everything before it.
      const told = await page.evaluate(async () => {
        const { told: mine } = window as unknown as { told: { joined: number[]; acknowledged: string[]; isOver: boolean } };
        mine.isOver = true;
        await window.bench.live.command('chat.send', { text: `${window.bench.live.you} last` });
        return mine;
      });
      acknowledged.push(...told.acknowledged);
      connections.push(told.joined.find((at) => at > killed)! - answers);
    }
    const kept = await trainees[0]!.evaluate(() => window.bench.live.state()!.chat['room:floor']!.map((message) => message.text));
    const lost = acknowledged.filter((text) => !kept.includes(text)).length + (kept.length - new Set(kept).size);
    return { back: Math.max(pictures, await seen - answers, ...connections), connections, lost };
  } finally {
    await browser.close();
    await house.close();
  }
}
