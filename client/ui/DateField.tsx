import { parseDate } from '@internationalized/date';
import type { ReactNode } from 'react';
import { DatePicker } from 'react-aria-components/DatePicker';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './Field.tsx';
import { PickerParts } from './PickerParts.tsx';
import field from './Field.module.css';

interface Props extends FieldProps {
  /** A day of the calendar without a zone, 2026-11-25; undefined: none. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A day, by keyboard or from a calendar. */
export function DateField({ label, hint, error, optional = false, value, onChange }: Props): ReactNode {
  const { t } = useTranslation('common');
  return (
    <DatePicker
      className={field['field'] ?? ''} granularity="day" shouldForceLeadingZeros isInvalid={error !== undefined}
      value={value === undefined ? null : parseDate(value)}
      onChange={(next) => onChange(next?.toString())}
    >
      <PickerParts label={optional ? <>{label}<span className={field['optional']}> ({t('optional')})</span></> : label} hint={hint} error={error} />
    </DatePicker>
  );
}
