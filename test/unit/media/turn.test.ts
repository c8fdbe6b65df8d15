import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { TURN_TTL_S, iceServers } from '../../../server/media/turn.ts';

test('a credential as the relay computes it: the end of its validity and an id, signed with the shared secret', () => {
  const secret = 'a-secret-of-the-relay';
  const [one, two] = iceServers({ urls: 'turn:relay.example:3478,turns:relay.example:5349', secret }, 'p-1', 1_000_000_500);
  expect(one).toEqual({
    urls: 'turn:relay.example:3478', username: `${1_000_000 + TURN_TTL_S}:p-1`,
    credential: createHmac('sha1', secret).update('1000600:p-1').digest('base64'),
  });
  expect(two).toEqual({ ...one, urls: 'turns:relay.example:5349' });
  expect(TURN_TTL_S).toBeLessThanOrEqual(600);
});

test('without a relay none', () => {
  expect(iceServers(undefined, 'p-1', 0)).toEqual([]);
});
