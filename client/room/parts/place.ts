const MARGIN = 8;

/**
 * Puts a popover beside what opened it: below when there is more room below, else above; its edge at the trigger's, and
 * never outside the window. On a narrow screen the style sheet makes it a sheet, and nothing is set.
 */
export function place(box: HTMLElement, trigger: HTMLElement): void {
  for (const name of ['top', 'bottom', 'left', 'maxHeight'] as const) box.style[name] = '';
  if (matchMedia('(max-width: 560px)').matches) return;
  const at = trigger.getBoundingClientRect();
  const below = innerHeight - at.bottom - 2 * MARGIN;
  const above = at.top - 2 * MARGIN;
  const size = box.getBoundingClientRect();
  if (below >= Math.min(size.height, 320) || below >= above) {
    box.style.top = `${at.bottom + MARGIN / 2}px`;
    box.style.maxHeight = `${below}px`;
  } else {
    box.style.bottom = `${innerHeight - at.top + MARGIN / 2}px`;
    box.style.maxHeight = `${above}px`;
  }
  // The start edges together; where that leaves the window, the clamp moves it.
  const start = getComputedStyle(trigger).direction === 'rtl' ? at.right - size.width : at.left;
  box.style.left = `${Math.max(MARGIN, Math.min(start, innerWidth - size.width - MARGIN))}px`;
}
