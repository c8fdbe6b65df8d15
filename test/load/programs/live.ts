/** The product's live path without its HTTP side: gateway, session, decisions, embedded store. Seats are given by a cookie. */
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../../../protocol/errors.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { Connections } from '../../../server/live/connection.ts';
import { openGateway } from '../../../server/live/gateway.ts';
import { LiveHost } from '../../../server/live/host.ts';
import { openLog } from '../../../server/log.ts';
import { openEmbeddedStore } from '../../../server/store/embedded/open.ts';
import { answerBench, tell } from './message.ts';

const participants = Number(process.argv[2]);
const kind = process.argv[3] === 'class' ? 'class' : 'plain';
const [hostRole, guestRole] = kind === 'class' ? ['trainer', 'trainee'] as const : ['host', 'attendee'] as const;
const directory = await mkdtemp(join(tmpdir(), 'gangway-bench-'));
const store = await openEmbeddedStore(directory);
const host = new LiveHost(store, (id) => id === 'bench');
const seats: Draft[] = Array.from({ length: participants }, (_, index) => ({
  type: 'participant.invited',
  data: {
    id: `p${index}`, name: `Participant ${index}`, administration: 'north', administrationName: 'Customs of the North', country: 'NO',
    language: 'en', person: `p${index}`, role: index === 0 ? hostRole : guestRole,
  },
}));
await host.create('bench',
  { type: 'session.scheduled', data: { id: 'bench', kind, title: 'Bench', languages: ['en'], startsAt: 0, endsAt: 1, zone: 'UTC', lobby: false, administration: 'north', createdBy: 'system' } },
  ...seats,
  { type: 'deck.attached', data: { id: 'deck', title: 'Deck', pages: 500, version: { language: 'en', file: '0'.repeat(64), bytes: 1 } } });

const http = createServer();
const none = async () => refuse('media.unavailable');
const gateway = openGateway({
  http, host, connections: new Connections(), log: openLog('silent'), originAllowed: () => true,
  media: { kept: () => false, offer: async () => undefined, release: async () => {} },
  mediaRequests: {
    'media.open': none, 'media.connect': none, 'media.restart': none, 'media.publish': none, 'media.receive': none, 'media.consumer': none,
  },
  seatOf: async (cookie, session) => cookie === undefined ? undefined : { session, participant: cookie.replace('seat=', ''), signIn: cookie },
});
http.listen(0, '127.0.0.1', () => tell({ ready: (http.address() as AddressInfo).port }));
answerBench(async () => {
  await gateway.close();
  await store.close();
  await rm(directory, { recursive: true });
});
