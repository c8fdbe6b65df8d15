import { useEffect, useId, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent, ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import { iconButtonClass, IconButtonFace } from '../../ui/IconButton.tsx';
import { Icon } from '../../ui/icons.tsx';
import type { IconName } from '../../ui/icons.tsx';
import { place } from './place.ts';
import css from './Menu.module.css';

/**
 * The room's own menu on the browser's popover: the component library's would by itself be a third of what the page
 * before the door may weigh. Looks and behaves as ui/Menu does.
 */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Ticked or not; absent: something to do, not a choice. */
  readonly chosen?: boolean;
  readonly onAction: () => void;
}

export interface MenuGroup {
  readonly id: string;
  readonly label?: string;
  /** One of the group is chosen; absent, a ticked entry stands for itself. */
  readonly one?: boolean;
  readonly entries: readonly MenuEntry[];
}

interface Props {
  readonly label: string;
  readonly icon: IconName;
  /** The entries; or a hook that finds them, which runs only while the menu is open. */
  readonly groups: readonly MenuGroup[] | (() => readonly MenuGroup[]);
  /** The word stands under the icon: the bar. */
  readonly under?: boolean;
  readonly state?: 'on' | 'off' | 'leave';
  readonly badge?: number;
  readonly className?: string;
  /** Something above the entries that is no entry. */
  readonly Head?: ComponentType<{ readonly onDone: () => void }>;
}

export function Menu({ label, icon, groups, under = false, state, badge, className, Head }: Props): ReactNode {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => box.current?.hidePopover();

  useEffect(() => {
    if (!open || !trigger.current || !box.current) return;
    place(box.current, trigger.current);
    (box.current.querySelector<HTMLElement>('[aria-checked="true"]:not(:disabled)') ?? items(box.current)[0])?.focus();
  }, [open]);

  return (
    <>
      <button
        ref={trigger} type="button" className={cx(iconButtonClass(under, state), className)} popoverTarget={id} aria-haspopup="menu" aria-expanded={open}
        aria-label={under ? undefined : label} title={under ? undefined : label}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          box.current?.showPopover();
        }}
      >
        <IconButtonFace icon={icon} label={label} under={under} badge={badge} />
      </button>
      <div ref={box} id={id} popover="auto" className={css['box']} onToggle={(event) => setOpen(event.newState === 'open')}>
        {open && Head && <Head onDone={close} />}
        {open && (
          <div role="menu" aria-label={label} tabIndex={-1} onKeyDown={(event) => move(event, close)}>
            {typeof groups === 'function' ? <FoundGroups useGroups={groups} done={close} /> : <Groups groups={groups} done={close} />}
          </div>
        )}
      </div>
    </>
  );
}

function FoundGroups({ useGroups, done }: { readonly useGroups: () => readonly MenuGroup[]; readonly done: () => void }): ReactNode {
  return <Groups groups={useGroups()} done={done} />;
}

function Groups({ groups, done }: { readonly groups: readonly MenuGroup[]; readonly done: () => void }): ReactNode {
  return groups.filter((group) => group.entries.length > 0).map((group) => <Group key={group.id} group={group} done={done} />);
}

function Group({ group, done }: { readonly group: MenuGroup; readonly done: () => void }): ReactNode {
  const id = useId();
  const labelled = group.label === undefined ? {} : { 'aria-labelledby': id };
  return (
    <div role="group" className={css['group']} {...labelled}>
      {group.label !== undefined && <div id={id} className={css['header']}>{group.label}</div>}
      {group.entries.map((entry) => {
        const role = entry.chosen === undefined ? 'menuitem' : group.one ? 'menuitemradio' : 'menuitemcheckbox';
        return (
          <button
            key={entry.id} type="button" role={role} aria-checked={entry.chosen} tabIndex={-1} disabled={entry.disabled} data-entry={entry.id}
            className={cx(css['item'], entry.danger && css['danger'], entry.chosen && css['chosen'])}
            onClick={() => {
              done();
              entry.onAction();
            }}
          >
            {entry.icon && <Icon name={entry.icon} />}
            <span className={css['words']}>{entry.label}{entry.detail !== undefined && <span className={css['detail']}>{entry.detail}</span>}</span>
            {entry.chosen && <Icon name="check" />}
          </button>
        );
      })}
    </div>
  );
}

function items(within: Element): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')];
}

/** Arrow keys go round, Home and End to the ends, a letter to the next entry that begins with it; Tab leaves. */
function move(event: KeyboardEvent<HTMLElement>, close: () => void): void {
  const all = items(event.currentTarget);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const go = (index: number): void => {
    event.preventDefault();
    all[(index + all.length) % all.length]?.focus();
  };
  if (event.key === 'ArrowDown') go(at + 1);
  else if (event.key === 'ArrowUp') go(at < 0 ? -1 : at - 1);
  else if (event.key === 'Home') go(0);
  else if (event.key === 'End') go(-1);
  else if (event.key === 'Tab') close();
  else if (event.key.length === 1 && event.key !== ' ') {
    const rest = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    rest.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase()))?.focus();
  }
}
