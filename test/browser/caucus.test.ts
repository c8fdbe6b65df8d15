import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '../../protocol/errors.ts';
import { caucusOf } from '../../protocol/live/rooms.ts';
import { choose, PATIENCE, takeTurn, toneInstead } from './interpretation-scene.ts';
import { hears, panel, RoomScene, soundFrom } from './room-scene.ts';

let scene: RoomScene;
beforeAll(async () => {
  scene = await RoomScene.open();
});
afterAll(() => scene.close());

test('a delegation and its interpreter are taken aside on the lines that they have: nobody else is sent a byte of their sound or a word of theirs, whatever is asked for', async () => {
  const { server } = scene;
  const south = await server.administration('Customs of the South', 'SN');
  const [ana, nora, nils, ida, jon] = [
    await server.person('Ana Keller'), await server.person('Nora North'), await server.person('Nils North'), await server.person('Ida Roux'), await server.person('Jon Meyer'),
  ];
  const of = { administration: south };
  const [ben, dan, dara] = [await server.person('Ben Okafor', of), await server.person('Dan Diop', of), await server.person('Dara Sow', of)];
  const session = await server.session(ana, [
    [nora, 'headOfDelegation'], [nils, 'delegate'], [ben, 'headOfDelegation'], [dan, 'delegate'], [dara, 'delegate'], [ida, 'interpreter'], [jon, 'interpreter'],
  ], { kind: 'assessment', lobby: false, languages: ['en', 'fr'] });

  // The chair has every right that there is in a meeting, and asks by hand. Two delegates and the other interpreter are there without a screen.
  const chair = await server.connect(ana.cookie, session, { media: true });
  const booth = randomUUID();
  const opened = await chair.command('interpretation.open', { languages: ['fr'], interpreters: [ida, jon].map(({ id }) => ({ participant: id, between: ['en', 'fr'] })) }, booth);
  expect(opened.ok).toBe(true);
  const [first, second, partner] = [await server.connect(dan.cookie, session), await server.connect(dara.cookie, session), await server.connect(jon.cookie, session)];
  const sockets = new Map<Page, readonly string[]>();
  const enter = (person: typeof ana, hertz: number): Promise<Page> => scene.enter(person, session, {}, {
    before: (page) => {
      const seen: string[] = [];
      sockets.set(page, seen);
      page.on('websocket', (socket) => {
        seen.push('opened');
        socket.on('close', () => seen.push('closed'));
      });
      return toneInstead(page, hertz);
    },
  });
  const speaking = await enter(nora, 400);
  const listening = await enter(nils, 500);
  await listening.getByRole('button', { name: 'Microphone' }).click();
  const head = await enter(ben, 700);
  const interpreter = await enter(ida, 1_100);
  // What Ida says on the floor is not what this is about.
  await interpreter.getByRole('button', { name: 'Microphone' }).click();

  const voiceOf = (who: string, channel = 'floor'): string | undefined =>
    Object.values(chair.state.publications).find((one) => one.participant === who && one.channel === channel && !one.paused)?.id;
  await Promise.all([hears(head), hears(listening)]);
  await chair.until(() => voiceOf(ben.id) !== undefined && voiceOf(nora.id) !== undefined && voiceOf(ida.id) === undefined);
  const headVoice = voiceOf(ben.id)!;
  await expect.poll(async () => (await soundFrom(listening))[headVoice] ?? 0, PATIENCE).toBeGreaterThan(5_000);
  const pages = [speaking, listening, head, interpreter];
  const lines = async (): Promise<unknown> => Promise.all(pages.map(async (page) => ({ sockets: [...sockets.get(page)!], transports: await transports(page) })));
  const before = await lines();

  // Aside, by two clicks of the head.
  await panel(head, 'Delegation');
  await head.getByRole('button', { name: 'Go into caucus' }).click();
  const form = head.getByRole('dialog', { name: 'Take the delegation aside' });
  await form.getByText('Ben Okafor, Dan Diop, Dara Sow').waitFor();
  await form.getByRole('checkbox', { name: 'Ida Roux' }).check();
  await form.getByRole('button', { name: 'Go now' }).click();
  await Promise.all([head, interpreter].map((page) => page.getByText('You are in: Caucus of Customs of the South').waitFor()));
  const caucus = caucusOf(first.state.rooms, south)!.id;
  const members = [ben, dan, dara, ida].map(({ id }) => id);
  for (const one of [chair, partner]) await one.until(({ state }) => members.every((id) => state.participants[id]?.room === caucus));
  const signalled = new Map([chair, partner].map((one) => [one, one.signals.length]));

  // Interpretation goes along; the partner has the floor's turn.
  await takeTurn(interpreter);
  await partner.must('interpretation.take', { booth, language: 'fr', from: null });
  await choose(head, 'Language', 'French');
  await chair.until(() => voiceOf(ida.id, 'fr') !== undefined);
  const french = voiceOf(ida.id, 'fr')!;
  expect(voiceOf(ben.id)).toBe(headVoice);

  // A good deal of sound in the caucus, and of the floor's; of each other nothing.
  const starts = await Promise.all(pages.map(soundFrom));
  const cameTo = async (page: Page): Promise<Readonly<Record<string, number>>> => {
    const start = starts[pages.indexOf(page)]!;
    return Object.fromEntries(Object.entries(await soundFrom(page)).map(([from, bytes]) => [from, bytes - (start[from] ?? 0)]).filter(([, bytes]) => bytes !== 0));
  };
  const floorVoice = voiceOf(nora.id)!;
  await expect.poll(async () => (await cameTo(head))[french] ?? 0, PATIENCE).toBeGreaterThan(40_000);
  await expect.poll(async () => (await cameTo(interpreter))[headVoice] ?? 0, PATIENCE).toBeGreaterThan(10_000);
  await expect.poll(async () => (await cameTo(listening))[floorVoice] ?? 0, PATIENCE).toBeGreaterThan(10_000);
  expect(Object.keys(await cameTo(listening))).toEqual([floorVoice]);
  expect(Object.keys(await cameTo(speaking))).toEqual([]);
  expect(Object.keys(await cameTo(head))).toEqual([french]);
  expect(Object.keys(await cameTo(interpreter))).toEqual([headVoice]);

  // A word in the caucus, and a sign that somebody writes one.
  const word = 'our red line is the third paragraph';
  await panel(head, 'Chat');
  await head.getByRole('textbox', { name: 'Write to: Caucus of Customs of the South' }).fill(word);
  await head.keyboard.press('Enter');
  await second.until(({ state }) => state.chat[`room:${caucus}`]?.some((one) => one.text === word) === true);
  first.signal('reaction.sent', { reaction: 'agree' });
  await second.until((client) => client.signals.some((one) => one.name === 'reaction.sent' && one.from === dan.id));

  // Asked for by hand, by who may manage everything else.
  const { routerRtpCapabilities } = chair.joined!.media!;
  const asked = await chair.request('media.receive', { publications: [headVoice, french], rtpCapabilities: routerRtpCapabilities as Record<string, never> });
  expect(asked).toEqual({ ok: true, value: { consumers: [] } });
  const refused = async (answer: Promise<Result<unknown>>): Promise<string> => {
    const result = await answer;
    return result.ok ? 'ok' : result.error.code;
  };
  expect([
    await refused(chair.command('room.enter', { room: caucus })), await refused(chair.command('chat.send', { text: 'Who is there?', room: caucus })),
    await refused(chair.command('room.move', { room: caucus, participants: [ana.id] })), await refused(chair.command('room.move', { room: 'floor', participants: [ben.id] })),
    await refused(chair.command('room.members', { room: caucus, members: [ana.id] })), await refused(chair.command('room.close', { room: caucus })),
    await refused(chair.command('caucus.invite', { participant: ana.id, invited: true })),
    await refused(partner.command('interpretation.take', { booth, language: 'fr', from: ida.id })),
    await refused(partner.command('caucus.close', {})),
  ]).toEqual([
    'room.notMember', 'room.notMember', 'room.standing', 'room.standing', 'room.standing', 'room.standing', 'permission.denied', 'interpretation.turnTaken', 'permission.denied',
  ]);
  for (const one of [chair, partner]) {
    expect(JSON.stringify([one.joined, one.state, one.notices])).not.toContain(word);
    expect(one.signals.slice(signalled.get(one)).filter(({ from }) => members.includes(from))).toEqual([]);
  }
  for (const page of [speaking, listening]) expect(await page.getByText(word).count()).toBe(0);
  expect(Object.keys(await cameTo(listening))).toEqual([floorVoice]);
  expect(Object.keys(await cameTo(speaking))).toEqual([]);

  // And back: on the same sockets and the same transports; the partner interprets, and what was said aside stays there.
  await panel(head, 'Delegation');
  await head.getByRole('button', { name: 'End the caucus' }).click();
  await Promise.all([head, interpreter].map((page) => page.getByText('You are in: Caucus of Customs of the South').waitFor({ state: 'detached' })));
  await expect.poll(async () => (await cameTo(listening))[headVoice] ?? 0, PATIENCE).toBeGreaterThan(5_000);
  expect(chair.state.interpretation.booths[booth]?.turns).toMatchObject({ floor: { interpreter: jon.id } });
  expect(await lines()).toEqual(before);
  expect(JSON.stringify([chair.state, chair.notices, first.state.chat])).not.toContain(word);
  scene.browser.assertNoFaults();
});

/** By what their network lines are told apart, and that they stand. */
function transports(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => window.connections.map((one) => `${one.connectionState} ${/a=ice-ufrag:(\S+)/u.exec(one.localDescription?.sdp ?? '')?.[1]}`));
}
