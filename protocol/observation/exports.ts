import type { Role } from '../kinds.ts';
import type { SessionEvent } from '../live/event.ts';
import type { ParticipantId } from '../live/ids.ts';

/** Those who learn who took the evidence out of the house: who leads for each side, and whose evidence it is. */
export const exportWatchers: readonly Role[] = ['hostLead', 'leadObserver', 'operatorRepresentative'];

/** custody: every item with all its versions and the whole log; released: what the operator has released, and no more. */
type ExportView = 'custody' | 'released';

/** Somebody has fetched the package of evidence. */
export interface PackageExport {
  /** The entry of the log that says so; the package holds the log up to it. */
  readonly seq: number;
  readonly at: number;
  readonly by: ParticipantId;
  readonly view: ExportView;
  /** How many items went along. */
  readonly items: number;
}

/** The newest first, and no more than are looked at; the log has all of them. */
export type PackageExports = readonly PackageExport[];

export interface ExportEvents {
  'package.exported': { view: ExportView; items: number };
}

const KEPT = 100;

export const initialExports: PackageExports = [];

export function reduceExports(exports: PackageExports, event: SessionEvent): PackageExports {
  if (event.type !== 'package.exported') return exports;
  return [{ seq: event.seq, at: event.at, by: event.actor, ...event.data }, ...exports].slice(0, KEPT);
}
