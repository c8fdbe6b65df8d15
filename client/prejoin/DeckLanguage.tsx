import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale.ts';
import { useMe, useSession } from '../live/context.tsx';
import { Icon } from '../ui/icons.tsx';
import { nameOfLanguage } from '../ui/names.ts';
import css from './DeviceSelect.module.css';

/** The language in which one sees decks that have it; with one language there is nothing to choose. */
export function DeckLanguage({ value, onChange }: { readonly value: string | undefined; readonly onChange: (language: string) => void }): ReactNode {
  const { t } = useTranslation('prejoin');
  const id = useId();
  const locale = useLocale();
  const me = useMe();
  const languages = useSession((state) => state.session.languages);
  const [chosen, setChosen] = useState(value ?? me.language);
  const options = [...new Set([me.language, chosen, ...languages])];
  if (options.length < 2) return null;
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{t('deckLanguage')}</label>
      <div className={css['box']}>
        <select
          id={id} value={chosen}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            onChange(event.currentTarget.value);
          }}
        >
          {options.map((tag) => <option key={tag} value={tag}>{nameOfLanguage(tag, locale)}</option>)}
        </select>
        <Icon name="down" size={18} />
      </div>
    </div>
  );
}
