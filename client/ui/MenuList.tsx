import type { ReactNode, RefObject } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components/Menu';
import { cx } from './cx.ts';
import { Icon } from './icons.tsx';
import type { MenuGroup } from './Menu.tsx';
import { useOverlayHost } from './overlayHost.ts';
import css from './Popover.module.css';

interface Props {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly trigger: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
}

/** The open list of a Menu. */
export default function MenuList({ label, groups, trigger, onClose }: Props): ReactNode {
  const shown = groups.filter((group) => group.entries.length > 0);
  return (
    <Popover {...useOverlayHost()} className={css['popover'] ?? ''} triggerRef={trigger} isOpen onOpenChange={(open) => !open && onClose()} aria-label={label}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that was asked for takes the focus, as its pattern says */}
      <AriaMenu className={css['list'] ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
        {shown.map((group, index) => <Group key={group.id} menu={label} group={group} divided={index > 0} />)}
      </AriaMenu>
    </Popover>
  );
}

function Group({ menu, group, divided }: { readonly menu: string; readonly group: MenuGroup; readonly divided: boolean }): ReactNode {
  const selects = group.selected === undefined ? {} : { selectionMode: 'single' as const, selectedKeys: [group.selected], disallowEmptySelection: true };
  return (
    <>
      {divided && <Separator className={css['separator'] ?? ''} />}
      <MenuSection {...selects} aria-label={group.label ?? menu}>
        {group.label !== undefined && <Header className={css['header'] ?? ''}>{group.label}</Header>}
        {group.entries.map((entry) => (
          <MenuItem
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
          </MenuItem>
        ))}
      </MenuSection>
    </>
  );
}
