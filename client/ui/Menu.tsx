import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Header, Menu as AriaMenu, MenuItem as AriaMenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components/Menu';
import { cx } from './cx.ts';
import { buttonClass } from './Button.tsx';
import type { ButtonLook } from './Button.tsx';
import { iconButtonClass, IconButtonFace } from './IconButton.tsx';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';
import css from './Popover.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
  /** One of the group is chosen: it is ticked. */
  readonly selected?: string;
}

interface Props {
  /** What the button says; its name for screen readers when it is only an icon. */
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** A button with a word (with this look), an icon button, or an icon with its word under it. */
  readonly trigger?: { readonly look: ButtonLook; readonly icon?: IconName; readonly children?: ReactNode }
    | { readonly icon: IconName; readonly under?: boolean; readonly badge?: number; readonly state?: 'on' | 'off' };
}

/** A button that opens a list of things to do, or of choices. */
export function Menu({ label, groups, trigger = { icon: 'more' } }: Props): ReactNode {
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <MenuTrigger>
      {'look' in trigger
        ? <AriaButton className={buttonClass(trigger.look)} aria-label={trigger.children === undefined ? undefined : label}>{trigger.icon && <Icon name={trigger.icon} />}{trigger.children ?? label}</AriaButton>
        : (
          <AriaButton className={iconButtonClass(trigger.under, trigger.state)} aria-label={trigger.under ? undefined : label}>
            <IconButtonFace icon={trigger.icon} label={label} under={trigger.under ?? false} badge={trigger.badge} />
          </AriaButton>
        )}
      <Popover className={css['popover'] ?? ''}>
        <AriaMenu className={css['list'] ?? ''}>
          {shown.map((group, index) => <Group key={group.id} group={group} divided={index > 0} />)}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Group({ group, divided }: { readonly group: MenuGroup; readonly divided: boolean }): ReactNode {
  const selects = group.selected === undefined ? {} : { selectionMode: 'single' as const, selectedKeys: [group.selected], disallowEmptySelection: true };
  return (
    <>
      {divided && <Separator className={css['separator'] ?? ''} />}
      <MenuSection {...selects} aria-label={group.label ?? group.id}>
        {group.label !== undefined && <Header className={css['header'] ?? ''}>{group.label}</Header>}
        {group.entries.map((entry) => (
          <AriaMenuItem
            key={entry.id} id={entry.id} textValue={entry.label} isDisabled={entry.disabled} onAction={entry.onAction}
            className={cx(css['item'], entry.danger && css['danger'])}
          >
            {({ isSelected }) => (
              <>
                {entry.icon && <Icon name={entry.icon} />}
                <span className={css['words']}>{entry.label}{entry.detail !== undefined && <span className={css['detail']}>{entry.detail}</span>}</span>
                {isSelected && <Icon name="check" />}
              </>
            )}
          </AriaMenuItem>
        ))}
      </MenuSection>
    </>
  );
}
