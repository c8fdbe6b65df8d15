import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStageNow } from '../view/useDeckView.ts';
import { DeckList } from './DeckList.tsx';
import css from './panel.module.css';

// The library for PDF comes when a deck is on the stage, not when the list is looked at.
const DeckThumbnails = lazy(async () => ({ default: (await import('../overview/DeckThumbnails.tsx')).DeckThumbnails }));

/** For the room's panel: the decks of the session, and the pages of the one on the stage. */
export function DeckPanel(): ReactNode {
  const { t } = useTranslation('deck');
  const now = useStageNow();
  return (
    <div className={css['panel']}>
      <div className={css['above']}><DeckList /></div>
      {now && (
        <section className={css['pages']} aria-label={t('overviewOf', { title: now.deck.title })}>
          <Suspense><DeckThumbnails now={now} /></Suspense>
        </section>
      )}
    </div>
  );
}
