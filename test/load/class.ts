import { randomUUID } from 'node:crypto';
import { limits } from '../../protocol/limits.ts';
import { MeasuredServer } from './child.ts';
import { percentile } from './figures.ts';
import { LeanClient } from './leanClient.ts';
import type { BenchRow } from './row.ts';

const TRAINEES = 200;
const GROUPS = 20;
const ROUNDS = 12;
const TURNS = 60;
/** Below the rate at which the product takes a presenter's turns. */
const PACE_MS = 60;
const PATIENCE_MS = 20_000;
const BASELINE = 'bare Socket.IO + fdatasync';

/** A class on a server of whichever make: the trainer is the first, all others learn. */
interface Classroom {
  /** Everybody into a group; resolves when each has been told where they are. ms. */
  open(): Promise<number>;
  /** Everybody back. ms. */
  close(): Promise<number>;
  /** Everybody answers at once: ms until each answer is acknowledged. */
  answer(): Promise<readonly number[]>;
  /** A page turn: ms until each has it. */
  turn(page: number): Promise<readonly number[]>;
  end(): void;
}

/** 200 clients in one class with 20 groups: moved out and back, a poll that all answer at once, page turns, and what it costs the server. */
export async function benchClass(): Promise<BenchRow[]> {
  const makes = [['live', productClass, ['live', String(TRAINEES + 1), 'class']], ['relay', relayClass, ['groupRelay']]] as const;
  const results: Record<string, Figures> = {};
  // Beside each other, one after the other in every round, so that whatever else the machine does falls on both alike.
  const running: { readonly name: string; readonly server: MeasuredServer; readonly room: Classroom }[] = [];
  try {
    for (const [name, open, [program, ...parameters]] of makes) {
      const server = await MeasuredServer.start(program, ...parameters);
      running.push({ name, server, room: await open(server.port) });
    }
    for (const { name } of running) results[name] = { out: [], back: [], answers: [], turns: [], moveCpu: 0, answerCpu: 0 };
    for (let round = 0; round <= ROUNDS; round += 1) await moves(running, results, round > 0);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, server, room } of running) {
        await server.usage();
        results[name]!.answers.push(...await room.answer());
        results[name]!.answerCpu += (await server.usage()).cpuMicros / (ROUNDS * TRAINEES);
      }
    }
    for (let page = 1; page <= TURNS; page += 1) {
      for (const { name, room } of running) results[name]!.turns.push(...await room.turn(page));
      await new Promise((resolve) => setTimeout(resolve, PACE_MS));
    }
  } finally {
    for (const { server, room } of running) {
      room.end();
      await server.stop();
    }
  }
  return rowsOf(results['live']!, results['relay']!);
}

interface Figures {
  readonly out: number[];
  readonly back: number[];
  readonly answers: number[];
  readonly turns: number[];
  /** Microseconds, of everybody out and back; and of one answer. */
  moveCpu: number;
  answerCpu: number;
}

async function moves(running: readonly { readonly name: string; readonly server: MeasuredServer; readonly room: Classroom }[], results: Record<string, Figures>, counts: boolean): Promise<void> {
  for (const { name, server, room } of running) {
    const figures = results[name]!;
    await server.usage();
    const out = await room.open();
    const back = await room.close();
    const { cpuMicros } = await server.usage();
    if (!counts) continue;
    figures.out.push(out);
    figures.back.push(back);
    figures.moveCpu += cpuMicros / ROUNDS;
  }
}

function rowsOf(product: Figures, relay: Figures): BenchRow[] {
  const row = (figure: string, unit: string, value: number, baseline: number): BenchRow => ({ figure, value, unit, baseline, baselineName: BASELINE });
  const of = `${TRAINEES} trainees`;
  return [
    row(`${of} into ${GROUPS} groups, until the last knows, p50`, 'ms', percentile(product.out, 0.5), percentile(relay.out, 0.5)),
    row(`${of} back from ${GROUPS} groups, p50`, 'ms', percentile(product.back, 0.5), percentile(relay.back, 0.5)),
    row(`${of} out and back, slowest of ${ROUNDS}`, 'ms', Math.max(...product.out.map((out, index) => out + product.back[index]!)), Math.max(...relay.out.map((out, index) => out + relay.back[index]!))),
    row(`server CPU, ${of} out and back`, 'ms', product.moveCpu / 1_000, relay.moveCpu / 1_000),
    row(`answer to a poll, ${of} at once, p95`, 'ms', percentile(product.answers, 0.95), percentile(relay.answers, 0.95)),
    row('server CPU of one answer', 'us', product.answerCpu, relay.answerCpu),
    row(`page turn in a class to ${of}, p95`, 'ms', percentile(product.turns, 0.95), percentile(relay.turns, 0.95)),
  ];
}

/** Resolves when so many have arrived. */
class Arrivals {
  #left = 0;
  #startedAt = 0;
  #times: number[] = [];
  #done: (times: readonly number[]) => void = () => {};

  expect(count: number): Promise<readonly number[]> {
    this.#left = count;
    this.#times = [];
    this.#startedAt = performance.now();
    return new Promise((resolve, reject) => {
      // Whose connection a machine that does other things has let go is told nothing any more: there are no figures then.
      const late = setTimeout(() => reject(new Error(`${this.#left} of ${count} were told nothing`)), PATIENCE_MS);
      this.#done = (times) => {
        clearTimeout(late);
        resolve(times);
      };
    });
  }

  arrived(): void {
    if (this.#left === 0) return;
    this.#times.push(performance.now() - this.#startedAt);
    this.#left -= 1;
    if (this.#left === 0) this.#done(this.#times);
  }
}

async function productClass(port: number): Promise<Classroom> {
  const clients = await Promise.all(Array.from({ length: TRAINEES + 1 }, (_, index) => LeanClient.open(port, { session: 'bench' }, `seat=p${index}`)));
  const [trainer, ...trainees] = clients as [LeanClient, ...LeanClient[]];
  for (const client of clients) {
    await client.ask('request', { name: 'session.join', payload: { protocol: limits.protocolVersion, instance: randomUUID(), media: false, knock: true } });
  }
  const moved = new Arrivals();
  const turned = new Arrivals();
  for (const client of trainees) {
    // A notice is looked at without being read as JSON: what it costs a client is the client's.
    client.onText = (text) => {
      if (text.includes('"state.sight"')) moved.arrived();
      else if (text.includes('"stage.page"')) turned.arrived();
    };
  }
  const command = async (client: LeanClient, name: string, payload: unknown, id: string = randomUUID()): Promise<void> => {
    const answer = await client.ask('command', { id, name, payload }) as { ok: boolean };
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  };
  const groups = Array.from({ length: GROUPS }, (_, group) => ({
    name: `Group ${group + 1}`, members: trainees.flatMap((_client, index) => (index % GROUPS === group ? [`p${index + 1}`] : [])),
  }));
  await command(trainer, 'stage.present', { deck: 'deck', page: 500 });
  const move = async (name: string, payload: unknown): Promise<number> => Math.max(...(await Promise.all([moved.expect(TRAINEES), command(trainer, name, payload)]))[0]);
  return {
    open: () => move('groups.open', { groups }),
    close: () => move('groups.close', {}),
    async answer() {
      const poll = randomUUID();
      await command(trainer, 'poll.prepare', { question: { kind: 'single', text: 'What first?', options: ['One', 'Two'], right: [], anonymous: false } }, poll);
      await command(trainer, 'poll.ask', { poll });
      return all(trainees, (client) => command(client, 'poll.answer', { poll, choices: [0], text: '' }));
    },
    async turn(page) {
      return (await Promise.all([turned.expect(TRAINEES), command(trainer, 'stage.page', { page })]))[0];
    },
    end: () => closeAll(clients),
  };
}

async function relayClass(port: number): Promise<Classroom> {
  const clients = await Promise.all(Array.from({ length: TRAINEES + 1 }, () => LeanClient.open(port)));
  const [trainer, ...trainees] = clients as [LeanClient, ...LeanClient[]];
  const moved = new Arrivals();
  const turned = new Arrivals();
  for (const client of trainees) {
    client.onText = (text) => {
      if (text.includes('"moved"')) moved.arrived();
      else if (text.includes('"turned"')) turned.arrived();
    };
  }
  const move = async (event: string, data: unknown): Promise<number> => Math.max(...(await Promise.all([moved.expect(TRAINEES), trainer.ask(event, data)]))[0]);
  return {
    open: () => move('open', { groups: GROUPS }),
    close: () => move('close', {}),
    answer: () => all(trainees, (client) => client.ask('answer', { poll: randomUUID(), choices: [0] })),
    async turn(page) {
      return (await Promise.all([turned.expect(TRAINEES), trainer.ask('turn', { page })]))[0];
    },
    end: () => closeAll(clients),
  };
}

/** All at once: ms until each has its answer. */
function all(clients: readonly LeanClient[], ask: (client: LeanClient) => Promise<unknown>): Promise<readonly number[]> {
  return Promise.all(clients.map(async (client) => {
    const since = performance.now();
    await ask(client);
    return performance.now() - since;
  }));
}

function closeAll(clients: readonly LeanClient[]): void {
  for (const client of clients) client.close();
}
