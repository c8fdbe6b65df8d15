/** A still of a good camera and its small picture, and some air for what the browser writes besides. */
const STILL_BYTES = 24 * 1024 * 1024;

/** Whether a capture of this size finds room on the device; where the browser does not say, it is tried. */
export async function hasRoom(bytes = STILL_BYTES): Promise<boolean> {
  try {
    const { quota, usage } = await navigator.storage.estimate();
    return quota === undefined || usage === undefined || quota - usage > bytes;
  } catch {
    return true;
  }
}

let asked = false;

/** Asks the browser, once, not to clear what waits here when the device needs room. */
export function askToKeep(): void {
  if (asked) return;
  asked = true;
  void navigator.storage?.persist?.().catch(() => false);
}
