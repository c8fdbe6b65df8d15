/** What a key does to the deck. */
export type DeckKey = 'next' | 'previous' | 'first' | 'last' | 'zoomIn' | 'zoomOut' | 'whole' | 'left' | 'right' | 'up' | 'down' | 'undo';

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface KeyPlace {
  /** Where the focus is. */
  readonly inStage: boolean;
  /** On something that has its own use for letters and arrows: a field, a list, a menu, a dialog, a drawing. */
  readonly elsewhere: boolean;
  /** On something that the space bar presses. */
  readonly onButton: boolean;
  readonly presenting: boolean;
  readonly rtl: boolean;
}

/**
 * A presenter's hand is on the keys of a presentation wherever the focus happens to be, unless that place uses them
 * itself; a viewer turns pages alone, so for them the keys work on the deck only when the focus is in it.
 */
export function deckKeyOf(key: Key, { inStage, elsewhere, onButton, presenting, rtl }: KeyPlace): DeckKey | undefined {
  if (elsewhere || key.altKey || !(presenting || inStage)) return undefined;
  if (key.ctrlKey || key.metaKey) return inStage && key.key.toLowerCase() === 'z' && !key.shiftKey ? 'undo' : undefined;
  const across = rtl ? { ArrowLeft: 'next', ArrowRight: 'previous' } as const : { ArrowLeft: 'previous', ArrowRight: 'next' } as const;
  switch (key.key) {
    case 'ArrowLeft': return key.shiftKey ? 'left' : across.ArrowLeft;
    case 'ArrowRight': return key.shiftKey ? 'right' : across.ArrowRight;
    case 'ArrowUp': return key.shiftKey ? 'up' : 'previous';
    case 'ArrowDown': return key.shiftKey ? 'down' : 'next';
    case 'PageDown': return 'next';
    case 'PageUp': return 'previous';
    case 'Home': return 'first';
    case 'End': return 'last';
    case ' ': return onButton ? undefined : key.shiftKey ? 'previous' : 'next';
    case '+': case '=': return inStage ? 'zoomIn' : undefined;
    case '-': return inStage ? 'zoomOut' : undefined;
    case '0': return inStage ? 'whole' : undefined;
    default: return undefined;
  }
}

const ownUse = [
  'input', 'textarea', 'select', '[contenteditable="true"]', '[role="textbox"]', '[role="dialog"]', '[role="alertdialog"]', '[role="menu"]',
  '[role="listbox"]', '[role="grid"]', '[role="tablist"]', '[role="radiogroup"]', '[role="slider"]', '[role="application"]', '[role="tree"]',
].join(', ');

/** Reads the place of the focus from the page. */
export function keyPlace(target: EventTarget | null, stage: Element | null, presenting: boolean): KeyPlace {
  const element = target instanceof Element ? target : null;
  return {
    presenting,
    inStage: element !== null && (stage?.contains(element) ?? false),
    elsewhere: element?.closest(ownUse) !== null && element !== null,
    onButton: element?.closest('button, a[href], summary, [role="button"], [role="switch"]') !== null && element !== null,
    rtl: document.documentElement.dir === 'rtl',
  };
}
