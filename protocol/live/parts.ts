import type { KindName } from '../kinds.ts';
import { kinds } from '../kinds.ts';
import type { Assessment } from '../assessment/meeting/meeting.ts';
import type { CaseFile } from '../assessment/case/case.ts';
import type { LiveClass } from '../class/class.ts';
import type { Ceremony } from '../ceremony/ceremony.ts';
import type { Observation } from '../observation/observation.ts';
import type { Permission } from '../permissions.ts';
import type { SessionEvent } from './event.ts';
import type { Participant } from './participants.ts';
import type { SessionState } from './state.ts';

/** What capabilities keep in a session's state, by name. A kind says which of them its sessions have (kinds.ts). */
export interface Parts {
  readonly observation: Observation;
  readonly ceremony: Ceremony;
  readonly case: CaseFile;
  readonly assessment: Assessment;
  readonly class: LiveClass;
}

export type PartName = keyof Parts;

/**
 * A capability's part of the state. It is registered and not imported, so that a page loads the part of its own kind alone;
 * the server and the tests register all (protocol/parts.ts).
 */
export interface Part<N extends PartName> {
  readonly name: N;
  /** What a session of another kind has, and one of its own kind before anything happened. */
  readonly initial: Parts[N];
  /** Pure. `before` is the state without this event, for what depends on people and rooms. */
  readonly reduce: (part: Parts[N], event: SessionEvent, before: SessionState) => Parts[N];
  /** The part for one pair of eyes that are inside. It equals the fold of the events that they could see. */
  readonly project: (part: Parts[N], viewer: Participant, holds: (permission: Permission) => boolean, state: SessionState) => Parts[N];
}

type AnyPart = { readonly [N in PartName]: Part<N> }[PartName];

const registered = new Map<PartName, AnyPart>();

export function registerPart<N extends PartName>(part: Part<N>): void {
  registered.set(part.name, part as unknown as AnyPart);
}

export function initialParts(): Parts {
  return Object.fromEntries([...registered].map(([name, part]) => [name, part.initial])) as unknown as Parts;
}

/** The parts of this kind after an event. Throws when one of them was not loaded, rather than let two states differ. */
export function reduceParts(before: SessionState, event: SessionEvent, kind: KindName): Partial<Parts> {
  return eachPart(kind, (part) => part.reduce(before[part.name] as never, event, before));
}

export function projectParts(state: SessionState, viewer: Participant, holds: (permission: Permission) => boolean): Partial<Parts> {
  return eachPart(state.session.kind, (part) => part.project(state[part.name] as never, viewer, holds, state));
}

function eachPart(kind: KindName, make: (part: AnyPart) => unknown): Partial<Parts> {
  const parts = partsOf(kind);
  return parts.length === 0 ? none : Object.fromEntries(parts.map((part) => [part.name, make(part)]));
}

const none: Partial<Parts> = {};

function partsOf(kind: KindName): readonly AnyPart[] {
  const names: readonly PartName[] = kinds[kind].parts;
  return names.map((name) => {
    const part = registered.get(name);
    if (part === undefined) throw new Error(`the part ${name} of the kind ${kind} is not loaded`);
    return part;
  });
}
