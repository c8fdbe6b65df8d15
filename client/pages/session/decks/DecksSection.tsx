import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../../protocol/live/decks.ts';
import type { SessionInfo } from '../../../../protocol/live/session.ts';
import { useRefresh } from '../../../app/queries.ts';
import { UploadDialog } from '../../../deck/upload/UploadDialog.tsx';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { DeckRow } from './DeckRow.tsx';
import shared from '../../shared/shared.module.css';
import css from './decks.module.css';

interface Props {
  readonly info: SessionInfo;
  readonly decks: readonly Deck[];
  readonly mayManage: boolean;
}

/** The decks of a session with their language versions. */
export function DecksSection({ info, decks, mayManage }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const refresh = useRefresh();
  const [uploads, setUploads] = useState<{ readonly deck?: Deck }>();
  return (
    <section className={shared['section']}>
      <div className={shared['sectionHead']}>
        <h2>{t('decks.title')}</h2>
        {mayManage && <Button look="line" icon="upload" onClick={() => setUploads({})}>{t('decks.upload')}</Button>}
      </div>
      {decks.length === 0
        ? <EmptyState icon="slides" title={t('decks.none.title')}>{mayManage ? t('decks.none.manage') : t('decks.none.wait')}</EmptyState>
        : (
          <ul className={css['decks']}>
            {decks.map((deck) => <DeckRow key={deck.id} session={info.id} deck={deck} mayManage={mayManage} onAddVersion={() => setUploads({ deck })} />)}
          </ul>
        )}
      {uploads && <UploadDialog info={info} deck={uploads.deck} onClose={() => setUploads(undefined)} onDone={() => void refresh('session')} />}
    </section>
  );
}
