import type { ReactNode } from 'react';
import { useLive } from '../../live/context.tsx';
import { usePdf } from '../pdf/usePdf.ts';
import { useDeckView, useShown, useStageNow } from '../view/useDeckView.ts';
import type { StageNow } from '../view/useDeckView.ts';
import { Thumbnails } from './Thumbnails.tsx';
import css from './overview.module.css';

/** The pages of the deck on the stage, small, for a panel beside it. Nothing while there is no deck. */
export function DeckThumbnails(): ReactNode {
  const now = useStageNow();
  return now && <Panel now={now} />;
}

function Panel({ now: { stage, deck, version } }: { readonly now: StageNow }): ReactNode {
  const { session } = useLive();
  const view = useDeckView();
  const { page } = useShown(stage);
  const { pdf } = usePdf({ session, deck: deck.id, ...version });
  return <div className={css['panel']}>{pdf && <Thumbnails deck={deck} pdf={pdf} page={page} onPage={(to) => view.turn(to)} />}</div>;
}
