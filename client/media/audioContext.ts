let shared: AudioContext | undefined;

/** One for the page; browsers allow few. Undefined where the browser has none. */
export function audioContext(): AudioContext | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  if (!shared || shared.state === 'closed') shared = new AudioContext({ latencyHint: 'interactive' });
  return shared;
}

/** Browsers let it run only after a click or a key; to be called in its handler. */
export async function wakeAudio(): Promise<void> {
  await audioContext()?.resume().catch(() => undefined);
}
