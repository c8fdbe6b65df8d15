import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ComboBox } from './ComboBox.tsx';
import type { Option } from './Select.tsx';
import { offsetName } from './timeFormats.ts';
import { useZoneName } from './Times.tsx';

interface Props {
  readonly label?: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** A time zone, found by its city, its country's code or its distance from UTC. */
export function ZoneField({ label, hint, value, onChange }: Props): ReactNode {
  const { t } = useTranslation('common');
  const place = useZoneName();
  const [now] = useState(() => Date.now());
  const options = useMemo(() => {
    const zones = [...new Set([value, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
    const named = zones.map((zone): Option => ({ value: zone, label: place(zone), detail: `${offsetName(zone, now)} · ${zone}` }));
    return named.toSorted((a, b) => a.label.localeCompare(b.label));
  }, [place, value, now]);
  return <ComboBox label={label ?? t('zone')} hint={hint} options={options} value={value} onChange={onChange} />;
}
