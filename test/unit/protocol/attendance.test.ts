import { expect, test } from 'vitest';
import { noAttendance, presentMs, reduceAttendance } from '../../../protocol/live/attendance.ts';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';

const participant = 'dia';
const who = { id: participant, name: 'Dia', administration: 'south', administrationName: 'South', country: 'FR', language: 'en', role: 'observer', order: 1 } as const;
const joined: Draft = { type: 'participant.joined', data: { participant, who } };
const dropped: Draft = { type: 'participant.dropped', data: { participant } };
const connected: Draft = { type: 'participant.connected', data: { participant } };
const left = (reason: 'own' | 'timeout'): Draft => ({ type: 'participant.left', data: { participant, reason } });
const removed: Draft = { type: 'participant.removed', data: { participant, ban: false } };
const ended: Draft = { type: 'session.ended', data: {} };

test.each<[string, readonly (readonly [number, Draft])[], readonly object[], number]>([
  ['is inside until now', [[10, joined]], [{ from: 10 }], 90],
  ['leaves', [[10, joined], [40, left('own')]], [{ from: 10, to: 40 }], 30],
  ['loses the connection and comes back in time', [[10, joined], [20, dropped], [30, connected], [60, left('own')]], [{ from: 10, to: 60 }], 50],
  ['loses the connection and does not come back: gone since the loss', [[10, joined], [20, dropped], [80, left('timeout')]], [{ from: 10, to: 20 }], 10],
  ['comes back after that', [[10, joined], [20, dropped], [80, left('timeout')], [90, joined]], [{ from: 10, to: 20 }, { from: 90 }], 20],
  ['loses the connection twice: the second time counts', [[10, joined], [20, dropped], [30, connected], [50, dropped], [90, left('timeout')]], [{ from: 10, to: 50 }], 40],
  ['is removed', [[10, joined], [40, removed]], [{ from: 10, to: 40 }], 30],
  ['is removed while the connection is lost', [[10, joined], [20, dropped], [40, removed]], [{ from: 10, to: 20 }], 10],
  ['is there at the end', [[10, joined], [70, ended]], [{ from: 10, to: 70 }], 60],
  ['has lost the connection at the end', [[10, joined], [30, dropped], [70, ended]], [{ from: 10, to: 30 }], 20],
  ['had left before the end', [[10, joined], [40, left('own')], [70, ended]], [{ from: 10, to: 40 }], 30],
])('somebody who %s', (_how, events, stays, present) => {
  const attendance = events.map(([at, draft], index) => ({ room: 'floor', audience: 'everyone', ...draft, seq: index + 1, at, actor: participant }) as SessionEvent)
    .reduce(reduceAttendance, noAttendance);
  expect(attendance[participant]).toEqual(stays);
  expect(presentMs(attendance[participant]!, 100)).toBe(present);
});
