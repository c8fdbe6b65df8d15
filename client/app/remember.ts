/** What this device remembers between visits. A browser that keeps nothing (storage switched off) just forgets. */
export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`gangway.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`gangway.${name}`, value);
  } catch {
    // Nothing is lost but the choice.
  }
}
