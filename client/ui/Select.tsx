import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue, Text } from 'react-aria-components/Select';
import { FieldError } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import { useOverlayHost } from './overlayHost.ts';
import field from './Field.module.css';
import css from './Popover.module.css';

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly detail?: string;
}

interface Props<V extends string> extends FieldProps {
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** The label is read but not shown, where its place says what it is. */
  readonly labelHidden?: boolean;
}

/** One of a few choices. For many, a ComboBox. */
export function Select<V extends string>({ label, hint, error, options, value, onChange, placeholder, disabled, labelHidden = false }: Props<V>): ReactNode {
  return (
    <AriaSelect
      className={field['field'] ?? ''} value={value ?? null} onChange={(key) => key !== null && onChange(key as V)} isInvalid={error !== undefined}
      placeholder={placeholder ?? ''} isDisabled={disabled ?? false} {...(labelHidden ? { 'aria-label': label } : {})}
    >
      {!labelHidden && <Label className={field['label'] ?? ''}>{label}</Label>}
      {hint !== undefined && <Text slot="description" className={field['hint'] ?? ''}>{hint}</Text>}
      <AriaButton className={cx(field['input'], css['trigger'])}>
        <SelectValue className={css['value'] ?? ''}>
          {({ isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : options.find((option) => option.value === value)?.label)}
        </SelectValue>
        <Icon name="down" size={18} />
      </AriaButton>
      {error !== undefined && <FieldError>{error}</FieldError>}
      <Popover {...useOverlayHost()} className={css['popover'] ?? ''}>
        <ListBox className={css['list'] ?? ''}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className={css['item'] ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={css['words']}>{option.label}{option.detail !== undefined && <span className={css['detail']}>{option.detail}</span>}</span>
                  {isSelected && <Icon name="check" />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
