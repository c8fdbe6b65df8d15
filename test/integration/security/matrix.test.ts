import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isCommand } from '../../../protocol/table.ts';
import { commands, requests, requestRow, signalRow, signals } from '../../../protocol/table.ts';
import type { CommandName, RequestName, SignalName } from '../../../protocol/table.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import { kinds } from '../../../protocol/kinds.ts';
import { authorise } from '../../../server/live/authorise.ts';
import { LiveSession } from '../../../server/live/session.ts';
import { mayPass } from '../../../server/live/signals.ts';
import { MemoryLog } from '../../unit/live/memory-log.ts';
import { own } from './visit.ts';
import { commandsExpected, everyone, requestsExpected, signalsExpected } from './expected.ts';
import type { Cases } from './expected.ts';
import { commandSamples, signalSamples } from './samples.ts';
import { happened, placesOf, reasons, scheduled, seats } from './scene.ts';
import type { SceneOptions } from './scene.ts';

/** One role of one kind at one place of a session, with somebody presenting: everything that is asked of it is asked here. */
class Cell {
  readonly events: readonly SessionEvent[];
  #live: LiveSession;

  private constructor(events: readonly SessionEvent[], live: LiveSession) {
    this.events = events;
    this.#live = live;
  }

  static async at(options: SceneOptions): Promise<Cell> {
    const log = new MemoryLog();
    const live = await LiveSession.open(options.session, log);
    await live.record(...scheduled(options), ...happened(options));
    await live.decide(options.actor, () => ({ ok: true, value: own(options) }));
    return new Cell([...log.entries], live);
  }

  /** The session as it was, whatever was done to it before. */
  async live(): Promise<LiveSession> {
    if (this.#live.state.seq !== this.events.length) {
      const log = new MemoryLog();
      log.entries.push(...this.events);
      this.#live = await LiveSession.open(this.#live.id, log);
    }
    return this.#live;
  }
}

/** The code of the answer: ok, or the refusal's. */
async function run(cell: Cell, name: CommandName, payload: unknown): Promise<string> {
  const live = await cell.live();
  const done = await live.run('actor', randomUUID(), name, payload);
  if (!done.ok && live.state.seq !== cell.events.length) return `${done.error.code}, but something was recorded`;
  return done.ok ? 'ok' : done.error.code;
}

async function gate(cell: Cell, name: RequestName | SignalName, which: string): Promise<string> {
  const { state } = await cell.live();
  const allowed = authorise(state, 'actor', name in requests ? requestRow(name as RequestName) : signalRow(name as SignalName));
  if (!allowed.ok) return allowed.error.code;
  const payload = (name: SignalName): never => (signalSamples[name] as Record<string, unknown>)[which] as never;
  return name in requests || mayPass(name as SignalName, state, allowed.value, payload(name as SignalName)) ? 'ok' : 'permission.denied';
}

const rows: readonly (readonly [CommandName | RequestName | SignalName, Cases])[] = [
  ...Object.entries(commandsExpected), ...Object.entries(requestsExpected), ...Object.entries(signalsExpected),
] as [CommandName, Cases][];

describe('the matrix has a line for', () => {
  test.each(Object.keys({ ...commands, ...requests, ...signals }))('%s', (name) => {
    expect(rows.filter(([one]) => one === name), 'entries in expected.ts').toHaveLength(1);
  });

  test('nothing that is not in the protocol', () => {
    expect(rows.map(([name]) => name).filter((name) => !(name in commands) && !(name in requests) && !(name in signals))).toEqual([]);
  });

  test('every role of every kind', () => {
    const real = Object.entries(kinds).flatMap(([kind, { roles }]) => Object.keys(roles).map((role) => `${kind}/${role}`));
    expect(everyone.toSorted()).toEqual(real.toSorted());
  });
});

describe.each(seats)('$seat', ({ seat, kind, role }) => {
  test.each(placesOf(kind))('$standing, $phase: may do what the table says, and nothing else', async ({ phase, standing }) => {
    const wrong: string[] = [];
    for (const isPresenting of [false, true]) {
      const cell = await Cell.at({ kind, phase, role, standing, isPresenting, actor: 'actor', session: 'session-1', host: 'host' });
      for (const [name, cases] of rows) {
        for (const [which, rule] of Object.entries(cases)) {
          if (which === (isPresenting ? 'following' : 'presenting')) continue;
          const why = reasons(rule, seat, standing, phase);
          const code = isCommand(name) ? await run(cell, name, (commandSamples[name] as Record<string, unknown>)[which]) : await gate(cell, name, which);
          if (why.length === 0 ? code !== 'ok' : !why.includes(code)) wrong.push(`${name} (${which}): ${code}, expected ${why.join(' or ') || 'ok'}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
