import { useSyncExternalStore } from 'react';
import { remember, remembered } from './remember.ts';

const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const listeners = new Set<() => void>();
let current: Theme = 'system';

/** Takes the choice of this device, before the first screen is drawn. */
export function startTheme(): void {
  const stored = remembered('theme');
  apply(themes.find((theme) => theme === stored) ?? 'system');
}

export function chooseTheme(theme: Theme): void {
  remember('theme', theme);
  apply(theme);
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => current);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function apply(theme: Theme): void {
  current = theme;
  // Without the attribute the system's preference rules (ui/tokens.css).
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}
