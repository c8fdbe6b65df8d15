import fc from 'fast-check';
import { answers, directions, requestKinds } from '../../../protocol/observation/cameras.ts';
import type { observationCommands } from '../../../protocol/observation/commands/table.ts';
import { consentStates } from '../../../protocol/observation/consents.ts';
import { evidenceKinds } from '../../../protocol/observation/evidence.ts';
import { points, results } from '../../../protocol/observation/inspections.ts';
import { grades } from '../../../protocol/observation/notebook.ts';
import { stages, zoneKinds } from '../../../protocol/observation/plan.ts';

/** Few ids of each sort, so that what one command makes is what another is about. */
const few = (prefix: string, count: number): fc.Arbitrary<string> => fc.constantFrom(...Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`));
const zone = few('z', 3);
const slot = few('t', 2);
const criterion = fc.constantFrom('A', 'B', 'M', 'k1', 'k2');
const document = few('m', 2);
const consent = few('p', 3);
const request = few('q', 4);
const evidence = few('e', 4);
const inspection = few('i', 2);
const freeze = few('x', 3);
const note = few('n', 3);
const finding = few('f', 3);
const question = few('u', 3);
/** The originals bear the ids of their items; masks and mark-ups come after them. */
const version = few('v', 5);
/** An item, with a version of it for the one that is asked for: mostly its original. */
const ofItem = (key: 'of' | 'version', more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<unknown> =>
  evidence.chain((one) => fc.record({ evidence: fc.constant(one), [key]: fc.oneof({ weight: 2, arbitrary: fc.constant(one) }, { weight: 1, arbitrary: version }), ...more }));
const text = fc.constantFrom('The seal is intact.', 'Le portail était ouvert.', '围栏完好。');
const shape = fc.constantFrom(
  { id: 'w1', shape: 'arrow', ink: 'red', number: 1, from: { x: 0, y: 0 }, to: { x: 0.5, y: 0.5 } },
  { id: 'w2', shape: 'text', ink: 'blue', at: { x: 0.2, y: 0.2 }, text: 'Here' },
);
/** Play gives every picture hashes of its own. */
const pictured = fc.constant({ content: { hash: '0'.repeat(64), bytes: 9, mime: 'image/jpeg' }, thumbnail: { hash: '1'.repeat(64), bytes: 3, mime: 'image/jpeg' } });
const time = fc.constant(Date.UTC(2030));
const result = fc.constantFrom(...results);
const state = fc.constantFrom(...consentStates, 'given' as const, 'given' as const, 'given' as const);
const camera = (who: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.oneof({ weight: 4, arbitrary: fc.constant('eve') }, { weight: 1, arbitrary: who });
const nothing = fc.constant({});

/** What people of a visit may try; `who` are all who can be meant. */
export function visitPayloads(who: fc.Arbitrary<string>): { readonly [N in keyof typeof observationCommands]: fc.Arbitrary<unknown> } {
  return {
    'visit.describe': fc.record({
      operator: fc.record({ name: text, identifier: fc.constantFrom('', 'AEO 12'), country: fc.constantFrom('', 'NO'), business: fc.constant('') }),
      premises: fc.record({ name: fc.constant('Quay 4'), address: fc.constant('') }),
    }),
    'visit.stage': fc.record({ stage: fc.constantFrom(...stages) }),
    'visit.zone': fc.record({ zone, kind: fc.constantFrom(...zoneKinds), name: text, noRecord: fc.boolean(), remark: fc.constant('') }, { requiredKeys: ['kind', 'name', 'noRecord', 'remark'] }),
    'visit.removeZone': fc.record({ zone }),
    'visit.slot': fc.record({ slot, title: text, startsAt: time, minutes: fc.constant(30), zone, owner: who }, { requiredKeys: ['title', 'startsAt', 'minutes'] }),
    'visit.removeSlot': fc.record({ slot }),
    'visit.beginSlot': fc.record({ slot: fc.option(slot) }),
    'visit.scope': fc.record({ criteria: fc.array(criterion, { maxLength: 4 }) }),
    'visit.criterion': fc.record({ criterion: few('k', 2), title: text, questions: fc.array(text, { maxLength: 2 }) }, { requiredKeys: ['title', 'questions'] }),
    'visit.removeCriterion': fc.record({ criterion: few('k', 2) }),
    'visit.document': fc.record({ document, criterion, title: text }, { requiredKeys: ['criterion', 'title'] }),
    'visit.removeDocument': fc.record({ document }),
    'visit.documentReceived': fc.record({ document, received: fc.boolean() }),
    'visit.rehearse': fc.record({ zone, verdict: fc.constantFrom('go', 'noGo'), upKbps: fc.constant(900), remark: fc.constant('') }, { requiredKeys: ['zone', 'verdict', 'remark'] }),
    'camera.place': fc.record({ zone: fc.option(zone) }),
    'camera.turn': fc.record({ participant: fc.option(who) }),
    'camera.request': fc.record({
      camera: camera(who), kind: fc.constantFrom(...requestKinds), zone, direction: fc.constantFrom(...directions), criterion, text,
    }, { requiredKeys: ['camera', 'kind'] }),
    'camera.answer': fc.record({ request, answer: fc.constantFrom(...answers) }),
    'camera.freeze': fc.record({ camera: camera(who) }), 'camera.unfreeze': nothing,
    'camera.mark': fc.record({ freeze, mark: shape }), 'camera.clearMarks': fc.record({ freeze }),
    'consent.zone': fc.record({ zone, state }),
    'consent.person': fc.record({ consent, name: text, participant: who, zone, state }, { requiredKeys: ['name', 'state'] }),
    'consent.removePerson': fc.record({ consent }), 'consent.own': fc.record({ state }),
    'consent.pause': fc.record({ paused: fc.constantFrom(true, false, false, false) }),
    'evidence.capture': fc.record({
      kind: fc.constantFrom(...evidenceKinds, 'still' as const), title: fc.constant(''), capturedAt: time, zone: fc.oneof({ weight: 6, arbitrary: fc.constant('z1') }, { weight: 1, arbitrary: zone }),
      criterion: fc.constantFrom('A', 'B'), request, inspection: fc.record({ id: fc.constant('i1'), point: fc.constantFrom(...points, 'seal' as const) }), pictured,
    }, { requiredKeys: ['kind', 'title', 'capturedAt', 'zone', 'pictured'] }),
    'evidence.describe': fc.record({ evidence, title: text, criterion }, { requiredKeys: ['evidence', 'title'] }),
    'evidence.mask': ofItem('of', { regions: fc.constant([{ x: 0, y: 0, width: 0.2, height: 0.2, hides: 'person' }]), pictured }),
    'evidence.markUp': ofItem('of', { marks: fc.array(shape, { minLength: 1, maxLength: 2 }) }),
    'evidence.release': ofItem('version'),
    'evidence.withhold': fc.record({ evidence, reason: fc.constant('Faces of passers-by') }),
    'evidence.discard': fc.record({ evidence }),
    'inspection.begin': fc.record({ container: fc.constantFrom('CSQU3054383', 'csqu 305438 3', 'CSQU3054384'), asRead: fc.boolean(), zone }, { requiredKeys: ['container', 'asRead'] }),
    'inspection.point': fc.record({ inspection, point: fc.constantFrom(...points), result, remark: fc.constant('') }),
    'inspection.seal': fc.record({
      inspection, number: fc.constantFrom('', 'H 1234'), documentNumber: fc.constantFrom('', 'h-1234', '99'),
      checks: fc.record({ affixed: result, standard: result, intact: result, matches: result }),
    }),
    'inspection.close': fc.record({ inspection }),
    'note.write': fc.record({ note, text, criterion, shared: fc.boolean(), moment: time }, { requiredKeys: ['text', 'shared'] }),
    'note.remove': fc.record({ note }),
    'finding.write': fc.record({
      finding, grade: fc.constantFrom(...grades), criterion, text, evidence: fc.array(fc.oneof(fc.constant('e2'), evidence), { maxLength: 2 }), owner: fc.constant(''), due: time, moment: time,
    }, { requiredKeys: ['grade', 'criterion', 'text', 'evidence', 'owner'] }),
    'finding.remove': fc.record({ finding }),
    'question.ask': fc.record({ text, slot, criterion }, { requiredKeys: ['text'] }),
    'question.answer': fc.record({ question, text, inWriting: fc.boolean() }),
    'question.move': fc.record({ question, state: fc.constantFrom('open', 'deferred', 'withdrawn') }),
    'report.build': nothing,
    'report.edit': fc.record({
      base: fc.integer({ min: 1, max: 4 }),
      texts: fc.record({ summary: text, jointConclusions: text, hostView: text, partnerView: text, criteria: fc.dictionary(criterion, text, { maxKeys: 2 }) }, { requiredKeys: [] }),
    }),
    'report.confirm': fc.record({ number: fc.integer({ min: 1, max: 4 }) }),
  };
}

/** The sort of id that what each of these commands makes bears here. */
export const made: Readonly<Record<string, readonly [prefix: string, count: number]>> = {
  'room.create': ['r', 3], 'interpretation.open': ['b', 2], 'visit.zone': ['z', 3], 'visit.slot': ['t', 2], 'visit.criterion': ['k', 2], 'visit.document': ['m', 2], 'camera.request': ['q', 4],
  'camera.freeze': ['x', 3], 'consent.person': ['p', 3], 'consent.own': ['p', 3], 'evidence.capture': ['e', 4], 'evidence.mask': ['v', 5], 'evidence.markUp': ['v', 5],
  'inspection.begin': ['i', 2], 'note.write': ['n', 3], 'finding.write': ['f', 3], 'question.ask': ['u', 3],
  'agenda.item': ['t', 3], 'caucus.open': ['q', 2], 'position.write': ['h', 3], 'outcome.propose': ['o', 3],
};
