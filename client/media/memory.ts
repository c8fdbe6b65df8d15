import type { Desire } from './sender.ts';

/** What was on in this tab, so that a reload brings it back without a question. A shared screen has to be chosen again. */
export interface Remembered {
  readonly microphone: Desire;
  readonly camera: Desire;
  readonly document: Desire;
  readonly audioOnly: boolean;
  readonly lowBandwidth: boolean;
}

const nothingOn: Remembered = { microphone: 'off', camera: 'off', document: 'off', audioOnly: false, lowBandwidth: false };

export function recall(key: string): Remembered {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return nothingOn;
    const given = stored as Partial<Record<keyof Remembered, unknown>>;
    const desire = (value: unknown): Desire => value === 'on' || value === 'muted' ? value : 'off';
    return {
      microphone: desire(given.microphone), camera: desire(given.camera), document: desire(given.document),
      audioOnly: given.audioOnly === true, lowBandwidth: given.lowBandwidth === true,
    };
  } catch {
    return nothingOn;
  }
}

export function remember(key: string, what: Remembered): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(what));
  } catch {
    // Without storage a reload begins with everything off.
  }
}
