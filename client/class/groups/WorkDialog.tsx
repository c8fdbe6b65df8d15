import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptWork } from '../../../protocol/class/groups.ts';
import { versionFor } from '../../../protocol/live/decks.ts';
import type { Deck, DeckVersion } from '../../../protocol/live/decks.ts';
import { MarksLayer } from '../../deck/ink/MarksLayer.tsx';
import { useMeasured, useShownPage } from '../../deck/pdf/useShownPage.ts';
import { usePdf } from '../../deck/pdf/usePdf.ts';
import { PageCanvas } from '../../deck/stage/PageCanvas.tsx';
import { useLive, useMe, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ProblemNotice } from '../../ui/ProblemNotice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import css from './Groups.module.css';

/** What a group made on its deck, as it was when the groups closed: for those who made it and for who leads the class. */
export default function WorkDialog({ work, onClose }: { readonly work: KeptWork; readonly onClose: () => void }): ReactNode {
  const { language } = useMe();
  const deck = useSession((state) => state.decks[work.deck]);
  const version = deck && versionFor(deck, language);
  return <Dialog title={work.name} onClose={onClose} wide>{deck && version && <Pages work={work} deck={deck} version={version} />}</Dialog>;
}

interface PagesProps {
  readonly work: KeptWork;
  readonly deck: Deck;
  readonly version: DeckVersion;
}

function Pages({ work, deck, version }: PagesProps): ReactNode {
  const { t } = useTranslation('deck');
  const { session } = useLive();
  const { pdf, status, again } = usePdf({ session, deck: deck.id, ...version });
  const [attach, room] = useMeasured();
  const [page, setPage] = useState(work.page);
  const shown = useShownPage(pdf, page, deck.pages, { width: Math.round(room.width * room.ratio), height: Math.round(room.width * 1.5 * room.ratio) });
  const name = t('pageOf', { page, pages: deck.pages });
  if (status.state === 'failed') return <ProblemNotice problem={status.problem} actions={<Button look="line" icon="refresh" onClick={again}>{t('again')}</Button>} />;
  return (
    <div className={css['pages']}>
      <div className={css['turning']}>
        <IconButton icon="previous" label={t('bar.previous')} disabled={page === 1} onClick={() => setPage(page - 1)} />
        <span role="status">{name}</span>
        <IconButton icon="next" label={t('bar.next')} disabled={page === deck.pages} onClick={() => setPage(page + 1)} />
      </div>
      <div ref={attach} className={css['paper']} dir="ltr" style={shown && { aspectRatio: `${shown.size.width} / ${shown.size.height}` }} role="img" aria-label={name} data-page={shown?.page}>
        {shown ? (
          <>
            <PageCanvas canvas={shown.canvas} />
            <MarksLayer marks={work.marks[shown.page] ?? []} aspect={shown.size.height / shown.size.width} />
          </>
        ) : <Spinner size={28} />}
      </div>
    </div>
  );
}
