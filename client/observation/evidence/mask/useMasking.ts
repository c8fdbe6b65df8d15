import { useCallback, useEffect, useRef, useState } from 'react';
import type { Region } from '../../../../protocol/observation/annotation.ts';
import type { EvidenceId, VersionId } from '../../../../protocol/observation/ids.ts';
import type { CommandInput } from '../../../../protocol/table.ts';
import { address } from '../../../app/address.ts';
import { canHash } from '../../capture/hash.ts';
import { pictureOf } from '../../capture/pictures.ts';
import { useVisit } from '../../source.tsx';
import type { MadeVersion, SendVersion } from '../useSendVersion.ts';
import { burn } from './burn.ts';
import type { DraftRegion } from './regions.ts';

/** How far a masked release is; failed: where it ended, with nothing let out. */
export type Masking =
  | { readonly step: 'idle' | 'burning' | 'sending' | 'releasing' }
  | { readonly step: 'failed'; readonly why: 'insecure' | 'picture' | 'drawing' | 'refused' | 'sending' };

/** JPEG and its thumbnail, which are among the types that the protocol takes. */
type MaskedPicture = CommandInput<'evidence.mask'>['pictured'];

interface Job {
  readonly evidence: EvidenceId;
  /** The version that is masked. */
  readonly of: VersionId;
  readonly regions: readonly DraftRegion[];
}

/**
 * Masks a picture and lets the masked one out, which happens only when the server holds its bytes. What was begun goes on when its
 * screen is left, because it was confirmed; when it fails, the item still waits for a decision. True once it is released.
 */
export function useMasking(send: SendVersion): readonly [Masking, (job: Job) => Promise<boolean>] {
  const { session, run } = useVisit();
  const [masking, setMasking] = useState<Masking>({ step: 'idle' });
  /** Made already, when the sending failed: it is not made twice. */
  const made = useRef<{ readonly key: string; readonly version: MadeVersion }>(undefined);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  const start = useCallback(async ({ evidence, of, regions }: Job): Promise<boolean> => {
    const tell = (next: Masking): void => {
      if (isHere.current) setMasking(next);
    };
    const fail = (why: Extract<Masking, { step: 'failed' }>['why']): false => {
      tell({ step: 'failed', why });
      return false;
    };
    if (!canHash()) return fail('insecure');
    tell({ step: 'burning' });
    const plain: readonly Region[] = regions.map(({ id: _own, ...region }) => region);
    const key = JSON.stringify([evidence, of, plain]);
    if (made.current?.key !== key) {
      const original = await fetchPicture(address('evidenceFile', { session: session.id, evidence, version: of, part: 'content' }));
      if (!original) return fail('picture');
      const masked = await burn(original, plain).then(pictureOf).catch(() => undefined);
      if (!masked) return fail('drawing');
      const version = await run('evidence.mask', { evidence, of, regions: [...plain], pictured: masked.pictured as MaskedPicture });
      if (version === undefined) return fail('refused');
      made.current = { key, version: { ...masked, evidence, version } };
    }
    tell({ step: 'sending' });
    const { version } = made.current;
    if (!(await send(version))) return fail('sending');
    made.current = undefined;
    tell({ step: 'releasing' });
    if ((await run('evidence.release', { evidence, version: version.version })) === undefined) return fail('refused');
    tell({ step: 'idle' });
    return isHere.current;
  }, [session.id, run, send]);
  return [masking, start];
}

async function fetchPicture(url: string): Promise<Blob | undefined> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    return response.ok ? await response.blob() : undefined;
  } catch {
    return undefined;
  }
}
