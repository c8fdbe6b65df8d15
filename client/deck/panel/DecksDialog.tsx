import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { DeckList } from './DeckList.tsx';

/** The decks of the session, to choose another one while presenting. */
export function DecksDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('deck');
  return <Dialog title={t('panel.title')} onClose={onClose}><DeckList onPresent={onClose} /></Dialog>;
}
