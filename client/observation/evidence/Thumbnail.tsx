import { useState } from 'react';
import type { ReactNode } from 'react';
import { address } from '../../app/address.ts';
import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { useVisit } from '../source.tsx';
import { firstPicture } from './list.ts';
import type { Entry } from './list.ts';
import css from './Evidence.module.css';

/** The small picture of an item, fetched when it comes near the screen; a sign where there is none to be seen. */
export function Thumbnail({ entry }: { readonly entry: Entry }): ReactNode {
  const { session } = useVisit();
  const [broken, setBroken] = useState<string>();
  const picture = firstPicture(entry);
  const src = picture?.hasThumbnail
    ? address('evidenceFile', { session: session.id, evidence: entry.id, version: picture.file, part: 'thumbnail' })
    : undefined;
  return (
    <span className={css['thumbnail']} data-thumbnail={src !== undefined && src !== broken}>
      {src !== undefined && src !== broken
        ? <img src={src} alt="" loading="lazy" decoding="async" onError={() => setBroken(src)} />
        : <Icon name={signOf(entry)} size={26} />}
    </span>
  );
}

function signOf({ state, kind, pictures }: Entry): IconName {
  if (pictures.length === 0) return 'lock';
  if (state === 'uploading') return 'upload';
  return kind === 'still' ? 'still' : 'document';
}
