import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MenuGroup } from '../../ui/Menu.tsx';
import { nameOfLanguage } from '../../ui/names.ts';
import { useLocale } from '../../i18n/useLocale.ts';
import { useDeckView } from '../view/useDeckView.ts';
import type { Rights, StageNow } from '../view/useDeckView.ts';

/** The language versions of the deck, mine ticked. Empty when there is one alone. */
export function useLanguageGroup({ deck, version }: StageNow): readonly MenuGroup[] {
  const { t } = useTranslation('deck');
  const locale = useLocale();
  const view = useDeckView();
  return useMemo(() => deck.versions.length < 2 ? [] : [{
    id: 'language', label: t('language.label'), selected: version.language,
    entries: deck.versions.map(({ language }) => ({
      id: language, label: nameOfLanguage(language, locale), detail: nameOfLanguage(language, language),
      onAction: () => void view.language(language),
    })),
  }], [deck, version, locale, view, t]);
}

interface Dialogs {
  readonly onDecks: () => void;
  readonly onHand: () => void;
  readonly mayChoose: boolean;
}

/** What is done with presenting itself. */
export function usePresentingGroup({ deck, presenter }: StageNow, page: number, rights: Rights, { onDecks, onHand, mayChoose }: Dialogs): readonly MenuGroup[] {
  const { t } = useTranslation('deck');
  const view = useDeckView();
  const away = presenter?.presence !== 'in';
  const entries: readonly (MenuGroup['entries'][number] | false)[] = [
    rights.take && { id: 'take', icon: 'slides', label: t('present.take'), onAction: () => void view.take() },
    !rights.take && !rights.presenting && rights.present && away
      && { id: 'again', icon: 'slides', label: t('present.goOn'), onAction: () => void view.present(deck.id, page) },
    rights.lead && { id: 'hand', icon: 'person', label: t('present.hand'), onAction: onHand },
    mayChoose && { id: 'decks', icon: 'document', label: t('present.other'), onAction: onDecks },
    rights.lead && { id: 'stop', icon: 'close', label: t('present.stop'), danger: true, onAction: () => void view.stop() },
  ];
  return [{ id: 'presenting', label: t('present.label'), entries: entries.filter((entry) => entry !== false) }];
}
