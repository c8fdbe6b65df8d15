import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { kinds } from '../../../protocol/kinds.ts';
import type { KindName } from '../../../protocol/kinds.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './Schedule.module.css';

/** What stands open is opened from a page of its own. */
const names = (Object.keys(kinds) as KindName[]).filter((name) => !kinds[name].standing);

/** What kind of session it is to be; it decides the roles. */
export function KindChoice({ value, onChange }: { readonly value: KindName; readonly onChange: (kind: KindName) => void }): ReactNode {
  const { t } = useTranslation(['pages', 'kinds']);
  return (
    <fieldset className={css['kinds']}>
      <legend>{t('schedule.kind')}</legend>
      {names.map((name) => (
        <label key={name} className={css['kind']}>
          <input type="radio" name="kind" value={name} checked={value === name} onChange={() => onChange(name)} />
          <b>{t(`kinds:kind.${name}`)}<Icon name="check" size={18} /></b>
          <span>{t(`kinds:about.${name}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
