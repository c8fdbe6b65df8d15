import type { BlockReason } from './model.ts';

/** Somebody closed the browser's question or its list of windows; nothing is wrong. */
export type CaptureFailure = BlockReason | 'dismissed';

/** Browsers tell much apart by the text alone; what is not recognised stays general. */
export function reasonOf(error: unknown, asked: 'device' | 'display'): CaptureFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      if (/system/i.test(message)) return 'system';
      return asked === 'display' || /dismissed/i.test(message) ? 'dismissed' : 'denied';
    case 'SecurityError': return 'insecure';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError': return 'none';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError': return 'inUse';
    default: return 'failed';
  }
}

/** Where a page has no mediaDevices, it came without HTTPS. */
export function devicesOffered(): boolean {
  return typeof navigator !== 'undefined' && navigator.mediaDevices !== undefined;
}
