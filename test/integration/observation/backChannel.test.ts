import { beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../../protocol/kinds.ts';
import type { Role } from '../../../protocol/kinds.ts';
import { project } from '../../../protocol/live/audience.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { code, plant, until, value } from '../media/support.ts';
import type { Gathering } from '../media/support.ts';
import { bytesTo, speak, useDirectLines } from './directLines.ts';

const members = { bo: 'leadObserver', dia: 'observer' } as const;
const outsiders = { ann: 'hostLead', eve: 'fieldCamera', chen: 'operatorRepresentative', fay: 'operatorStaff', gus: 'interpreter', hal: 'secretariat' } as const;
const alongside = 'backChannel';

beforeAll(useDirectLines);

/** A visit with one of each role inside, the room of the observers, and everybody's lines open. */
async function visit(): Promise<Gathering> {
  const { session } = await plant();
  const here = await session('s1', { ...outsiders, ...members }, 'observation');
  const { mode, roles } = kinds.observation.rooms[alongside]!;
  await here.live.record(
    { type: 'room.created', data: { id: alongside, name: '', mode, members: [], roles: roles as readonly Role[] } },
    { type: 'session.started', data: {} },
  );
  for (const who of Object.keys(here.pages)) await here.page(who).open();
  return here;
}

async function spoken(here: Gathering, who: string, room?: string) {
  const one = await speak(here.page(who), room);
  if (typeof one === 'string') throw new Error(one);
  return one;
}

/** Receives a stream and lets it run; nothing when it is not to be had. */
async function receive(here: Gathering, who: string, publication: string): Promise<boolean> {
  const [consumer] = value(await here.page(who).receive(publication)).consumers;
  if (!consumer) return false;
  value(await here.page(who).request('media.consumer', { consumer: consumer.id, paused: false }));
  return true;
}

describe('the back channel of the observers', () => {
  test('is heard by them, and not one byte of it goes to anybody else', async () => {
    const here = await visit();
    const back = await spoken(here, 'dia', alongside);
    const floor = await spoken(here, 'bo');
    const everybody = Object.keys(here.pages).filter((who) => who !== 'dia' && who !== 'bo');
    for (const who of everybody) {
      expect([who, await receive(here, who, back.id), await receive(here, who, floor.id)]).toEqual([who, false, true]);
    }
    expect(await receive(here, 'bo', back.id)).toBe(true);
    // Measured where there is something to measure.
    floor.say(20);
    await until(async () => (await Promise.all(everybody.map((who) => bytesTo(here.page(who))))).every((bytes) => bytes >= 20 * 100));
    const before = await Promise.all(everybody.map((who) => bytesTo(here.page(who))));

    back.say(50);
    await until(async () => await bytesTo(here.page('bo')) >= 50 * 100);
    // They ask again by hand, all streams at once, while it goes on.
    for (const who of everybody) expect(value(await here.page(who).receive(back.id, floor.id)).consumers.map((one) => one.publication)).toEqual([floor.id]);
    back.say(50);
    await until(async () => await bytesTo(here.page('bo')) >= 100 * 100);
    expect(await Promise.all(everybody.map((who) => bytesTo(here.page(who))))).toEqual(before);
  });

  test('ends for an observer who becomes something else, and is not opened to the host by a role', async () => {
    const here = await visit();
    const back = await spoken(here, 'bo', alongside);
    const own = await spoken(here, 'dia', alongside);
    expect(await receive(here, 'dia', back.id)).toBe(true);
    back.say(10);
    await until(async () => await bytesTo(here.page('dia')) >= 10 * 100);
    value(await here.command('ann', 'participant.assign', { participant: 'dia', role: 'interpreter' }));
    await here.page('dia').noticed('media.consumerClosed');
    const before = await bytesTo(here.page('dia'));
    expect(value(await here.page('dia').receive(back.id)).consumers).toEqual([]);
    back.say(10);
    await until(() => here.live.state.publications[own.id] === undefined);
    expect(await bytesTo(here.page('dia'))).toBe(before);
    // Everybody here is of the administration that hosts.
    for (const role of ['observer', 'leadObserver'] as const) expect(code(await here.command('ann', 'participant.assign', { participant: 'hal', role }))).toBe('role.side');
    expect(code(await here.command('ann', 'participant.handOver', { participant: 'bo' })), 'nor by taking the role of who takes over').toBe('role.side');
  });

  test.each(Object.entries(outsiders))('is closed to %s, the %s: nothing said or sent into it, nothing of it in what they are told', async (who) => {
    const here = await visit();
    value(await here.command('dia', 'chat.send', { text: 'Ask for the keys', room: alongside }));
    const back = await spoken(here, 'dia', alongside);
    expect(await speak(here.page(who), alongside)).toBe('room.notMember');
    expect(code(await here.page(who).publish('camera', { alongside }))).toMatch(/^(?:room\.notMember|media\.refused)$/u);
    expect(code(await here.command(who, 'chat.send', { text: 'Let me in', room: alongside }))).toBe('room.notMember');
    expect(code(await here.command(who, 'room.enter', { room: alongside }))).toBe('room.notMember');
    const tries: readonly (readonly [CommandName, CommandInput<CommandName>])[] = [
      ['room.members', { room: alongside, members: [who, 'bo', 'dia'] }], ['room.rename', { room: alongside, name: 'Ours' }], ['room.close', { room: alongside }],
      ['room.move', { room: alongside, participants: [who] }], ['media.pause', { publication: back.id }], ['media.close', { publication: back.id }],
    ];
    for (const [name, payload] of tries) {
      const refused = code(await here.command(who, name, payload));
      expect([name, refused]).toEqual([name, name.startsWith('media') ? 'media.absent' : who !== 'ann' ? 'permission.denied' : name === 'room.move' ? 'room.notMember' : 'room.standing']);
    }
    if (who === 'ann') {
      value(await here.command('ann', 'media.mute', { participant: 'dia', source: 'microphone' }));
      value(await here.command('ann', 'media.muteAll', { except: [] }));
      expect(here.live.state.publications[back.id], 'a host silences nobody where they do not listen').toMatchObject({ paused: false });
    }
    const { chat, publications } = project(here.live.state, who);
    expect([Object.keys(chat), Object.keys(publications)]).toEqual([[], []]);
  });
});

test('who was given the floor is heard until it is taken back', async () => {
  const here = await visit();
  expect(await speak(here.page('dia'))).toBe('media.refused');
  value(await here.command('dia', 'hand.raise', {}));
  value(await here.command('ann', 'floor.give', { participant: 'dia', given: true }));
  expect(here.live.state.hands).toEqual([]);
  const said = await spoken(here, 'dia');
  expect(await receive(here, 'fay', said.id)).toBe(true);
  said.say(10);
  await until(async () => await bytesTo(here.page('fay')) >= 10 * 100);
  expect(code(await here.page('dia').publish('camera')), 'the floor is for the voice alone').toBe('media.refused');
  value(await here.command('bo', 'floor.give', { participant: 'dia', given: false }));
  await here.page('fay').noticed('media.consumerClosed');
  await until(() => here.live.state.publications[said.id] === undefined);
  expect(await speak(here.page('dia'))).toBe('media.refused');
});
