import type { ReactNode } from 'react';
import { DatePicker } from 'react-aria-components/DatePicker';
import type { FieldProps } from './Field.tsx';
import { PickerParts } from './PickerParts.tsx';
import { atWall, onWall } from './wallTime.ts';
import field from './Field.module.css';

interface Props extends FieldProps {
  /** ms since the epoch; undefined while it is not complete. */
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  /** The zone in which the date and time are read. */
  readonly zone: string;
}

/** A date and a time of day on the walls of a zone, by keyboard or from a calendar. */
export function DateTimeField({ label, hint, error, value, onChange, zone }: Props): ReactNode {
  return (
    <DatePicker
      className={field['field'] ?? ''} granularity="minute" hourCycle={24} hideTimeZone shouldForceLeadingZeros isInvalid={error !== undefined}
      value={value === undefined ? null : onWall(value, zone)}
      onChange={(next) => onChange(next ? atWall(next, zone) : undefined)}
    >
      <PickerParts label={label} hint={hint} error={error} />
    </DatePicker>
  );
}
