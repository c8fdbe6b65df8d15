/** The keys of the room, in the order in which the help lists them. One plain letter each, as people know them from elsewhere. */
export const shortcuts = {
  microphone: 'm',
  camera: 'v',
  hand: 'h',
  alongside: 'b',
  turn: 't',
  cough: 'x',
  people: 'p',
  chat: 'c',
  fullScreen: 'f',
  help: '?',
} as const;

export type Shortcut = keyof typeof shortcuts;

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
  readonly target: EventTarget | null;
}

/** The shortcut that a key press means; none while somebody types, with a modifier, or while a dialog or menu is open. */
export function shortcutOf(event: Key): Shortcut | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  if (typesIn(event.target)) return undefined;
  const pressed = event.key.toLowerCase();
  return (Object.keys(shortcuts) as Shortcut[]).find((name) => shortcuts[name] === pressed);
}

function typesIn(target: EventTarget | null): boolean {
  const element = target as { closest?: (selectors: string) => unknown } | null;
  return typeof element?.closest === 'function'
    && element.closest('input:not([type="radio"], [type="checkbox"], [type="range"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="dialog"], [role="menu"], [role="listbox"], [role="grid"]') !== null;
}
