import type { Problem } from '../../app/problem.ts';
import type { CaptureCode, CapturePayload } from './item.ts';

/** Nothing is wrong with the item: the line, the server or its disk are not there just now. */
const passing: ReadonlySet<CaptureCode> = new Set<CaptureCode>([
  'client.offline', 'client.timeout', 'server.stopping', 'rate.limited', 'store.full', 'store.readonly', 'store.io', 'session.notOpen',
]);

/** The item may not be kept: no consent, a no-record zone, given up by the server. */
const final: ReadonlySet<CaptureCode> = new Set<CaptureCode>([
  'capture.noRecord', 'capture.noConsent', 'capture.personRefused', 'capture.zoneUnknown', 'evidence.discarded', 'device.damaged',
]);

/** What a refusal means for an item that waits. stop: it rests, and may be tried again by hand. */
export function meaningOf(code: CaptureCode): 'passing' | 'final' | 'stop' {
  return passing.has(code) ? 'passing' : final.has(code) ? 'final' : 'stop';
}

/**
 * What was captured without a criterion, an inspection or a zone that has been taken out of the visit meanwhile; undefined
 * when the refusal is about something else. The zone of a still stays: its consents are those of that zone.
 */
export function withoutAbsent(capture: CapturePayload, { code, detail }: Problem): CapturePayload | undefined {
  if (code !== 'visit.absent') return undefined;
  const { criterion, inspection, zone, ...rest } = capture;
  switch (detail) {
    case 'criterion': return criterion === undefined ? undefined : { ...rest, ...(inspection ? { inspection } : {}), ...(zone === undefined ? {} : { zone }) };
    case 'inspection': return inspection ? { ...rest, ...(criterion === undefined ? {} : { criterion }), ...(zone === undefined ? {} : { zone }) } : undefined;
    case 'zone': return zone === undefined || capture.kind === 'still' ? undefined : { ...rest, ...(criterion === undefined ? {} : { criterion }), ...(inspection ? { inspection } : {}) };
    default: return undefined;
  }
}
