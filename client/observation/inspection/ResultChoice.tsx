import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { results } from '../../../protocol/observation/inspections.ts';
import type { PointResult } from '../../../protocol/observation/inspections.ts';
import { cx } from '../../ui/cx.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './Inspection.module.css';

const icons = { conform: 'check', notConform: 'stop', notChecked: 'minus' } as const;

interface Props {
  readonly label: string;
  readonly value: PointResult | undefined;
  readonly disabled: boolean;
  readonly onChoose: (result: PointResult) => void;
}

/** Conform, not conform, not checked: large enough for a thumb in a glove. */
export function ResultChoice({ label, value, disabled, onChoose }: Props): ReactNode {
  const { t } = useTranslation('notebook');
  const name = useId();
  return (
    <fieldset className={css['results']} disabled={disabled}>
      <legend className={css['hidden']}>{label}</legend>
      {results.map((result) => (
        <label key={result} className={cx(css['result'], css[result], value === result && css['chosen'])}>
          <input type="radio" name={name} checked={value === result} onChange={() => onChoose(result)} />
          <Icon name={icons[result]} size={18} />
          <span>{t(`inspection.result.${result}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
