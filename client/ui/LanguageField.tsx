import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLocale } from '../i18n/useLocale.ts';
import { ComboBox } from './ComboBox.tsx';
import type { FieldProps } from './Field.tsx';
import { nameOfLanguage, sessionLanguages } from './names.ts';

/** A language that people speak or slides are written in; not only those of the screen. */
export function LanguageField({ value, onChange, ...field }: FieldProps & { readonly value: string | undefined; readonly onChange: (tag: string) => void }): ReactNode {
  const locale = useLocale();
  const options = useMemo(() => {
    const tags = value === undefined || sessionLanguages.includes(value) ? sessionLanguages : [value, ...sessionLanguages];
    return tags.map((tag) => ({ value: tag, label: nameOfLanguage(tag, locale), detail: nameOfLanguage(tag, tag) }));
  }, [locale, value]);
  return <ComboBox {...field} options={options} value={value} onChange={onChange} />;
}
