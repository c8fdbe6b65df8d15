import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { address } from '../../app/address.ts';
import { Icon } from '../../ui/icons.tsx';
import { captureQueueOf } from '../capture/queues.ts';
import { useVisit } from '../source.tsx';
import type { OwnCapture } from './ownCaptures.ts';
import css from './Captures.module.css';

/** The small picture: from the device as long as it is there, then from the server. */
export function CaptureThumbnail({ capture }: { readonly capture: OwnCapture }): ReactNode {
  const { session, me } = useVisit();
  const { id, isHere, stored, state } = capture;
  const [local, setLocal] = useState<string>();
  const hasBytes = isHere && state !== 'deleted';
  useEffect(() => {
    if (!hasBytes) return undefined;
    let url: string | undefined;
    let gone = false;
    const show = async (): Promise<void> => {
      const blob = await captureQueueOf(session.id, me.id).blob(id, 'thumbnail');
      if (!blob || gone) return;
      url = URL.createObjectURL(blob);
      setLocal(url);
    };
    void show();
    return () => {
      gone = true;
      setLocal(undefined);
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [hasBytes, id, session.id, me.id]);
  const src = local ?? (stored.includes('thumbnail') ? address('evidenceFile', { session: session.id, evidence: id, version: id, part: 'thumbnail' }) : undefined);
  return (
    <span className={css['thumbnail']}>
      {src === undefined ? <Icon name={state === 'deleted' ? 'trash' : 'still'} size={20} /> : <img src={src} alt="" />}
    </span>
  );
}
