import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { bytesTo, speak, useDirectLines } from '../observation/directLines.ts';
import { code, plant, until, value } from './support.ts';
import type { Gathering } from './support.ts';

beforeAll(useDirectLines);

/** A packet's bytes that count: the sound in it. */
const PACKET = 100;

/** Two delegations, a pair into French, one interpreter into Chinese, everybody's lines open. */
async function meeting(): Promise<{ readonly here: Gathering; readonly booth: string }> {
  const { session } = await plant();
  const here = await session('s1', { chair: 'chair', ben: 'delegate', eve: 'delegate', ida: 'interpreter', jon: 'interpreter', li: 'interpreter' }, 'assessment');
  const booth = randomUUID();
  const seats = (...people: string[]) => people.map((participant) => ({ participant, between: [] }));
  value(await here.live.run('chair', booth, 'interpretation.open', { languages: ['fr'], interpreters: seats('ida', 'jon') }));
  value(await here.command('chair', 'interpretation.open', { languages: ['zh'], interpreters: seats('li') }));
  for (const who of Object.keys(here.pages)) await here.page(who).open();
  return { here, booth };
}

async function standBy(here: Gathering, who: string, channel: string) {
  const one = await speak(here.page(who), undefined, { channel, paused: true });
  if (typeof one === 'string') throw new Error(one);
  return one;
}

/** Receives a stream and lets it run; false when it is not to be had. */
async function listen(here: Gathering, who: string, publication: string): Promise<boolean> {
  const [consumer] = value(await here.page(who).receive(publication)).consumers;
  if (!consumer) return false;
  value(await here.page(who).request('media.consumer', { consumer: consumer.id, paused: false }));
  return true;
}

describe('the channel of a language', () => {
  test('takes the voices of its booth, paused, and open only the one with the turn', async () => {
    const { here, booth } = await meeting();
    const take = (who: string, from: string | null) => here.command(who, 'interpretation.take', { booth, language: 'fr', from });
    for (const who of ['chair', 'ben', 'li']) expect([who, code(await here.page(who).publish('microphone', { channel: 'fr', paused: true }))]).not.toEqual([who, 'ok']);
    expect(code(await here.page('ida').publish('microphone', { channel: 'fr', paused: false }))).toBe('interpretation.notYourTurn');
    expect(code(await here.page('ida').publish('screen', { channel: 'fr', paused: true }))).toBe('media.refused');
    const ida = await standBy(here, 'ida', 'fr');
    const jon = await standBy(here, 'jon', 'fr');
    for (const voice of [ida, jon]) expect(await listen(here, 'ben', voice.id)).toBe(true);

    // Before anybody has the turn not a byte comes through, whatever is sent.
    ida.say(20);
    value(await take('ida', null));
    expect(code(await take('jon', null))).toBe('interpretation.turnTaken');
    await until(() => here.live.state.publications[ida.id]?.paused === false);
    await until(async () => {
      ida.say(1);
      return await bytesTo(here.page('ben')) >= 10 * PACKET;
    });
    const before = await bytesTo(here.page('ben'));
    jon.say(50);
    expect(code(await here.command('jon', 'media.resume', { publication: jon.id }))).toBe('interpretation.notYourTurn');
    jon.say(50);
    expect(await bytesTo(here.page('ben'))).toBe(before);

    // The hand-over opens the one and closes the other.
    value(await take('jon', 'ida'));
    expect(here.live.state.publications[ida.id]?.paused).toBe(true);
    await until(async () => {
      jon.say(1);
      return await bytesTo(here.page('ben')) >= before + 10 * PACKET;
    });
    const after = await bytesTo(here.page('ben'));
    ida.say(50);
    expect(await bytesTo(here.page('ben'))).toBe(after);
  });

  test('belongs to the room of its speaker: an interpreter who goes aside is heard there, and nowhere else', async () => {
    const { here, booth } = await meeting();
    const caucus = randomUUID();
    value(await here.live.run('chair', caucus, 'room.create', { name: 'Caucus', mode: 'aside', members: ['ben', 'ida'] }));
    const first = await standBy(here, 'ida', 'fr');
    value(await here.command('ida', 'interpretation.take', { booth, language: 'fr', from: null }));
    expect(await listen(here, 'eve', first.id)).toBe(true);
    value(await here.command('chair', 'room.move', { room: caucus, participants: ['ben', 'ida'] }));
    // What was open ended with the turn; they stand by anew where they are.
    await here.page('eve').noticed('media.consumerClosed');
    await until(() => here.live.state.publications[first.id] === undefined);
    const aside = await standBy(here, 'ida', 'fr');
    value(await here.command('ida', 'interpretation.take', { booth, language: 'fr', from: null }));
    for (const [who, may] of [['ben', true], ['eve', false], ['chair', false], ['jon', false], ['li', false]] as const) expect([who, await listen(here, who, aside.id)]).toEqual([who, may]);
    const before = await bytesTo(here.page('eve'));
    await until(async () => {
      aside.say(1);
      return await bytesTo(here.page('ben')) >= 10 * PACKET;
    });
    expect(await bytesTo(here.page('eve'))).toBe(before);
    // The partner goes on with the floor.
    const jon = await standBy(here, 'jon', 'fr');
    value(await here.command('jon', 'interpretation.take', { booth, language: 'fr', from: null }));
    expect([await listen(here, 'eve', jon.id), await listen(here, 'ben', jon.id)]).toEqual([true, false]);
  });

  test('ends with the seat in its booth, and with the role', async () => {
    const { here, booth } = await meeting();
    const ida = await standBy(here, 'ida', 'fr');
    value(await here.command('ida', 'interpretation.take', { booth, language: 'fr', from: null }));
    expect(await listen(here, 'ben', ida.id)).toBe(true);
    value(await here.command('chair', 'participant.assign', { participant: 'ida', role: 'delegate' }));
    await until(() => here.live.state.publications[ida.id] === undefined);
    expect(here.live.state.interpretation.booths[booth]?.turns).toEqual({});
    expect(code(await here.page('ida').publish('microphone', { channel: 'fr', paused: true }))).toBe('media.refused');
  });
});

test('the word between the pair goes to nobody else: not a byte of it, by any request', async () => {
  const { here, booth } = await meeting();
  const whisper = await speak(here.page('jon'), booth);
  if (typeof whisper === 'string') throw new Error(whisper);
  for (const who of ['chair', 'ben', 'eve', 'li']) {
    expect([who, await listen(here, who, whisper.id)]).toEqual([who, false]);
    expect([who, code(await here.page(who).publish('microphone', { alongside: booth }))]).toEqual([who, 'room.notMember']);
    expect([who, code(await here.command(who, 'chat.send', { text: 'hello', room: booth }))]).toEqual([who, 'room.notMember']);
  }
  expect(code(await here.command('chair', 'room.members', { room: booth, members: ['chair'] }))).toBe('room.standing');
  expect(await listen(here, 'ida', whisper.id)).toBe(true);
  const others = await Promise.all(['chair', 'ben', 'eve', 'li'].map((who) => bytesTo(here.page(who))));
  await until(async () => {
    whisper.say(1);
    return await bytesTo(here.page('ida')) >= 10 * PACKET;
  });
  expect(await Promise.all(['chair', 'ben', 'eve', 'li'].map((who) => bytesTo(here.page(who))))).toEqual(others);
});
