import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../app/account.tsx';
import { api } from '../../app/api.ts';
import { languages, uiLanguages } from '../../i18n/languages.ts';
import type { UiLanguage } from '../../i18n/languages.ts';
import { changeUiLanguage } from '../../i18n/setup.ts';
import { useUiLanguage } from '../../i18n/useLocale.ts';
import { Menu } from '../../ui/Menu.tsx';
import css from './Layout.module.css';

/** The language of the screen; for a person it is their setting as well. */
export function LanguageMenu(): ReactNode {
  const { t } = useTranslation('common');
  const { me, become } = useAccount();
  const current = useUiLanguage();

  const choose = async (language: UiLanguage): Promise<void> => {
    await changeUiLanguage(language);
    if (!me.person) return;
    const saved = await api('changeMe', { body: { language } });
    // Not saved: the screen has changed all the same, and the next visit asks the setting again.
    if (saved.ok) await become(saved.value);
  };

  return (
    <Menu
      label={t('language')}
      trigger={{ look: 'bare', icon: 'globe', children: <span><span className={css['hidden']}>{`${t('language')}: `}</span><span className={css['word']}>{languages[current].name}</span></span> }}
      groups={[{
        id: 'languages', label: t('language'), selected: current,
        entries: uiLanguages.map((language) => ({ id: language, label: languages[language].name, onAction: () => void choose(language) })),
      }]}
    />
  );
}
