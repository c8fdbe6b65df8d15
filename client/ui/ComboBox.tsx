import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components/ComboBox';
import { useTranslation } from 'react-i18next';
import { cx } from './cx.ts';
import { FieldError } from './Field.tsx';
import type { FieldProps } from './Field.tsx';
import { Icon } from './icons.tsx';
import type { Option } from './Select.tsx';
import { useOverlayHost } from './overlayHost.ts';
import field from './Field.module.css';
import css from './Popover.module.css';

interface Props<V extends string> extends FieldProps {
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly placeholder?: string;
  /** The options come from outside for what is typed; else they are searched here. */
  readonly onSearch?: (text: string) => void;
  /** Choosing adds to a list elsewhere: the field is empty again. */
  readonly picks?: boolean;
  readonly disabled?: boolean;
}

const most = 60;

/** One of many, found by typing a part of its name. */
export function ComboBox<V extends string>({
  label, hint, error, options, value, onChange, placeholder, onSearch, picks = false, disabled = false,
}: Props<V>): ReactNode {
  const { t } = useTranslation('common');
  const chosen = options.find((option) => option.value === value)?.label ?? '';
  // What is typed rules until something is chosen or the field is left.
  const [typed, setTyped] = useState<string>();
  const text = typed ?? chosen;
  // A pick is the field's value for one drawing, which closes the list; and the list stays closed until the person does
  // something again, else the emptied field would open it.
  const [picked, setPicked] = useState<V>();
  const [isQuiet, setQuiet] = useState(false);
  const shown = onSearch ? options : typed === undefined || typed === chosen ? chosenFirst(options, value) : options.filter((option) => matches(option, typed));
  return (
    <AriaComboBox
      className={field['field'] ?? ''} items={shown.slice(0, onSearch ? undefined : most)} inputValue={text} value={picked ?? (picks ? null : value ?? null)}
      menuTrigger={isQuiet ? 'manual' : 'focus'} onKeyDown={() => setQuiet(false)} allowsEmptyCollection isDisabled={disabled} isInvalid={error !== undefined}
      onInputChange={(next) => {
        if (next === text) return;
        setTyped(next);
        onSearch?.(next);
      }}
      onChange={(key) => {
        if (key === null || Array.isArray(key)) return;
        setTyped(undefined);
        if (picks) {
          setPicked(key as V);
          setQuiet(true);
          onSearch?.('');
        }
        onChange(key as V);
      }}
      onOpenChange={(open) => !open && setPicked(undefined)}
      onBlur={() => {
        setTyped(undefined);
        setQuiet(false);
      }}
    >
      <Label className={field['label'] ?? ''}>{label}</Label>
      {hint !== undefined && <Text slot="description" className={field['hint'] ?? ''}>{hint}</Text>}
      <div className={css['combo']}>
        <Input className={field['input'] ?? ''} placeholder={placeholder ?? ''} />
        <AriaButton className={css['open'] ?? ''}><Icon name={picks ? 'search' : 'down'} size={18} /></AriaButton>
      </div>
      {error !== undefined && <FieldError>{error}</FieldError>}
      <Popover {...useOverlayHost()} className={cx(css['popover'])}>
        <ListBox<Option<V>> className={css['list'] ?? ''} renderEmptyState={() => <div className={css['empty']}>{t('nothingFound')}</div>}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={css['item'] ?? ''}>
              <span className={css['words']}>{option.label}{option.detail !== undefined && <span className={css['detail']}>{option.detail}</span>}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

function chosenFirst<V extends string>(options: readonly Option<V>[], value: V | undefined): readonly Option<V>[] {
  const chosen = options.find((option) => option.value === value);
  return chosen && options.length > most ? [chosen, ...options.filter((option) => option !== chosen)] : options;
}

function matches(option: Option, text: string): boolean {
  const plain = (part: string): string => part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain(`${option.label} ${option.detail ?? ''} ${option.value}`).includes(plain(text.trim()));
}
