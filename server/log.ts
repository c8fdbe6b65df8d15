import { pino } from 'pino';
import type { Logger } from 'pino';

export type Log = Logger;

/** Structured logs without personal data: whatever could hold a name, an address or a secret is removed by key. */
export function openLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['*.name', '*.email', '*.password', '*.token', '*.cookie', '*.ip', '*.text', 'req', 'headers'],
      remove: true,
    },
  });
}
