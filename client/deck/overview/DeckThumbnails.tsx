import type { ReactNode } from 'react';
import { useLive } from '../../live/context.tsx';
import { usePdf } from '../pdf/usePdf.ts';
import { useDeckView, useShown } from '../view/useDeckView.ts';
import type { StageNow } from '../view/useDeckView.ts';
import { Thumbnails } from './Thumbnails.tsx';

/** The pages of the deck on the stage, small, for a panel beside it. */
export function DeckThumbnails({ now: { stage, deck, version } }: { readonly now: StageNow }): ReactNode {
  const { session } = useLive();
  const view = useDeckView();
  const { page } = useShown(stage);
  const { pdf } = usePdf({ session, deck: deck.id, ...version });
  return pdf && <Thumbnails deck={deck} pdf={pdf} page={page} onPage={(to) => view.turn(to)} />;
}
