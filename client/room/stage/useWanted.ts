import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { PublicationId } from '../../../protocol/live/ids.ts';
import { useRoom } from '../live/context.tsx';

/** Tells the media engine whether a tile is on screen and how wide, so that only what is seen is received. */
export function useWanted(element: RefObject<HTMLElement | null>, publication: PublicationId | undefined): void {
  const { media } = useRoom();
  useEffect(() => {
    const node = element.current;
    if (!node || publication === undefined) return undefined;
    let visible = true;
    let widthPx = node.clientWidth;
    let end = media.want(publication, { visible, widthPx });
    const tell = (): void => {
      // The new wish stands before the old one goes, so that the stream is never unwanted in between.
      const before = end;
      end = media.want(publication, { visible, widthPx });
      before();
    };
    const seen = new IntersectionObserver(([entry]) => {
      visible = entry?.isIntersecting ?? false;
      tell();
    });
    const sized = new ResizeObserver(() => {
      widthPx = node.clientWidth;
      tell();
    });
    seen.observe(node);
    sized.observe(node);
    return () => {
      seen.disconnect();
      sized.disconnect();
      end();
    };
  }, [element, media, publication]);
}
