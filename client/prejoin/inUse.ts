import type { LocalSource } from '../media/model.ts';

/** The device behind a source that was opened as the system chose. */
export function inUse(source: LocalSource): string | undefined {
  return 'track' in source ? source.track.getSettings().deviceId : undefined;
}
