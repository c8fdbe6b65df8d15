import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../protocol/live/decks.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { OpenPdf } from '../pdf/openPdf.ts';
import { Thumbnails } from './Thumbnails.tsx';
import css from './overview.module.css';

interface Props {
  readonly deck: Deck;
  readonly pdf: OpenPdf;
  readonly page: number;
  readonly onPage: (page: number) => void;
  readonly onClose: () => void;
}

/** All pages, to choose one from. */
export function OverviewDialog({ deck, pdf, page, onPage, onClose }: Props): ReactNode {
  const { t } = useTranslation('deck');
  return (
    <Dialog title={t('overviewOf', { title: deck.title })} onClose={onClose} wide>
      <div className={css['dialog']}>
        <Thumbnails
          deck={deck} pdf={pdf} page={page} focused
          onPage={(to) => {
            onPage(to);
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
}
