import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds, project, scopeOf, sees } from '../../../protocol/live/audience.ts';
import type { EventType, SessionEvent } from '../../../protocol/live/event.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { Pictured } from '../../../protocol/observation/evidence.ts';
import type { Note } from '../../../protocol/observation/notebook.ts';
import { initialObservation } from '../../../protocol/observation/observation.ts';
import { guests, namesOf } from '../protocol/casts.ts';
import { Play, stepsOf } from '../protocol/histories.ts';

const viewers = [...namesOf('observation'), ...guests, 'stranger'];

/** What is sent to one pair of eyes after a change: a snapshot when what they may see has changed, else the events they may see. */
interface Sent {
  readonly snapshot?: SessionState;
  readonly events: readonly SessionEvent[];
}

/** Whose a note is, and whether it was shared; in a history no two have the same text. */
type Authored = Pick<Note, 'side' | 'shared'>;

/** Plays any history and shows what is sent to each viewer with each change, as the server does (server/live/broadcast.ts). */
function watch(numRuns: number, look: (viewer: string, sent: Sent, after: SessionState, notes: Map<string, Authored>) => void): void {
  fc.assert(fc.property(stepsOf('observation', 100), (history) => {
    const scopes = new Map<string, string>();
    const notes = new Map<string, Authored>();
    const play = new Play('observation', (events, after) => {
      for (const event of events) if (event.type === 'note.written') notes.set(event.data.text, event.data);
      for (const viewer of viewers) {
        const scope = scopeOf(after, viewer);
        if (scopes.get(viewer) === scope) look(viewer, { events: events.filter((event) => sees(after, viewer, event.audience)) }, after, notes);
        else look(viewer, { events: [], snapshot: project(after, viewer) }, after, notes);
        scopes.set(viewer, scope);
      }
    });
    for (const step of history) play.run(step);
  }), { numRuns });
}

const may = (state: SessionState, viewer: string, permission: Parameters<typeof holds>[2]): boolean => {
  const one = state.participants[viewer];
  return one !== undefined && one.presence === 'in' && holds(state, one, permission);
};
const hashesOf = (pictured: Pictured | undefined): readonly string[] =>
  pictured ? [pictured.content.hash, ...(pictured.thumbnail ? [pictured.thumbnail.hash] : [])] : [];
const asked = (text: string): readonly string[] => text.match(/5{20,}[0-9a-f]+/gu)?.filter((one) => one.length === 64) ?? [];

test('nobody without custody receives a hash of bytes that were not released to them, but that of the original under a released version', () => {
  let released = 0;
  let secret = 0;
  watch(40, (viewer, { snapshot, events }, after) => {
    if (may(after, viewer, 'evidence.custody')) return;
    const { evidence } = after.observation;
    const known = new Set(may(after, viewer, 'evidence.see')
      ? Object.values(evidence.released).flatMap((one) => [...hashesOf(one.pictured), one.original])
      : []);
    secret += Object.values(evidence.items).flatMap((one) => one.versions.flatMap((version) => hashesOf(version.pictured))).filter((hash) => !known.has(hash)).length;
    const got = asked(JSON.stringify(snapshot?.observation ?? events));
    released += got.length;
    expect(got.filter((hash) => !known.has(hash)), `${viewer} was sent ${events.map((event) => event.type).join()}`).toEqual([]);
    if (snapshot) expect(snapshot.observation.evidence.items).toEqual({});
  });
  // Else this would have looked at nothing.
  expect(released).toBeGreaterThan(100);
  expect(secret).toBeGreaterThan(100);
});

test('what was withheld is known to observers by its reason alone, and a masked item by its masked bytes', () => {
  watch(15, (viewer, { snapshot }) => {
    if (!snapshot) return;
    const { evidence } = snapshot.observation;
    for (const one of Object.values(evidence.withheld)) {
      expect(Object.keys(one).filter((key) => !['id', 'number', 'kind', 'capturedAt', 'zone', 'criterion', 'reason', 'at'].includes(key)), viewer).toEqual([]);
      expect(evidence.released[one.id]).toBeUndefined();
    }
    for (const one of Object.values(evidence.released)) {
      if (one.masked) expect(hashesOf(one.pictured)).not.toContain(one.original);
      expect(one.markups.every((version) => version.kind === 'markup' && version.pictured === undefined)).toBe(true);
    }
  });
});

test('nobody outside a side receives its notes before they are shared, and only officers receive those that are', () => {
  let kept = 0;
  watch(40, (viewer, { snapshot, events }, after, notes) => {
    const text = JSON.stringify(snapshot?.observation ?? events);
    for (const found of text.match(/Note \d+\./gu) ?? []) {
      const note = notes.get(found)!;
      expect(may(after, viewer, 'visit.record'), `${viewer} is no officer`).toBe(true);
      expect(note.shared || after.participants[viewer]?.administration === note.side, `${viewer} is not of ${note.side}`).toBe(true);
      if (!note.shared) kept += 1;
    }
  });
  expect(kept).toBeGreaterThan(20);
});

/** What the operator's staff may be told of a visit: the plan, where one films, what is frozen, and consents. */
const openTypes: readonly EventType[] = [
  'visit.described', 'visit.staged', 'visit.zoned', 'visit.zoneRemoved', 'visit.slotted', 'visit.slotRemoved', 'visit.slotBegun', 'consent.zoneSet', 'consent.paused',
  'camera.placed', 'camera.turned', 'camera.frozen', 'camera.unfrozen', 'camera.marked', 'camera.marksCleared',
];
const ownTypes: readonly EventType[] = ['consent.personSet', 'consent.personRemoved'];
const ofVisits = /^(?:visit|consent|camera|evidence|inspection|note|finding|question|report)\./u;

test("the operator's staff receive the plan and their own consent, and no criteria, requests, evidence, inspections, findings, questions or reports", () => {
  let looked = 0;
  watch(40, (viewer, { snapshot, events }, after) => {
    if (after.participants[viewer]?.role !== 'operatorStaff') return;
    looked += 1;
    for (const event of events) {
      if (!ofVisits.test(event.type) || openTypes.includes(event.type)) continue;
      expect(ownTypes).toContain(event.type);
      if (event.type === 'consent.personSet') expect(event.data.participant).toBe(viewer);
    }
    if (!snapshot) return;
    const { plan: _plan, consents, cameras, ...rest } = snapshot.observation;
    const { plan: _none, consents: _noConsents, cameras: _noCameras, ...nothing } = initialObservation;
    expect(rest).toEqual(nothing);
    expect(cameras.requests).toEqual({});
    for (const one of Object.values(consents.persons)) expect(one.participant).toBe(viewer);
  });
  expect(looked).toBeGreaterThan(500);
});

test('the back channel is told to observers alone: its messages and its streams', () => {
  let heard = 0;
  watch(40, (viewer, { snapshot, events }, after) => {
    const one = after.participants[viewer];
    const isObserver = one?.presence === 'in' && (one.role === 'observer' || one.role === 'leadObserver');
    const said = events.filter((event) => event.room === 'backChannel' || (event.type === 'media.published' && event.data.alongside === 'backChannel'));
    const held = snapshot ? [...Object.keys(snapshot.chat).filter((key) => key.includes('backChannel')), ...Object.values(snapshot.publications).filter((each) => each.room === 'backChannel')] : [];
    heard += said.length + held.length;
    if (!isObserver) expect([viewer, said, held]).toEqual([viewer, [], []]);
  });
  expect(heard).toBeGreaterThan(20);
});
