import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseTheme, useTheme } from '../../app/theme.ts';
import type { Theme } from '../../app/theme.ts';
import type { IconName } from '../../ui/icons.tsx';
import { Menu } from '../../ui/Menu.tsx';

const icons: Record<Theme, IconName> = { system: 'display', light: 'sun', dark: 'moon' };

/** Light, dark, or as the device has it. */
export function ThemeMenu(): ReactNode {
  const { t } = useTranslation('common');
  const theme = useTheme();
  const words: Record<Theme, string> = { system: t('theme.system'), light: t('theme.light'), dark: t('theme.dark') };
  return (
    <Menu
      label={t('theme.title')}
      trigger={{ icon: icons[theme] }}
      groups={[{
        id: 'themes', label: t('theme.title'), selected: theme,
        entries: (['system', 'light', 'dark'] as const).map((id) => ({ id, label: words[id], icon: icons[id], onAction: () => chooseTheme(id) })),
      }]}
    />
  );
}
