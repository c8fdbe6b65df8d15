import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import { boothOf, turnOn } from '../../../protocol/live/interpretation.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { commandRow } from '../../../protocol/table.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { authorise } from '../../../server/live/authorise.ts';
import { decide } from '../../../server/live/decide/index.ts';
import { maySend } from '../../../server/media/rules.ts';
import { Play, stepsOf } from './histories.ts';

/** A session with a chair and two pairs of interpreters inside, and a group aside. */
class Booths {
  state: SessionState = initialState();
  #count = 0;

  constructor() {
    this.append('ann', { type: 'session.scheduled', data: { id: 's', kind: 'plain', title: 'A', languages: ['en'], startsAt: 1, endsAt: 2, zone: 'UTC', lobby: false, administration: 'n', createdBy: 'ann' } }, { type: 'session.opened', data: {} });
    for (const [order, [id, role]] of ([['ann', 'host'], ['ida', 'interpreter'], ['jon', 'interpreter'], ['li', 'interpreter'], ['mei', 'interpreter'], ['bo', 'attendee']] as const).entries()) {
      const who = { id, name: id, administration: 'n', administrationName: 'N', country: 'NO', language: 'en', person: id, role, order };
      this.append('ann', { type: 'participant.invited', data: who }, { type: 'participant.joined', data: { participant: id, who } });
    }
    this.append('ann', { type: 'room.created', data: { id: 'group', name: 'Group', mode: 'aside', members: ['ida', 'bo'] } });
    this.do('ann', 'interpretation.open', { languages: ['fr', 'en'], interpreters: [{ participant: 'ida', between: ['fr', 'en'] }, { participant: 'jon', between: [] }] }, 'b1');
    this.do('ann', 'interpretation.open', { languages: ['zh'], interpreters: [{ participant: 'li', between: [] }, { participant: 'mei', between: [] }] }, 'b2');
  }

  append(actor: string, ...drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      this.state = reduce(this.state, { room: 'floor', audience: 'everyone', ...draft, seq: this.state.seq + 1, at: (this.state.seq + 1) * 1_000, actor } as SessionEvent);
    }
  }

  /** ok, or the code of the refusal. */
  do<N extends CommandName>(who: string, name: N, payload: CommandInput<N>, id = `c${this.#count += 1}`): string {
    const actor = authorise(this.state, who, commandRow(name));
    if (!actor.ok) return actor.error.code;
    const parsed = commandRow(name).payload.safeParse(payload);
    if (!parsed.success) return 'payload.invalid';
    const decision = decide(name, this.state, actor.value, parsed.data, { now: 0, id });
    if (!decision.ok) return decision.error.code;
    this.append(who, ...decision.value);
    return 'ok';
  }

  /** A voice that stands by on a channel. */
  voice(participant: string, channel: string): void {
    this.append(participant, { type: 'media.published', data: { id: `${participant}-${channel}`, participant, source: 'microphone', channel, paused: true } });
  }

  get open(): string[] {
    return Object.values(this.state.publications).filter((one) => !one.paused).map((one) => one.id).toSorted();
  }
}

function standingBy(): Booths {
  const here = new Booths();
  for (const [who, channels] of [['ida', ['fr', 'en']], ['jon', ['fr', 'en']], ['li', ['zh']], ['mei', ['zh']]] as const) for (const channel of channels) here.voice(who, channel);
  return here;
}

describe('the turn', () => {
  test('opens one voice, and the hand-over closes it as it opens the other', () => {
    const here = standingBy();
    expect(here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null })).toBe('ok');
    expect(here.open).toEqual(['ida-fr']);
    const { since } = turnOn(here.state.interpretation, 'fr', 'floor')!;
    expect(here.do('ida', 'interpretation.ask', { booth: 'b1' })).toBe('ok');
    expect(turnOn(here.state.interpretation, 'fr', 'floor')?.asked).toBe('ida');
    expect(here.do('jon', 'interpretation.take', { booth: 'b1', language: 'fr', from: 'ida' })).toBe('ok');
    expect(here.open).toEqual(['jon-fr']);
    expect(turnOn(here.state.interpretation, 'fr', 'floor')).toMatchObject({ interpreter: 'jon', language: 'fr' });
    expect(turnOn(here.state.interpretation, 'fr', 'floor')?.asked).toBeUndefined();
    expect(turnOn(here.state.interpretation, 'fr', 'floor')!.since).toBeGreaterThan(since);
  });

  test('goes to one when both take it at once, and the other is told', () => {
    const here = standingBy();
    expect([here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null }), here.do('jon', 'interpretation.take', { booth: 'b1', language: 'fr', from: null })])
      .toEqual(['ok', 'interpretation.turnTaken']);
    expect(here.open).toEqual(['ida-fr']);
  });

  test('turns to the other language with the same voice, as long as before', () => {
    const here = standingBy();
    here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null });
    const { since } = turnOn(here.state.interpretation, 'fr', 'floor')!;
    expect(here.do('ida', 'interpretation.take', { booth: 'b1', language: 'en', from: 'ida' })).toBe('ok');
    expect(here.open).toEqual(['ida-en']);
    expect(turnOn(here.state.interpretation, 'fr', 'floor')).toBeUndefined();
    expect(turnOn(here.state.interpretation, 'en', 'floor')?.since).toBe(since);
  });

  test('stays with who lost the connection until the partner takes it; who leaves, or is moved, gives it up', () => {
    const here = standingBy();
    here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null });
    here.append('system', { type: 'participant.dropped', data: { participant: 'ida' } });
    expect(turnOn(here.state.interpretation, 'fr', 'floor')?.interpreter).toBe('ida');
    expect(here.do('jon', 'interpretation.take', { booth: 'b1', language: 'fr', from: 'ida' })).toBe('ok');
    here.append('system', { type: 'participant.left', data: { participant: 'jon', reason: 'own' } });
    expect(turnOn(here.state.interpretation, 'fr', 'floor')).toBeUndefined();
  });

  test('an interpreter who is taken aside serves that room, and the partner the floor', () => {
    const here = standingBy();
    here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null });
    here.do('ann', 'room.move', { room: 'group', participants: ['ida'] });
    expect(turnOn(here.state.interpretation, 'fr', 'floor')).toBeUndefined();
    // What is still open of them is not theirs to send any more: the server ends it.
    expect(maySend(here.state, here.state.publications['ida-fr']!).ok).toBe(false);
    here.append('system', { type: 'media.closed', data: { publication: 'ida-fr' } });
    here.voice('ida', 'fr');
    expect(here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null })).toBe('ok');
    expect(here.do('jon', 'interpretation.take', { booth: 'b1', language: 'fr', from: null })).toBe('ok');
    expect(here.open).toEqual(['ida-fr', 'jon-fr']);
    here.do('ann', 'room.close', { room: 'group' });
    expect(turnOn(here.state.interpretation, 'fr', 'floor')?.interpreter).toBe('jon');
  });
});

describe('a booth', () => {
  test('has languages and interpreters of its own', () => {
    const here = new Booths();
    const team = (languages: string[], ...people: string[]) => ({ languages, interpreters: people.map((participant) => ({ participant, between: [] })) });
    expect(here.do('ann', 'interpretation.open', team(['fr']))).toBe('interpretation.language');
    expect(here.do('ann', 'interpretation.open', team(['ru'], 'ida'))).toBe('interpretation.seated');
    expect(here.do('ann', 'interpretation.open', team(['ru'], 'bo'))).toBe('interpretation.notInterpreter');
    expect(here.do('ann', 'interpretation.open', team(['floor']))).toBe('payload.invalid');
    expect(here.do('ann', 'interpretation.open', team(['RU', 'ru']))).toBe('ok');
    expect(here.do('bo', 'interpretation.take', { booth: 'b1', language: 'fr', from: null })).toBe('permission.denied');
    expect(here.do('li', 'interpretation.take', { booth: 'b1', language: 'fr', from: null })).toBe('interpretation.notSeated');
    expect(here.do('li', 'interpretation.relay', { channel: 'fr' })).toBe('ok');
    expect(here.do('li', 'interpretation.relay', { channel: 'es' })).toBe('interpretation.language');
  });

  test('has a private room that nobody else opens, whoever manages rooms', () => {
    const here = new Booths();
    expect(here.state.rooms['b1']).toMatchObject({ mode: 'alongside', members: ['ida', 'jon'], name: 'Français / English' });
    expect(here.do('ann', 'room.members', { room: 'b1', members: ['ann'] })).toBe('room.standing');
    expect(here.do('ann', 'room.close', { room: 'b1' })).toBe('room.standing');
    expect(here.do('ann', 'room.rename', { room: 'b1', name: 'Mine' })).toBe('room.standing');
    expect(here.do('ann', 'chat.send', { text: 'hello', room: 'b1' })).toBe('room.notMember');
  });

  test('is left by who is no interpreter any more: the voice, the turn and the room', () => {
    const here = standingBy();
    here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null });
    expect(here.do('ann', 'participant.assign', { participant: 'ida', role: 'attendee' })).toBe('ok');
    expect(boothOf(here.state.interpretation, 'ida')).toBeUndefined();
    expect(here.state.rooms['b1']?.members).toEqual(['jon']);
    expect(here.open).toEqual([]);
    expect(here.do('ann', 'interpretation.close', { booth: 'b1' })).toBe('ok');
    expect(here.state.rooms['b1']).toBeUndefined();
  });
});

describe('who may send on the channel of a language', () => {
  const wish = (participant: string, channel: string, paused: boolean) => ({ participant, source: 'microphone', channel, paused }) as const;

  test('those of its booth, paused; open, the one with the turn', () => {
    const here = standingBy();
    here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null });
    expect(maySend(here.state, wish('ida', 'fr', false)).ok).toBe(true);
    expect(maySend(here.state, wish('ida', 'en', false))).toMatchObject({ error: { code: 'interpretation.notYourTurn' } });
    expect(maySend(here.state, wish('jon', 'fr', true)).ok).toBe(true);
    expect(maySend(here.state, wish('jon', 'fr', false))).toMatchObject({ error: { code: 'interpretation.notYourTurn' } });
    expect(maySend(here.state, wish('li', 'fr', true))).toMatchObject({ error: { code: 'interpretation.notSeated' } });
    for (const who of ['ann', 'bo']) expect(maySend(here.state, wish(who, 'fr', true)).ok).toBe(false);
    expect(maySend(here.state, { ...wish('ida', 'fr', false), room: 'b1' }).ok).toBe(false);
    expect(here.do('jon', 'media.resume', { publication: 'jon-fr' })).toBe('interpretation.notYourTurn');
  });

  test('and silencing everybody does not silence them', () => {
    const here = standingBy();
    here.do('ida', 'interpretation.take', { booth: 'b1', language: 'fr', from: null });
    here.do('ann', 'media.muteAll', { except: [] });
    expect(here.open).toEqual(['ida-fr']);
  });
});

test('in any history a turn is held by somebody who is inside, in that room and in that booth, and nobody holds two', () => {
  fc.assert(fc.property(stepsOf('plain'), (history) => {
    const play = new Play('plain');
    for (const step of history) {
      play.run(step);
      const { interpretation, participants, rooms } = play.state;
      const turns = Object.values(interpretation.booths).flatMap((booth) => Object.entries(booth.turns).map(([room, turn]) => ({ booth, room, turn })));
      for (const { booth, room, turn } of turns) {
        const holder = participants[turn.interpreter];
        expect([holder?.presence, holder?.room]).toEqual(['in', room]);
        expect(booth.seats.map((seat) => seat.participant)).toContain(turn.interpreter);
        expect(booth.languages).toContain(turn.language);
      }
      expect(new Set(turns.map(({ turn }) => turn.interpreter)).size).toBe(turns.length);
      for (const booth of Object.values(interpretation.booths)) expect(rooms[booth.id]?.members.toSorted()).toEqual(booth.seats.map((seat) => seat.participant).toSorted());
    }
  }), { numRuns: 150 });
}, 60_000);
