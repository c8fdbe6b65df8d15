import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../media/model.ts';
import { Icon } from '../ui/icons.tsx';
import css from './DeviceSelect.module.css';

interface Props {
  readonly label: string;
  readonly devices: readonly Device[];
  /** Absent: the system's default. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** A device from a list. The system's own list: on a phone it is the one that people know and reach with a thumb. */
export function DeviceSelect({ label, devices, chosen, onChoose }: Props): ReactNode {
  const { t } = useTranslation('prejoin');
  const id = useId();
  const known = devices.some((one) => one.id === chosen);
  return (
    <div className={css['field']}>
      <label htmlFor={id}>{label}</label>
      <div className={css['box']}>
        <select id={id} value={known ? chosen : ''} disabled={devices.length === 0} onChange={(event) => onChoose(event.currentTarget.value)}>
          {!known && <option value="">{t(devices.length === 0 ? 'devices.none' : 'devices.default')}</option>}
          {devices.map((one, index) => <option key={one.id} value={one.id}>{one.label || t('devices.unnamed', { number: index + 1 })}</option>)}
        </select>
        <Icon name="down" size={18} />
      </div>
    </div>
  );
}
