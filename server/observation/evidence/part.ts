import { accept, refuse } from '../../../protocol/errors.ts';
import type { Result } from '../../../protocol/errors.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { captureBar } from '../../../protocol/observation/consents.ts';
import type { CaptureBar } from '../../../protocol/observation/consents.ts';
import { parts } from '../../../protocol/observation/evidence.ts';
import type { Content, Evidence, Part, Version } from '../../../protocol/observation/evidence.ts';
import { authorise } from '../../live/authorise.ts';

/** One file of one version of an item: what a call is about. */
export interface PartAddress {
  readonly session: string;
  readonly evidence: string;
  readonly version: string;
  readonly part: Part;
}

export interface KnownPart {
  readonly address: PartAddress;
  readonly item: Evidence;
  readonly version: Version;
  readonly content: Content;
  readonly isStored: boolean;
}

/** The name of a part's upload, and of the record that its file is needed. */
export function nameOf({ session, evidence, version, part }: PartAddress): string {
  return `${session}.${evidence}.${version}.${part}`;
}

/** The part that an upload is of; others than evidence have uploads of other names. */
export function namedPart(name: string): PartAddress | undefined {
  const [session = '', evidence = '', version = '', its, ...more] = name.split('.');
  const part = parts.find((one) => one === its);
  return part && more.length === 0 ? { session, evidence, version, part } : undefined;
}

export function addressOf(params: Readonly<Record<string, string>>): Result<PartAddress> {
  const { session = '', evidence = '', version = '' } = params;
  const part = parts.find((one) => one === params['part']);
  return part ? accept({ session, evidence, version, part }) : refuse('evidence.absent', 'part');
}

/** The part as the state knows it. Refused: evidence.absent. */
export function partOf({ observation }: SessionState, address: PartAddress): Result<KnownPart> {
  // A path may name anything, an object's own methods included.
  const { items } = observation.evidence;
  const item = Object.hasOwn(items, address.evidence) ? items[address.evidence] : undefined;
  const version = item?.versions.find((one) => one.id === address.version);
  const content = version?.pictured?.[address.part];
  if (!item || !version || !content) return refuse('evidence.absent');
  return accept({ address, item, version, content, isStored: version.stored.includes(address.part) });
}

export function partsOf(session: string, { id: evidence, versions }: Evidence): readonly PartAddress[] {
  return versions.flatMap(({ id: version, pictured }) => pictured
    ? parts.filter((part) => pictured[part] !== undefined).map((part) => ({ session, evidence, version, part }))
    : []);
}

/**
 * The part whose bytes somebody sends, as things stand now. To all but its maker there is no such part. Refused as well:
 * capture.*, when a consent has gone since it was captured, and evidence.discarded.
 */
export function sendable(state: SessionState, who: ParticipantId, address: PartAddress): Result<KnownPart> {
  const allowed = authorise(state, who, { permission: 'evidence.capture', from: 'seat', phases: ['open', 'live', 'ended'] });
  if (!allowed.ok) return allowed;
  const found = partOf(state, address);
  if (!found.ok) return found;
  const { item, version } = found.value;
  if (version.by !== who) return refuse('evidence.absent');
  const bar = barOf(state, item);
  if (bar) return refuse(bar);
  return item.state === 'discarded' ? refuse('evidence.discarded') : found;
}

/** A pause is for new captures; what was taken before it may still arrive. */
function barOf({ observation: { plan, consents } }: SessionState, { kind, state, zone, reason }: Evidence): CaptureBar | undefined {
  const isOpen = state === 'uploading' || (state === 'discarded' && reason === 'consent');
  return kind === 'still' && isOpen ? captureBar(plan, { ...consents, paused: false }, zone) : undefined;
}
