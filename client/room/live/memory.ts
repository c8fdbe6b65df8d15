/** What this tab remembers over a reload, and forgets when it is closed. A browser that keeps nothing just forgets. */
export function recall(name: string): string | null {
  try {
    return sessionStorage.getItem(`gangway.${name}`);
  } catch {
    return null;
  }
}

export function store(name: string, value: string): void {
  try {
    sessionStorage.setItem(`gangway.${name}`, value);
  } catch {
    // Nothing is lost but the memory.
  }
}

export function forget(name: string): void {
  try {
    sessionStorage.removeItem(`gangway.${name}`);
  } catch {
    // There was nothing.
  }
}
