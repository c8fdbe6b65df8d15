import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import type { PackagedItem } from './contents.ts';
import type { LogSummary } from './logView.ts';

export const PACKAGE_SCHEMA = 'gangway.evidence-package/1';

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a package says that it holds. verify.mjs holds it against the files and the log. Times are ms since the epoch. */
export interface Manifest {
  readonly schema: typeof PACKAGE_SCHEMA;
  readonly madeAt: number;
  readonly madeFor: Pick<Participant, 'id' | 'name' | 'role' | 'administrationName'>;
  /** custody: every item with all its versions; released: what the operator has released, and no more. */
  readonly view: 'custody' | 'released';
  readonly session: Pick<SessionInfo, 'id' | 'kind' | 'title' | 'administration' | 'startsAt' | 'endsAt' | 'zone' | 'startedAt' | 'endedAt'>;
  /** `entries` and `head`: the last entry that it holds, and its hash. Taking a package is the entry after it. */
  readonly log: { readonly file: 'log.jsonl'; readonly entries: number; readonly head: string; readonly closed: LogSummary['closed'] };
  /** The latest version; absent: none was written. `noPdf`: it could not be printed when the package was made. */
  readonly report?: { readonly number: number; readonly json: string; readonly pdf?: string; readonly noPdf?: true };
  readonly evidence: readonly PackagedItem[];
  /** Every file but manifest.json and manifest.sha256. */
  readonly files: readonly ListedFile[];
}

export function sessionFacts({ id, kind, title, administration, startsAt, endsAt, zone, startedAt, endedAt }: SessionInfo): Manifest['session'] {
  return {
    id, kind, title, administration, startsAt, endsAt, zone, ...(startedAt === undefined ? {} : { startedAt }), ...(endedAt === undefined ? {} : { endedAt }),
  };
}
