import { expect, test } from 'vitest';
import { isRoomPath, roomPath, sessionOfRoom } from '../../../client/app/paths.ts';

test('the way into a room is one address for each session, and no other is taken for it', () => {
  expect(sessionOfRoom(roomPath('4f-a'))).toBe('4f-a');
  expect(['/room/4f-a', '/room/4f-a/'].map(isRoomPath)).toEqual([true, true]);
  expect(['/', '/room', '/room/', '/ROOM/4f-a', '/room/4f-a//', '/room/4f-a/more', '/%72oom/4f-a', '/sessions/4f-a'].map(isRoomPath)).not.toContain(true);
});
