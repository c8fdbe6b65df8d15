import type { EvidenceId, CriterionId, VersionId, ZoneId } from '../../../protocol/observation/ids.ts';
import { isStored, picturedOf } from '../../../protocol/observation/evidence.ts';
import type { Evidence, EvidenceRoom, Origin, Pictured, Released, Version, Withheld } from '../../../protocol/observation/evidence.ts';
import type { Annotation, Region } from '../../../protocol/observation/annotation.ts';

/** In the order in which an item goes through them. masked: released, with regions burnt out. */
const entryStates = ['uploading', 'review', 'released', 'masked', 'withheld', 'discarded'] as const;
export type EntryState = (typeof entryStates)[number];

/** An item as this person may know it: whole with custody, else what was released, or that it was withheld. */
export interface Entry extends Pick<Origin, 'kind' | 'capturedAt' | 'zone' | 'criterion' | 'place'> {
  readonly id: EvidenceId;
  readonly number: number;
  readonly state: EntryState;
  /** Empty: nobody gave it one, or it is not told. */
  readonly title: string;
  readonly by?: string;
  /** Why it was withheld; for a discarded item the code of why it was given up. */
  readonly reason?: string;
  /** Since when the observers see it, and by whose word. */
  readonly released?: { readonly at: number; readonly by: string };
  /** SHA-256 of the untouched original. */
  readonly original?: string;
  /** What there is to look at, the oldest first; nothing of an item that was withheld from these eyes. */
  readonly pictures: readonly Picture[];
}

/** A version that can be looked at: a file, and the marks over it. */
export interface Picture {
  readonly id: VersionId;
  readonly kind: Version['kind'];
  readonly of?: VersionId;
  readonly by: string;
  readonly at: number;
  /** The version whose bytes these are. */
  readonly file: VersionId;
  readonly pictured: Pictured;
  readonly marks: readonly Annotation[];
  readonly regions: readonly Region[];
  /** The server holds its bytes. */
  readonly isStored: boolean;
  /** It holds the small picture at least, which is sent first. */
  readonly hasThumbnail: boolean;
  /** The observers see it, or could. */
  readonly isReleased: boolean;
}

/** All items that this person may know of, the newest first. */
export function entriesOf(room: EvidenceRoom, hasCustody: boolean): readonly Entry[] {
  const entries = hasCustody
    ? Object.values(room.items).map((item) => held(item, room.released[item.id]))
    : [...Object.values(room.released).map(released), ...Object.values(room.withheld).map(withheld)];
  return entries.toSorted((a, b) => b.number - a.number);
}

function held(item: Evidence, out: Released | undefined): Entry {
  const { id, number, kind, title, capturedAt, zone, criterion, place, by, reason, versions } = item;
  const state: EntryState = item.state === 'released' && out?.masked ? 'masked' : item.state;
  const pictures = versions.flatMap((version): Picture[] => {
    const base = baseOf(versions, version);
    const pictured = picturedOf(item, version.id);
    if (!base || !pictured) return [];
    return [{
      id: version.id, kind: version.kind, ...(version.of === undefined ? {} : { of: version.of }), by: version.by, at: version.at, file: base.id, pictured,
      marks: version.marks ?? [], regions: base.regions ?? [], isReleased: out?.version === base.id,
      // The bytes of what was given up are deleted.
      isStored: state !== 'discarded' && isStored(base), hasThumbnail: state !== 'discarded' && base.stored.includes('thumbnail'),
    }];
  });
  const original = versions[0]?.pictured?.content.hash;
  return {
    id, number, kind, title, capturedAt, by, state, pictures, ...optional({ zone, criterion, place, reason, original }), ...(out ? { released: { at: out.releasedAt, by: out.releasedBy } } : {}),
  };
}

function released(one: Released): Entry {
  const { id, number, kind, title, capturedAt, zone, criterion, place, by, original, pictured, version, masked, marks, markups } = one;
  const base = { file: version, pictured, regions: [], isStored: true, hasThumbnail: pictured.thumbnail !== undefined, isReleased: true };
  const pictures: readonly Picture[] = [
    // Who made a mask is not told; whose word let it out is.
    { ...base, id: version, ...(masked ? { kind: 'mask', by: one.releasedBy, at: one.releasedAt } : { kind: 'original', by, at: capturedAt }), marks },
    ...markups.map((each): Picture => ({ ...base, id: each.id, kind: 'markup', ...optional({ of: each.of }), by: each.by, at: each.at, marks: each.marks ?? [] })),
  ];
  return {
    id, number, kind, title, capturedAt, by, state: masked ? 'masked' : 'released', pictures, original, released: { at: one.releasedAt, by: one.releasedBy },
    ...optional({ zone, criterion, place }),
  };
}

function withheld({ id, number, kind, capturedAt, zone, criterion, reason }: Withheld): Entry {
  return { id, number, kind, title: '', capturedAt, state: 'withheld', reason, pictures: [], ...optional({ zone, criterion }) };
}

function baseOf(versions: readonly Version[], version: Version): Version | undefined {
  if (version.kind !== 'markup') return version;
  const under = versions.find((one) => one.id === version.of);
  return under && baseOf(versions, under);
}

/** Leaves out what is not there. */
function optional<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** What one sees first: of a released item the newest of what is out, else the newest whose bytes are there. */
export function firstPicture({ pictures }: Pick<Entry, 'pictures'>): Picture | undefined {
  return pictures.findLast((one) => one.isReleased) ?? pictures.findLast((one) => one.isStored) ?? pictures[0];
}

export interface Filter {
  readonly state?: EntryState;
  readonly zone?: ZoneId;
  readonly criterion?: CriterionId;
}

export function filtered(entries: readonly Entry[], { state, zone, criterion }: Filter): readonly Entry[] {
  return entries.filter((one) =>
    (state === undefined || one.state === state) && (zone === undefined || one.zone === zone) && (criterion === undefined || one.criterion === criterion));
}

/** What the list can be filtered by: only what would find something. */
export function choicesOf(entries: readonly Entry[]): { readonly states: readonly EntryState[]; readonly zones: readonly ZoneId[]; readonly criteria: readonly CriterionId[] } {
  const distinct = <T>(values: readonly (T | undefined)[]): readonly T[] => [...new Set(values.filter((value) => value !== undefined))];
  const there = new Set(entries.map((one) => one.state));
  return {
    states: entryStates.filter((state) => there.has(state)),
    zones: distinct(entries.map((one) => one.zone)),
    criteria: distinct(entries.map((one) => one.criterion)).toSorted(),
  };
}

/** What waits for the operator's word, the oldest first; an item whose bytes are still on their way cannot be judged yet. */
export function waitingFor(room: EvidenceRoom): readonly EvidenceId[] {
  return Object.values(room.items).filter((one) => one.state === 'review').toSorted((a, b) => a.number - b.number).map((one) => one.id);
}

/** The one that comes up after a decision: the next that waits, round from the one that was decided. */
export function nextWaiting(room: EvidenceRoom, after: EvidenceId): EvidenceId | undefined {
  const number = room.items[after]?.number ?? 0;
  const waiting = waitingFor(room).filter((id) => id !== after);
  return waiting.find((id) => room.items[id]!.number > number) ?? waiting[0];
}
