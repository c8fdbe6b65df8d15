import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLocale } from '../i18n/useLocale.ts';
import { ComboBox } from './ComboBox.tsx';
import type { FieldProps } from './Field.tsx';
import { countryCodes, nameOfCountry } from './names.ts';

/** A country, found by its name in the language of the screen. */
export function CountryField({ value, onChange, ...field }: FieldProps & { readonly value: string | undefined; readonly onChange: (code: string) => void }): ReactNode {
  const locale = useLocale();
  const options = useMemo(
    () => countryCodes.map((code) => ({ value: code, label: nameOfCountry(code, locale) })).toSorted((a, b) => a.label.localeCompare(b.label, locale)),
    [locale],
  );
  return <ComboBox {...field} options={options} value={value} onChange={onChange} />;
}
