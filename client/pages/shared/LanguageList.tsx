import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/useLocale.ts';
import { ComboBox } from '../../ui/ComboBox.tsx';
import { Icon } from '../../ui/icons.tsx';
import { nameOfLanguage, sessionLanguages } from '../../ui/names.ts';
import css from './LanguageList.module.css';

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
}

const most = 8;

/** Some languages, added one by one and taken off again. */
export function LanguageList({ label, hint, error, value, onChange }: Props): ReactNode {
  const { t } = useTranslation('pages');
  const locale = useLocale();
  const left = sessionLanguages.filter((tag) => !value.includes(tag));
  return (
    <div className={css['field']}>
      <ComboBox
        label={label} hint={hint} error={error} picks value={undefined} placeholder={t('languages.add')} disabled={value.length >= most}
        options={left.map((tag) => ({ value: tag, label: nameOfLanguage(tag, locale), detail: nameOfLanguage(tag, tag) }))}
        onChange={(tag) => onChange([...value, tag])}
      />
      {value.length > 0 && (
        <ul className={css['list']}>
          {value.map((tag) => (
            <li key={tag} className={css['tag']}>
              {nameOfLanguage(tag, locale)}
              <button type="button" className={css['remove']} aria-label={t('languages.remove', { name: nameOfLanguage(tag, locale) })} onClick={() => onChange(value.filter((one) => one !== tag))}>
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
