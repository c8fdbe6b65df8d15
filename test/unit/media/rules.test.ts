import { describe, expect, test } from 'vitest';
import type { SessionState } from '../../../protocol/live/state.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import type { Source } from '../../../protocol/live/publications.ts';
import { sources } from '../../../protocol/live/publications.ts';
import { permissionsOf, rolesOf } from '../../../protocol/kinds.ts';
import { heardIn, kindOf, listeners, maySend } from '../../../server/media/rules.ts';
import { opening } from '../protocol/casts.ts';
import { decideKnock } from '../../../server/live/decide/knock.ts';

function play(...drafts: readonly Draft[]): SessionState {
  return drafts.reduce((state, draft) => reduce(state, {
    seq: state.seq + 1, at: 0, actor: 'ann', room: draft.room ?? 'floor', audience: draft.audience ?? 'everyone', type: draft.type, data: draft.data,
  } as SessionEvent), initialState());
}

function inside(...more: readonly Draft[]): SessionState {
  const before = play(...opening());
  const knocked = decideKnock(before, 'ann');
  return play(...opening(), ...(knocked.ok ? knocked.value : []), ...['bo', 'chen'].map((id): Draft => {
    const { presence: _p, connected: _c, room: _r, ...who } = before.participants[id]!;
    return { type: 'participant.joined', data: { participant: id, who } };
  }), ...more);
}

describe('who may send', () => {
  const needs: Record<Source, string> = {
    microphone: 'media.microphone', camera: 'media.camera', document: 'media.document', screen: 'media.screen', screenAudio: 'media.screen',
  };

  test.each(rolesOf('plain').flatMap((role) => sources.map((source) => [role, source] as const)))('%s, %s', (role, source) => {
    const state = inside({ type: 'participant.assigned', data: { participant: 'bo', role } });
    expect(maySend(state, { participant: 'bo', source, channel: 'floor', paused: false }).ok)
      .toBe(permissionsOf('plain', role).has(needs[source] as never));
  });

  test('nobody who is not inside, and nobody after the end', () => {
    const wish = { participant: 'ann', source: 'microphone', channel: 'floor', paused: false } as const;
    expect(maySend(inside(), wish).ok).toBe(true);
    expect(maySend(inside(), { ...wish, participant: 'dia' }).ok).toBe(false);
    expect(maySend(inside(), { ...wish, participant: 'nobody' }).ok).toBe(false);
    expect(maySend(inside({ type: 'participant.left', data: { participant: 'ann', reason: 'timeout' } }), wish).ok).toBe(false);
    expect(maySend(inside({ type: 'session.ended', data: {} }), wish).ok).toBe(false);
  });
});

test('a stream is heard where its sender is, or in the alongside room that it goes to', () => {
  const state = inside(
    { type: 'room.created', data: { id: 'r1', name: 'Group', mode: 'aside', members: ['bo'] } },
    { type: 'room.created', data: { id: 'r2', name: 'Back', mode: 'alongside', members: ['bo', 'ann', 'dia'] } },
    { type: 'participant.moved', data: { participant: 'bo', room: 'r1' } },
  );
  expect(heardIn(state, { participant: 'bo' })).toBe('r1');
  expect(heardIn(state, { participant: 'bo', room: 'r2' })).toBe('r2');
  expect(listeners(state, 'floor')).toEqual(['ann', 'chen']);
  expect(listeners(state, 'r1')).toEqual(['bo']);
  expect(listeners(state, 'r2'), 'members who are inside, wherever they are').toEqual(['ann', 'bo']);
});

test('sound is sound and pictures are pictures', () => {
  expect(sources.map(kindOf)).toEqual(['audio', 'video', 'video', 'video', 'audio']);
});
