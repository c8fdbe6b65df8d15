import { picturedOf } from '../../../protocol/observation/evidence.ts';
import type { Content, Evidence, EvidenceRoom, Released, Version, Withheld } from '../../../protocol/observation/evidence.ts';
import { extensionOf } from '../evidence/signature.ts';

/** notStored: its bytes have not arrived yet; discarded: given up, or consent was withdrawn; lost: the store does not have what it should. */
type Absence = 'notStored' | 'discarded' | 'lost';

interface PackagedVersion {
  readonly id: string;
  readonly kind: Version['kind'];
  /** The version that it was made of. */
  readonly of?: string;
  /** Of its bytes; a mark-up has none: its vectors stand in the log. */
  readonly sha256?: string;
  readonly bytes?: number;
  readonly mime?: string;
  /** Where in the package they are, or why they are not. */
  readonly file?: string;
  readonly absent?: Absence;
}

export interface PackagedItem {
  readonly id: string;
  readonly number: number;
  readonly kind: Evidence['kind'];
  /** Not told of what was withheld from the holder. */
  readonly title?: string;
  readonly capturedAt: number;
  readonly state: 'undecided' | 'released' | 'withheld' | 'discarded';
  readonly reason?: string;
  /** The version whose bytes were released, and SHA-256 of the untouched original. */
  readonly released?: string;
  readonly original?: string;
  readonly versions: readonly PackagedVersion[];
}

/** A content file to be packed; `mtime` in ms. */
interface PackagedFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
  readonly mtime: number;
}

export interface Contents {
  readonly items: readonly PackagedItem[];
  readonly files: readonly PackagedFile[];
}

/** Everything, for who has custody. `has` asks the store for a file. */
export async function wholeContents({ items, released }: EvidenceRoom, has: (hash: string) => Promise<boolean>): Promise<Contents> {
  return packed(Object.values(items).map((one): Wanted => {
    const { id, number, kind, title, capturedAt, state, reason } = one;
    const out = released[id];
    return {
      item: {
        id, number, kind, title, capturedAt, state: state === 'uploading' || state === 'review' ? 'undecided' : state,
        ...(reason === undefined ? {} : { reason }), ...(out === undefined ? {} : { released: out.version, original: out.original }),
      },
      versions: one.versions.map((version) => ({ version, content: version.kind === 'markup' ? undefined : picturedOf(one, version.id)?.content, absent: absence(one, version) })),
    };
  }), has);
}

/** What was released and no more, for everybody else. */
export async function releasedContents({ released, withheld }: EvidenceRoom, has: (hash: string) => Promise<boolean>): Promise<Contents> {
  return packed([...Object.values(released).map(ofReleased), ...Object.values(withheld).map(ofWithheld)], has);
}

interface Wanted {
  readonly item: Omit<PackagedItem, 'versions'>;
  readonly versions: readonly { readonly version: Pick<Version, 'id' | 'kind' | 'of'>; readonly content?: Content; readonly absent?: Absence }[];
}

function ofReleased(one: Released): Wanted {
  const { id, number, kind, title, capturedAt, version, original, masked } = one;
  return {
    item: { id, number, kind, title, capturedAt, state: 'released', released: version, original },
    versions: [
      { version: { id: version, kind: masked ? 'mask' : 'original' }, content: one.pictured.content },
      ...one.markups.map((markup) => ({ version: markup })),
    ],
  };
}

function ofWithheld({ id, number, kind, capturedAt, reason }: Withheld): Wanted {
  return { item: { id, number, kind, capturedAt, state: 'withheld', reason }, versions: [] };
}

function absence({ state }: Evidence, { kind, stored }: Version): Absence | undefined {
  if (kind === 'markup') return undefined;
  if (state === 'discarded') return 'discarded';
  return stored.includes('content') ? undefined : 'notStored';
}

async function packed(wanted: readonly Wanted[], has: (hash: string) => Promise<boolean>): Promise<Contents> {
  const items: PackagedItem[] = [];
  const files: PackagedFile[] = [];
  for (const { item, versions } of wanted.toSorted((a, b) => a.item.number - b.item.number)) {
    const told: PackagedVersion[] = [];
    for (const [index, { version: { id, kind, of }, content, absent }] of versions.entries()) {
      const about = { id, kind, ...(of === undefined ? {} : { of }) };
      if (!content) {
        told.push(about);
        continue;
      }
      const { hash, bytes, mime } = content;
      const described = { ...about, sha256: hash, bytes, mime };
      const missing = absent ?? (await has(hash) ? undefined : 'lost');
      if (missing) {
        told.push({ ...described, absent: missing });
        continue;
      }
      const path = pathOf(item.number, kind, index, mime);
      files.push({ path, hash, bytes, mtime: item.capturedAt });
      told.push({ ...described, file: path });
    }
    items.push({ ...item, versions: told });
  }
  return { items, files };
}

/** originals/0007.jpg and versions/0007-2.jpg, by the number by which people call the item. */
function pathOf(number: number, kind: Version['kind'], index: number, mime: string): string {
  const name = String(number).padStart(4, '0');
  return kind === 'original' ? `originals/${name}.${extensionOf(mime)}` : `versions/${name}-${index + 1}.${extensionOf(mime)}`;
}
