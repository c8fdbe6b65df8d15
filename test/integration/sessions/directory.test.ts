import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RefusalError } from '../../../protocol/errors.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import { LiveHost } from '../../../server/live/host.ts';
import type { LiveSession } from '../../../server/live/session.ts';
import { openLog } from '../../../server/log.ts';
import { Directory } from '../../../server/sessions/directory.ts';
import { invitedDrafts, schedule } from '../../../server/sessions/schedule.ts';
import type { ScheduleDraft } from '../../../server/sessions/schedule.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import type { Store } from '../../../server/store/store.ts';
import { people } from './people.ts';

const HOUR = 3_600_000;
const log = openLog('silent');
const start = Date.UTC(2030, 0, 2, 8);
const draft: ScheduleDraft = {
  kind: 'plain', title: 'A visit', languages: ['en'], startsAt: start, endsAt: start + HOUR, zone: 'Europe/Oslo', lobby: true,
  administration: 'north', createdBy: 'anna', participants: [{ person: 'chen', role: 'attendee' }],
};

let root = '';
let store: Store;
let directory: Directory;
let host: LiveHost;

async function open(): Promise<void> {
  store = await openEmbeddedStore(root);
  directory = await Directory.open(store, log);
  host = new LiveHost(store, (id) => directory.has(id));
  host.onChange((live, change) => directory.follow(live, change));
}
/** The process ends here, with or without the last entries of the directory. */
async function reopen(): Promise<void> {
  await store.close();
  await open();
  await directory.catchUp(store, host);
}
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'gangway-sessions-'));
  await open();
});
afterEach(async () => {
  await store.close();
  await rm(root, { recursive: true });
});

const make = (changes: Partial<ScheduleDraft> = {}): Promise<LiveSession> => schedule({ ...draft, ...changes }, host, directory, people);
const code = async (work: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof RefusalError ? error.refusal.code : String(error);
  }
};

describe('scheduling', () => {
  test('makes a session whose creator hosts it and whose list holds the others', async () => {
    const live = await make();
    expect(directory.has(live.id)).toBe(true);
    expect(Object.values(live.state.participants).map((one) => [one.id, one.role, one.administrationName])).toEqual([
      ['anna', 'host', 'Customs of the North'], ['chen', 'attendee', 'Douane du Sud'],
    ]);
    expect(live.state.session).toMatchObject({ title: 'A visit', phase: 'scheduled', administration: 'north', createdBy: 'anna' });
  });

  test.each([
    ['an end before the start', { endsAt: start - HOUR }, 'time.order'],
    ['no time at all', { endsAt: start }, 'time.order'],
    ['more than two weeks', { endsAt: start + 15 * 24 * HOUR }, 'time.order'],
    ['a role of another kind', { participants: [{ person: 'chen', role: 'chair' }] }, 'role.unknown'],
    ['an unknown person', { participants: [{ person: 'nobody', role: 'attendee' }] }, 'record.absent'],
    ['a disabled person', { participants: [{ person: 'dora', role: 'attendee' }] }, 'record.absent'],
  ])('refuses %s, and leaves nothing behind', async (_name, changes, refusal) => {
    expect(await code(() => make(changes))).toBe(refusal);
    expect(directory.size).toBe(0);
  });

  test('somebody who is named twice, or names themselves, is on the list once', async () => {
    const live = await make({ participants: [{ person: 'chen', role: 'attendee' }, { person: 'chen', role: 'speaker' }, { person: 'anna', role: 'attendee' }] });
    expect(Object.values(live.state.participants).map((one) => [one.id, one.role])).toEqual([['anna', 'host'], ['chen', 'speaker']]);
  });

  test('takes two weeks', async () => {
    await expect(make({ endsAt: start + 14 * 24 * HOUR })).resolves.toBeDefined();
  });
});

describe('the directory', () => {
  test('finds the sessions of a person, without those from which they are banned', async () => {
    const one = await make();
    const other = await make({ participants: [] });
    expect([...directory.of('chen')].map((entry) => entry.id)).toEqual([one.id]);
    expect([...directory.of('anna')].map((entry) => entry.id)).toEqual([one.id, other.id]);
    await one.record({ type: 'participant.removed', data: { participant: 'chen', ban: true } });
    await directory.settled();
    expect([...directory.of('chen')]).toEqual([]);
  });

  test('follows what happens in a session', async () => {
    const live = await make();
    await live.run('anna', randomUUID(), 'session.change', { title: 'Another title' });
    await live.record({ type: 'participant.joined', data: { participant: 'chen', who: live.state.participants['chen']! } });
    await directory.settled();
    expect(directory.get(live.id)).toMatchObject({ info: { title: 'Another title' }, seats: { chen: { presence: 'in' }, anna: { presence: 'expected' } } });
  });

  test('writes once for many changes of the same moment', async () => {
    const live = await make();
    const before = directory.get(live.id);
    await Promise.all(Array.from({ length: 50 }, (_, index) => live.run('anna', randomUUID(), 'session.change', { title: `Title ${index}` })));
    await directory.settled();
    expect(before).not.toBe(directory.get(live.id));
    expect(directory.get(live.id)?.info.title).toBe('Title 49');
  });

  test('catches up after a crash with what the log has and the entry has not', async () => {
    const live = await make();
    // Appended past the directory, as when the process dies between the two writes.
    const seq = live.state.seq;
    const logOfSession = await store.log<SessionEvent>(live.id);
    const [invited] = invitedDrafts([{ person: 'boris', role: 'attendee' }], 'plain', people);
    await logOfSession.append([{ ...invited, seq: seq + 1, at: start, actor: 'anna', room: 'floor', audience: 'everyone' } as SessionEvent]);
    expect([...directory.of('boris')]).toEqual([]);
    await reopen();
    expect([...directory.of('boris')].map((entry) => [entry.id, entry.seq])).toEqual([[live.id, seq + 1]]);
  });

  test('opens at the start what people may be sitting in, and leaves the rest alone', async () => {
    const scheduled = await make();
    const ended = await make();
    const running = await make();
    await ended.run('anna', randomUUID(), 'session.end', {});
    await running.run('anna', randomUUID(), 'session.start', {});
    await running.record({ type: 'participant.joined', data: { participant: 'anna', who: running.state.participants['anna']! } });
    await directory.settled();
    await reopen();
    const opened: string[] = [];
    for await (const live of host.opened()) opened.push(live.id);
    expect(opened).toEqual([running.id]);
    expect((await host.get(running.id)).state.participants['anna']).toMatchObject({ presence: 'in', connected: false });
    expect((await host.get(scheduled.id)).state.session.phase).toBe('scheduled');
  });

  test('one session that is damaged keeps none of the others from starting', async () => {
    const damaged = await make();
    const other = await make();
    await damaged.run('anna', randomUUID(), 'session.start', {});
    await other.run('anna', randomUUID(), 'session.start', {});
    await directory.settled();
    await store.close();
    const file = join(root, 'logs', `${damaged.id}.jsonl`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('A visit', 'B visit'));
    await open();
    await directory.catchUp(store, host);
    expect((await host.get(other.id)).state.session.phase).toBe('live');
    expect(directory.get(damaged.id)).toMatchObject({ info: { title: 'A visit', phase: 'live' }, seats: { chen: { role: 'attendee' } } });
    expect(directory.size).toBe(2);
  });
});
