import { limits } from '../../../protocol/limits.ts';
import type { ErrorCode } from '../../../protocol/errors.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { evidenceCommands } from '../../../protocol/observation/commands/evidence.ts';
import { captureBar } from '../../../protocol/observation/consents.ts';
import { isStored, picturedOf } from '../../../protocol/observation/evidence.ts';
import type { Evidence, Origin, Pictured, Version } from '../../../protocol/observation/evidence.ts';
import type { VersionId } from '../../../protocol/observation/ids.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decision, Decisions } from '../../live/decide/decision.ts';
import { hasCriterion, hasZone } from './visit.ts';

export const decideEvidence: Decisions<keyof typeof evidenceCommands> = {
  'evidence.capture': (state, actor, { pictured, ...origin }, { id }) => {
    const { plan, consents, evidence, inspections } = state.observation;
    // A device tries again for days, longer than the session remembers commands; and an id that somebody else has used is theirs.
    const known = evidence.items[id];
    if (known) return known.by === actor.id ? nothing : refused('evidence.absent', 'id');
    const bar = barFor(origin, () => captureBar(plan, consents, origin.zone), consents.paused);
    // A photo that calls itself a page is a photo still.
    if (origin.zone !== undefined && plan.zones[origin.zone]?.noRecord) return refused('capture.noRecord');
    if (bar) return refused(bar);
    if (Object.keys(evidence.items).length >= limits.evidencePerVisit) return refused('visit.limit', 'evidence');
    if (origin.zone !== undefined && !hasZone(state, origin.zone)) return refused('visit.absent', 'zone');
    if (origin.criterion !== undefined && !hasCriterion(state, origin.criterion)) return refused('visit.absent', 'criterion');
    if (origin.inspection && !inspections[origin.inspection.id]) return refused('visit.absent', 'inspection');
    const number = 1 + Object.keys(evidence.items).length;
    return decided({ type: 'evidence.captured', data: { ...origin, id, number, pictured }, audience: audiences.custody });
  },

  'evidence.describe': (state, _actor, { evidence, title, criterion }) => undecided(state, evidence, (item) => {
    if (item.title === title && item.criterion === criterion) return nothing;
    if (criterion !== undefined && !hasCriterion(state, criterion)) return refused('visit.absent', 'criterion');
    return decided({ type: 'evidence.described', data: { evidence, title, ...(criterion === undefined ? {} : { criterion }) }, audience: audiences.custody });
  }),

  'evidence.mask': (state, _actor, { evidence, of, regions, pictured }, { id }) => undecided(state, evidence, (item) => {
    const under = item.versions.find((one) => one.id === of && one.kind !== 'markup');
    if (!under) return refused('evidence.absent', 'version');
    if (!isStored(under)) return refused('evidence.notStored');
    if (hasVersion(item, id)) return refused('payload.invalid', 'id');
    if (showsOriginal(item, pictured)) return refused('payload.invalid', 'pictured');
    if (item.versions.length >= limits.versionsPerEvidence) return refused('visit.limit', 'version');
    return decided({ type: 'evidence.masked', data: { evidence, id, of, regions, pictured }, audience: audiences.custody });
  }),

  'evidence.markUp': (state, actor, { evidence, of, marks }, { id }) => {
    const data = { evidence, id, of, marks };
    const { items, released: { [evidence]: released } } = state.observation.evidence;
    if (released) {
      if (items[evidence] && hasVersion(items[evidence], id)) return refused('payload.invalid', 'id');
      if (of !== released.version && !released.markups.some((one) => one.id === of)) return refused('evidence.absent', 'version');
      if (released.markups.length >= limits.versionsPerEvidence) return refused('visit.limit', 'version');
      return decided({ type: 'evidence.markedUp', data, audience: audiences.released });
    }
    // Who has no custody does not even learn whether there is such an item.
    if (!holds(state, actor, 'evidence.custody')) return refused('evidence.absent');
    return undecided(state, evidence, (item) => {
      if (!item.versions.some((one) => one.id === of)) return refused('evidence.absent', 'version');
      if (hasVersion(item, id)) return refused('payload.invalid', 'id');
      if (item.versions.length >= limits.versionsPerEvidence) return refused('visit.limit', 'version');
      return decided({ type: 'evidence.markedUp', data, audience: audiences.custody });
    });
  },

  'evidence.release': (state, _actor, { evidence, version, place: withPlace = false }) => undecided(state, evidence, (item) => {
    const released = item.versions.find((one) => one.id === version);
    const pictured = picturedOf(item, version);
    const original = item.versions[0]?.pictured;
    if (!released || !pictured || !original) return refused('evidence.absent', 'version');
    const base = baseOf(item, released);
    if (!isStored(base)) return refused('evidence.notStored');
    const { id, number, by, kind, title, capturedAt, zone, criterion, place, request, inspection } = item;
    const origin: Origin = {
      kind, title, capturedAt, ...(zone === undefined ? {} : { zone }), ...(criterion === undefined ? {} : { criterion }), ...(place && withPlace ? { place } : {}),
      ...(request === undefined ? {} : { request }), ...(inspection ? { inspection } : {}),
    };
    return decided({
      type: 'evidence.released',
      data: { ...origin, id, number, by, version: base.id, masked: base.kind === 'mask', pictured, marks: released.marks ?? [], original: original.content.hash },
      audience: audiences.released,
    });
  }),

  'evidence.withhold': (state, _actor, { evidence, reason }) => undecided(state, evidence, ({ state: before, reason: known, number, kind, capturedAt, zone, criterion }) => {
    if (before === 'withheld' && known === reason) return nothing;
    return decided({
      type: 'evidence.withheld',
      data: { evidence, number, kind, capturedAt, ...(zone === undefined ? {} : { zone }), ...(criterion === undefined ? {} : { criterion }), reason },
      audience: audiences.released,
    });
  }),

  'evidence.discard': (state, actor, { evidence }) => {
    const item = state.observation.evidence.items[evidence];
    if (!item || item.by !== actor.id) return refused('evidence.absent');
    if (item.state === 'discarded') return nothing;
    if (item.state !== 'uploading') return refused('evidence.decided');
    return decided({ type: 'evidence.discarded', data: { evidence, reason: 'cancelled' }, audience: audiences.custody });
  },
};

/** A still is taken in a zone, under its consents; a page or a file shows no place, and only a pause stands in its way. */
function barFor(origin: Pick<Origin, 'kind'>, zoneBar: () => ErrorCode | undefined, paused: boolean): ErrorCode | undefined {
  if (origin.kind === 'still') return zoneBar();
  return paused ? 'capture.paused' : undefined;
}

/** A client chooses the id of what it makes; with that of another version it could pass for it. */
function hasVersion(item: Evidence, id: VersionId): boolean {
  return item.versions.some((one) => one.id === id);
}

/** Whether either picture of a mask is one of the original's, from which nothing has been burnt out. */
function showsOriginal(item: Evidence, mask: Pictured): boolean {
  const hashes = ({ content, thumbnail }: Pictured): string[] => [content.hash, ...(thumbnail ? [thumbnail.hash] : [])];
  const original = item.versions[0]?.pictured;
  return original !== undefined && hashes(mask).some((hash) => hashes(original).includes(hash));
}

/** The version whose bytes a mark-up lies over. */
function baseOf(item: Evidence, version: Version): Version {
  if (version.kind !== 'markup') return version;
  return baseOf(item, item.versions.find((one) => one.id === version.of) ?? item.versions[0]!);
}

/** An item about which the operator has not said the last word: what was released stays so. */
function undecided(state: SessionState, id: string, then: (item: Evidence) => Decision): Decision {
  const item = state.observation.evidence.items[id];
  if (!item) return refused('evidence.absent');
  if (item.state === 'discarded') return refused('evidence.discarded');
  return item.state === 'released' ? refused('evidence.decided') : then(item);
}
