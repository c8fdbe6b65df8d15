import { describe, expect, test } from 'vitest';
import type { Role } from '../../../protocol/kinds.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { sources } from '../../../protocol/live/publications.ts';
import { code, Page, plant, until, value } from '../media/support.ts';
import type { Gathering, Plant } from '../media/support.ts';
import { sourcesExpected } from './expected.ts';
import { hostRoles, seats } from './scene.ts';

describe('who may send what', () => {
  test.each(['plain', 'observation', 'assessment', 'class'] as const)('%s', async (kind) => {
    const roles = seats.filter((one) => one.kind === kind);
    const { session } = await plant();
    const people: Record<string, Role> = { host: hostRoles[kind], ...Object.fromEntries(roles.map(({ role }) => [`p-${role}`, role])) };
    const here = await session('s1', people, kind);
    const sent: string[] = [];
    for (const { seat, role } of roles) {
      const page = here.page(`p-${role}`);
      await page.open();
      for (const source of sources) {
        const may = sourcesExpected[source].includes(seat);
        expect([seat, source, code(await page.publish(source))]).toEqual([seat, source, may ? 'ok' : 'media.refused']);
        if (may) sent.push(`p-${role} ${source}`);
      }
    }
    expect(here.published).toEqual(sent.toSorted());
  });

  test('a role that is taken away takes its streams along, at once', async () => {
    const { session, media } = await plant();
    const here = await session('s1', { ann: 'host', bo: 'speaker', cy: 'attendee' });
    for (const who of ['bo', 'cy']) await here.page(who).open();
    const { id } = value(await here.page('bo').publish('screen'));
    value(await here.page('bo').publish('camera'));
    value(await here.page('cy').receive(id));
    await here.command('ann', 'participant.assign', { participant: 'bo', role: 'attendee' });
    await here.page('cy').noticed('media.consumerClosed');
    await until(() => here.published.join() === 'bo camera');
    expect(await media.figures()).toMatchObject({ sent: 1, received: 0 });
    expect(code(await here.page('bo').publish('screen'))).toBe('media.refused');
  });
});

/** Where a viewer can be, and whether they get a stream of the floor, of a side room, and of a room alongside. */
const views = {
  'on the floor': [true, false, false],
  'in the side room': [false, true, false],
  'a member of the room alongside': [true, false, true],
  'in the lobby': [false, false, false],
  expected: [false, false, false],
  left: [false, false, false],
  removed: [false, false, false],
  banned: [false, false, false],
  'in another session': [false, false, false],
} as const;
type Where = keyof typeof views;

const steps: Readonly<Record<Where, (participant: string) => Draft[]>> = {
  'on the floor': () => [],
  'in the side room': (participant) => [{ type: 'participant.moved', data: { participant, room: 'side' } }],
  'a member of the room alongside': (participant) => [{ type: 'room.members', data: { room: 'back', members: ['bo', participant] } }],
  'in the lobby': (participant) => [
    { type: 'participant.removed', data: { participant, ban: false } }, { type: 'participant.waiting', data: { participant } },
  ],
  expected: (participant) => [{ type: 'participant.removed', data: { participant, ban: false } }, { type: 'participant.unbanned', data: { participant } }],
  left: (participant) => [{ type: 'participant.left', data: { participant, reason: 'own' } }],
  removed: (participant) => [{ type: 'participant.removed', data: { participant, ban: false } }],
  banned: (participant) => [{ type: 'participant.removed', data: { participant, ban: true } }],
  'in another session': () => [],
};

/** Three streams: of the floor, of a side room, of a room alongside. */
async function stage({ session }: Plant): Promise<{ readonly here: Gathering; readonly streams: readonly string[] }> {
  const here = await session('s1', { ann: 'host', bo: 'speaker', cy: 'speaker', vi: 'host' });
  await here.live.record(
    { type: 'room.created', data: { id: 'side', name: 'Side', mode: 'aside', members: ['cy', 'vi'] } },
    { type: 'room.created', data: { id: 'back', name: 'Back', mode: 'alongside', members: ['bo'] } },
    { type: 'participant.moved', data: { participant: 'cy', room: 'side' } },
  );
  for (const who of ['ann', 'bo', 'cy']) await here.page(who).open();
  const floor = value(await here.page('ann').publish('camera')).id;
  const side = value(await here.page('cy').publish('camera')).id;
  const back = value(await here.page('bo').publish('microphone', { alongside: 'back' })).id;
  return { here, streams: [floor, side, back] };
}

describe('who receives what', () => {
  test.each(Object.keys(views) as Where[])('somebody %s, who asks for it by its id', async (where) => {
    const place = await plant();
    const { here, streams } = await stage(place);
    await here.live.record(...steps[where]('vi'));
    const gathering = where === 'in another session' ? await place.session('s2', { vi: 'host' }) : here;
    const isInside = gathering.live.state.participants['vi']?.presence === 'in';
    const page = isInside ? gathering.page('vi') : new Page(place.media, place.connections, gathering.live, 'vi', 'looking');
    if (!isInside) expect(code(await page.request('media.open', { purpose: 'session' }))).toBe('lobby.waiting');
    const opened = await page.request('media.open', { purpose: isInside ? 'session' : 'test' });
    if (opened.ok) page.offer = opened.value;
    else page.offer = here.page('ann').offer;
    const got: boolean[] = [];
    for (const stream of streams) {
      const answer = await page.receive(stream);
      got.push(answer.ok && answer.value.consumers.length > 0);
    }
    expect(got).toEqual(views[where]);
    // All at once is not another door.
    const all = await page.receive(...streams);
    expect(all.ok ? all.value.consumers.map((one) => streams.indexOf(one.publication)).toSorted() : []).toEqual([0, 1, 2].filter((index) => views[where][index]));
  });

  test.each(Object.keys(views).filter((where) => where !== 'in another session') as Where[])('somebody who was on the floor and now is %s', async (where) => {
    const place = await plant();
    const { here, streams } = await stage(place);
    const page = here.page('vi');
    await page.open();
    await here.live.record({ type: 'room.members', data: { room: 'back', members: ['bo', 'vi'] } });
    for (const stream of streams) await page.receive(stream);
    expect(await place.media.figures()).toMatchObject({ received: 2 });
    const stays = where === 'a member of the room alongside' ? [true, false, true] : views[where];
    // Whoever moves to the side room stays a member of the room alongside; whoever goes altogether does not.
    const expected = where === 'in the side room' || where === 'on the floor' ? [stays[0], false, true] : stays;
    await here.live.record(...steps[where]('vi'));
    await until(async () => (await place.media.figures()).received === expected.filter((one, index) => one && index !== 1).length);
  });
});
