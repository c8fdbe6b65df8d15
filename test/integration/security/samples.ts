import type { CommandInput, CommandName, RequestInput, RequestName, SignalName, SignalPayload } from '../../../protocol/table.ts';
import type { commandsExpected, requestsExpected, signalsExpected } from './expected.ts';
import { ids } from './scene.ts';

type CommandSamples = { readonly [N in CommandName]: { readonly [C in keyof (typeof commandsExpected)[N]]: CommandInput<N> } };
type RequestSamples = { readonly [N in RequestName]: { readonly [C in keyof (typeof requestsExpected)[N]]: RequestInput<N> } };
type SignalSamples = { readonly [N in SignalName]: { readonly [C in keyof (typeof signalsExpected)[N]]: SignalPayload<N> } };

const { other, waiter, sentAway, extra, here, there, deck, ownStream, otherStream } = ids;
const view = { x: 0.5, y: 0.5, scale: 2 };
const pages = { deck, page: 1 };
const shape: CommandInput<'mark.add'>['shape'] = { tool: 'pen', ink: 'red', width: 0.01, points: [0.1, 0.1, 0.5, 0.2, 0.2, 0.5] };
const streams = { own: { publication: ownStream }, foreign: { publication: otherStream } };
/** A report and a join that fit. */
const report = { transport: 'udp', roundTripMs: 20, camera: 'ok', microphone: 'ok', speaker: 'ok' } as const;

/** For each case of expected.ts a payload that does something in the scene, so that it is only refused for want of a right. */
export const commandSamples: CommandSamples = {
  'session.change': { any: { title: 'Another title' } },
  'session.open': { any: {} },
  'session.start': { any: {} },
  'session.end': { any: {} },
  'session.lock': { any: { locked: true } },
  'participant.admit': { any: { participants: [waiter] } },
  'participant.decline': { any: { participant: waiter } },
  'participant.remove': { any: { participant: other, ban: true } },
  'participant.unban': { any: { participant: sentAway } },
  'participant.uninvite': { any: { participant: extra } },
  'participant.assign': { any: { participant: other, role: 'interpreter' } },
  'participant.handOver': { any: { participant: other } },
  'participant.leave': { any: {} },
  'participant.language': { any: { language: 'fr' } },
  'room.create': { any: { name: 'Caucus', mode: 'aside', members: [other] } },
  'room.rename': { any: { room: there, name: 'Elsewhere' } },
  'room.members': { any: { room: there, members: [other] } },
  'room.move': { any: { room: there, participants: [other] } },
  'room.enter': { member: { room: here }, stranger: { room: there } },
  'room.close': { any: { room: there } },
  'hand.raise': { any: {} },
  'hand.lower': { own: {}, foreign: { participant: other } },
  'hand.clear': { any: {} },
  'chat.send': { here: { text: 'Good morning' }, person: { text: 'Between us', to: other }, stranger: { text: 'Let me in', room: there } },
  'stage.layout': { any: { layout: 'grid', pinned: [other] } },
  'stage.present': { any: { deck, page: 2 } },
  'stage.page': { presenting: { page: 3 }, following: { page: 3 } },
  'stage.view': { presenting: view, following: view },
  'stage.hand': { presenting: { to: other }, following: { to: other } },
  'stage.take': { any: {} },
  'stage.stop': { presenting: {}, following: {} },
  'deck.detach': { any: { deck } },
  'deck.removeVersion': { any: { deck, language: 'fr' } },
  'mark.add': { presenting: { ...pages, shape }, following: { ...pages, shape } },
  'mark.undo': { any: pages },
  'mark.clear': { presenting: pages, following: pages },
  'media.pause': streams,
  'media.resume': streams,
  'media.close': streams,
  'media.mute': { any: { participant: other, source: 'microphone' } },
  'media.muteAll': { any: { except: [] } },
  'readiness.report': { any: report },
};

const instance = '6b1f0b9c-7a64-4a3b-9d4e-0d6a52d7a001';
const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');
export const requestSamples: RequestSamples = {
  'session.join': { any: { protocol: 1, instance, media: false, knock: false } },
  'media.open': { any: { purpose: 'test' } },
  'media.connect': { any: { transport: 'transport-1', dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: fingerprint }] } } },
  'media.restart': { any: { transport: 'transport-1' } },
  'media.publish': { any: { transport: 'transport-1', kind: 'audio', rtpParameters: {}, source: 'microphone', paused: false } },
  'media.receive': { any: { publications: [otherStream], rtpCapabilities: {} } },
  'media.consumer': { any: { consumer: 'consumer-1', paused: false } },
};

export const signalSamples: SignalSamples = {
  'pointer.moved': { presenting: { ...pages, x: 0.5, y: 0.5 }, following: { ...pages, x: 0.5, y: 0.5 } },
  'reaction.sent': { any: { reaction: 'agree' } },
  'chat.typing': { any: {} },
  'quality.told': { any: { level: 3 } },
};
