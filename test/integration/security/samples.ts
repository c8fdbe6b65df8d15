import type { CommandInput, CommandName, RequestInput, RequestName, SignalName, SignalPayload } from '../../../protocol/table.ts';
import type { commandsExpected, requestsExpected, signalsExpected } from './expected.ts';
import { ids } from './ids.ts';

type CommandSamples = { readonly [N in CommandName]: { readonly [C in keyof (typeof commandsExpected)[N]]: CommandInput<N> } };
type RequestSamples = { readonly [N in RequestName]: { readonly [C in keyof (typeof requestsExpected)[N]]: RequestInput<N> } };
type SignalSamples = { readonly [N in SignalName]: { readonly [C in keyof (typeof signalsExpected)[N]]: SignalPayload<N> } };

const { other, waiter, sentAway, extra, here, there, deck, ownStream, otherStream, camera, visit, file: at } = ids;
const inRow = { comparison: at.comparison, criterion: 'A', base: 0 } as const;
const inForeign = { ...inRow, comparison: at.foreignComparison } as const;
const contact = { name: 'Nils North', position: '', email: '', phone: '' };
const view = { x: 0.5, y: 0.5, scale: 2 };
const pages = { deck, page: 1 };
const shape: CommandInput<'mark.add'>['shape'] = { tool: 'pen', ink: 'red', width: 0.01, points: [0.1, 0.1, 0.5, 0.2, 0.2, 0.5] };
const zone = { kind: 'dock', name: 'Dock', noRecord: false, remark: '' } as const;
const slot = { title: 'Closing', startsAt: Date.UTC(2030), minutes: 30 };
const pictured = { content: { hash: 'c'.repeat(64), bytes: 900, mime: 'image/jpeg' } } as const;
const arrow = { id: 'arrow-1', shape: 'arrow', ink: 'red', number: 1, from: { x: 0, y: 0 }, to: { x: 0.5, y: 0.5 } } as const;
const regions = [{ x: 0, y: 0, width: 0.1, height: 0.1, hides: 'person' as const }];
const finding: CommandInput<'finding.write'> = { grade: 'observation', criterion: 'A', text: 'The gate is guarded.', evidence: [visit.released], owner: '' };
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
  'floor.give': { any: { participant: other, given: true } },
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
  'interpretation.open': { any: { languages: ['ar'], interpreters: [] } },
  'interpretation.change': { any: { booth: ids.booth, languages: ['fr', 'ru'], interpreters: [] } },
  'interpretation.close': { any: { booth: ids.booth } },
  'interpretation.pivot': { any: { language: 'fr' } },
  'interpretation.take': {
    presenting: { booth: ids.booth, language: 'zh', from: 'actor' }, following: { booth: ids.booth, language: 'zh', from: other },
    foreign: { booth: ids.otherBooth, language: 'es', from: null },
  },
  'interpretation.ask': { any: { booth: ids.booth }, foreign: { booth: ids.otherBooth } },
  'interpretation.release': { presenting: { booth: ids.booth }, following: { booth: ids.booth } },
  'interpretation.relay': { any: { channel: 'es' } },
  'visit.describe': { any: { operator: { name: 'Harbour Cold Store' } } },
  'visit.stage': { any: { stage: 'onSite' } },
  'visit.zone': { added: zone, changed: { zone: visit.zone, name: 'Gate' } },
  'visit.removeZone': { any: { zone: visit.zone } },
  'visit.slot': { added: slot, changed: { slot: visit.slot, minutes: 45 } },
  'visit.removeSlot': { any: { slot: visit.slot } },
  'visit.beginSlot': { any: { slot: visit.slot } },
  'visit.scope': { any: { criteria: ['A', visit.criterion] } },
  'visit.criterion': { added: { title: 'Fire doors', questions: [] }, changed: { criterion: visit.criterion, title: 'Fences' } },
  'visit.removeCriterion': { any: { criterion: visit.criterion } },
  'visit.document': { any: { criterion: 'A', title: 'Plan of the site' } },
  'visit.removeDocument': { any: { document: visit.document } },
  'visit.documentReceived': { any: { document: visit.document, received: true } },
  'visit.rehearse': { any: { zone: visit.zone, verdict: 'go', upKbps: 900, remark: '' } },
  'camera.place': { any: { zone: visit.zone } },
  'camera.turn': { any: { participant: null } },
  'camera.request': { presenting: { camera, kind: 'closer' }, following: { camera, kind: 'closer' } },
  'camera.answer': { own: { request: visit.ownRequest, answer: 'acknowledged' }, foreign: { request: visit.otherRequest, answer: 'acknowledged' } },
  'camera.freeze': { any: { camera: ids.otherCamera } },
  'camera.unfreeze': { any: {} },
  'camera.mark': { any: { freeze: visit.freeze, mark: arrow } },
  'camera.clearMarks': { any: { freeze: visit.freeze } },
  'consent.zone': { any: { zone: visit.zone, state: 'withdrawn' } },
  'consent.person': { added: { name: 'A Worker', state: 'given' }, changed: { consent: visit.consent, name: 'A Worker', state: 'withdrawn' } },
  'consent.removePerson': { any: { consent: visit.consent } },
  'consent.own': { any: { state: 'given' } },
  'consent.pause': { any: { paused: true } },
  'evidence.capture': { any: { kind: 'still', title: 'The gate', capturedAt: Date.UTC(2030), zone: visit.zone, pictured } },
  'evidence.describe': { any: { evidence: visit.review, title: 'The lock' } },
  'evidence.mask': { any: { evidence: visit.review, of: visit.review, regions, pictured } },
  'evidence.markUp': {
    released: { evidence: visit.released, of: visit.released, marks: [arrow] }, undecided: { evidence: visit.review, of: visit.review, marks: [arrow] },
  },
  'evidence.release': { any: { evidence: visit.review, version: visit.review } },
  'evidence.withhold': { any: { evidence: visit.review, reason: 'A list of customers' } },
  'evidence.discard': { own: { evidence: visit.ownCapture }, foreign: { evidence: visit.otherCapture } },
  'inspection.begin': { any: { container: 'CSQU3054383', asRead: false } },
  'inspection.point': { any: { inspection: visit.inspection, point: 'doors', result: 'conform', remark: '' } },
  'inspection.seal': {
    any: { inspection: visit.inspection, number: 'H1', documentNumber: 'H1', checks: { affixed: 'conform', standard: 'conform', intact: 'conform', matches: 'conform' } },
  },
  'inspection.close': { any: { inspection: visit.inspection } },
  'note.write': {
    added: { text: 'The gate is guarded.', shared: false }, own: { note: visit.ownNote, text: 'By two people.', shared: true },
    foreign: { note: visit.otherNote, text: 'By nobody.', shared: true },
  },
  'note.remove': { own: { note: visit.ownNote }, foreign: { note: visit.otherNote } },
  'finding.write': { added: finding, own: { ...finding, finding: visit.ownFinding }, foreign: { ...finding, finding: visit.otherFinding } },
  'finding.remove': { own: { finding: visit.ownFinding }, foreign: { finding: visit.otherFinding } },
  'question.ask': { any: { text: 'Who holds the keys?', slot: visit.slot } },
  'question.answer': { any: { question: visit.otherQuestion, text: 'The guard.', inWriting: false } },
  'question.move': {
    withdrawOwn: { question: visit.ownQuestion, state: 'withdrawn' }, withdrawForeign: { question: visit.otherQuestion, state: 'withdrawn' },
    deferOwn: { question: visit.ownQuestion, state: 'deferred' }, deferForeign: { question: visit.otherQuestion, state: 'deferred' },
  },
  'report.build': { any: {} },
  'report.edit': { any: { base: 1, texts: { jointConclusions: 'Both sides agree.' } } },
  'report.confirm': { any: { number: 1 } },
  'ceremony.side': { any: { side: 'b', administration: 'south', country: 'EG', language: 'ar', signatoryTitle: 'Commissioner', witnessTitle: '' } },
  'ceremony.options': { any: { source: 'upload', third: null, mirror: true } },
  'ceremony.fillIn': { any: { of: 'joint', values: { date: { en: '1 January 2030' } } } },
  'ceremony.order': { any: {} },
  'ceremony.step': { any: { step: 'welcome' } },
  'case.programme': { added: { name: 'New', about: '' }, own: { programme: at.ownProgramme, name: 'Changed', about: '' }, foreign: { programme: at.otherProgramme, name: 'Changed', about: '' } },
  'case.removeProgramme': { own: { programme: at.spareProgramme }, foreign: { programme: at.otherProgramme } },
  'case.stage': { any: { stage: 'comparison', state: 'underWay' } },
  'case.waive': { any: { document: 'roadmap', waived: true } },
  'case.date': { any: { signedOn: '2030-01-01', effectiveOn: null } },
  'case.task': { added: { title: 'New', private: true }, joint: { task: at.jointTask, title: 'Changed', private: false }, foreign: { task: at.foreignTask, title: 'Changed', private: false } },
  'case.taskDone': { joint: { task: at.jointTask, done: true }, foreign: { task: at.foreignTask, done: true } },
  'case.removeTask': { joint: { task: at.jointTask }, foreign: { task: at.foreignTask } },
  'case.note': {
    added: { text: 'New', private: false }, own: { note: at.ownNote, text: 'Changed', private: false }, joint: { note: at.jointNote, text: 'Changed', private: false },
    foreign: { note: at.foreignNote, text: 'Changed', private: false },
  },
  'case.removeNote': { own: { note: at.ownNote }, joint: { note: at.jointNote }, foreign: { note: at.foreignNote } },
  'case.shareDocument': { own: { document: at.ownDocument }, foreign: { document: at.foreignDocument } },
  'case.removeDocument': { own: { document: at.ownDocument }, joint: { document: at.jointDocument }, foreign: { document: at.foreignDocument } },
  'case.contact': { added: contact, own: { ...contact, contact: at.ownContact }, foreign: { ...contact, contact: at.foreignContact } },
  'case.removeContact': { own: { contact: at.ownContact }, foreign: { contact: at.foreignContact } },
  'matrix.begin': { any: { left: at.spareProgramme, right: at.otherProgramme } },
  'matrix.write': { own: { ...inRow, field: 'text', text: 'A fence' }, foreign: { ...inForeign, field: 'text', text: 'A fence' } },
  'matrix.rate': { own: { ...inRow, status: 'partly' }, foreign: { ...inForeign, status: 'partly' } },
  'matrix.agree': { own: { ...inRow, agreed: false }, foreign: { ...inForeign, agreed: false } },
  'matrix.focus': { any: { comparison: at.comparison, criterion: 'C' } },
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
  'ceremony.rehearsal': { any: { on: true, tried: [] } },
  'ceremony.tried': { any: { copy: 'a', place: 'signatory-a' } },
  'camera.pointed': { presenting: { camera, x: 0.5, y: 0.5 }, following: { camera, x: 0.5, y: 0.5 } },
  'camera.proposed': { any: { camera } },
  'matrix.editing': { any: { comparison: at.comparison, criterion: 'A', field: 'text' } },
  'camera.told': { any: { battery: 0.4, line: 2, waiting: 3, torch: 'off' } },
};
