import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../protocol/live/decks.ts';
import { emptyStage } from '../../../protocol/live/stage.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useMay, useMe, useSession } from '../../live/context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLocale } from '../../i18n/useLocale.ts';
import { UploadDialog } from '../upload/UploadDialog.tsx';
import { DeckItem } from './DeckItem.tsx';
import css from './panel.module.css';

interface Props {
  /** A deck was put on the stage. */
  readonly onPresent?: () => void;
}

/** The decks of the session: presenting one, and adding more in the middle of it. */
export function DeckList({ onPresent }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const locale = useLocale();
  const info = useSession(useCallback((state: SessionState) => state.session, []));
  const all = useSession(useCallback((state: SessionState) => state.decks, []));
  const { room } = useMe();
  const stage = useSession(useCallback((state: SessionState) => state.stages[room] ?? emptyStage, [room]));
  const mayManage = useMay('deck.manage');
  const [uploads, setUploads] = useState<{ readonly deck?: Deck }>();
  const decks = useMemo(() => Object.values(all).toSorted((a, b) => a.title.localeCompare(b.title, locale, { numeric: true })), [all, locale]);
  return (
    <div className={css['list']}>
      {decks.length === 0
        ? <EmptyState icon="slides" title={t('panel.none')}>{mayManage ? t('panel.noneManage') : t('panel.noneWait')}</EmptyState>
        : (
          <ul className={css['decks']}>
            {decks.map((deck) => (
              <DeckItem key={deck.id} deck={deck} stage={stage} onPresent={onPresent} onAddVersion={() => setUploads({ deck })} />
            ))}
          </ul>
        )}
      {mayManage && <Button look={decks.length === 0 ? 'primary' : 'line'} icon="upload" wide onClick={() => setUploads({})}>{t('panel.upload')}</Button>}
      {uploads && <UploadDialog info={info} deck={uploads.deck} onClose={() => setUploads(undefined)} />}
    </div>
  );
}
