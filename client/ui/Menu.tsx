import { lazy, Suspense, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { buttonClass } from './Button.tsx';
import type { ButtonLook } from './Button.tsx';
import { iconButtonClass, IconButtonFace } from './IconButton.tsx';
import { Icon } from './icons.tsx';
import type { IconName } from './icons.tsx';

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
  /** Stands above the entries. */
  readonly label?: string;
  readonly entries: readonly MenuEntry[];
  /** One of the group is chosen: it is ticked. */
  readonly selected?: string;
}

interface Props {
  /** What the list is of, and the name of a button that is only an icon or has no words of its own. */
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** A button with a word (with this look), an icon button, or an icon with its word under it. */
  readonly trigger?: { readonly look: ButtonLook; readonly icon?: IconName; readonly children?: ReactNode }
    | { readonly icon: IconName; readonly under?: boolean; readonly badge?: number; readonly state?: 'on' | 'off' };
}

const loadList = (): Promise<typeof import('./MenuList.tsx')> => import('./MenuList.tsx');
const MenuList = lazy(loadList);

/** Fetches the list's code before it is needed. */
export function preloadMenus(): void {
  void loadList();
}

/** A button that opens a list of things to do, or of choices. The list's code is fetched when somebody comes near it. */
export function Menu({ label, groups, trigger = { icon: 'more' } }: Props): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wired = {
    ref: button, type: 'button', 'aria-haspopup': 'menu', 'aria-expanded': isOpen,
    onPointerEnter: preloadMenus, onFocus: preloadMenus, onClick: () => setOpen(true),
    onKeyDown: (event: { key: string; preventDefault: () => void }) => {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      setOpen(true);
    },
  } as const;
  return (
    <>
      {'look' in trigger
        ? (
          <button {...wired} className={buttonClass(trigger.look)} aria-label={trigger.children === undefined && trigger.icon ? label : undefined}>
            {trigger.icon && <Icon name={trigger.icon} />}{trigger.children ?? (trigger.icon ? null : label)}
          </button>
        )
        : (
          <button {...wired} className={iconButtonClass(trigger.under, trigger.state)} aria-label={trigger.under ? undefined : label} title={trigger.under ? undefined : label}>
            <IconButtonFace icon={trigger.icon} label={label} under={trigger.under ?? false} badge={trigger.badge} />
          </button>
        )}
      {isOpen && <Suspense fallback={null}><MenuList label={label} groups={groups} trigger={button} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
