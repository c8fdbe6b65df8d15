import type { ReadinessReport } from '../../../protocol/live/readiness.ts';

/**
 * What a test result means for taking part, worst first. Bandwidth in kbit/s, round trip in ms. The thresholds: one
 * camera in the small layer and sound need about 200; a page with pictures and the usual cameras about 1000.
 */
export type Finding =
  | 'noMedia' | 'tcpOnly' | 'upPoor' | 'upLow' | 'downPoor' | 'downLow' | 'slow'
  | 'cameraBlocked' | 'cameraNone' | 'microphoneBlocked' | 'microphoneNone' | 'microphoneSilent' | 'speakerFailed';

export type Verdict = 'good' | 'usable' | 'poor';

const POOR_KBPS = 200;
const LOW_KBPS = 800;
const SLOW_MS = 350;

const serious: ReadonlySet<Finding> = new Set(['noMedia', 'upPoor', 'downPoor', 'microphoneBlocked', 'microphoneNone', 'speakerFailed']);

export function findings(report: ReadinessReport): readonly Finding[] {
  const found: [boolean, Finding][] = [
    [report.transport === 'none', 'noMedia'],
    [below(report.upKbps, POOR_KBPS), 'upPoor'],
    [below(report.downKbps, POOR_KBPS), 'downPoor'],
    [report.microphone === 'blocked', 'microphoneBlocked'],
    [report.microphone === 'none', 'microphoneNone'],
    [report.speaker === 'failed', 'speakerFailed'],
    [report.microphone === 'silent', 'microphoneSilent'],
    [report.camera === 'blocked', 'cameraBlocked'],
    [report.camera === 'none', 'cameraNone'],
    [report.transport === 'tcp', 'tcpOnly'],
    [!below(report.upKbps, POOR_KBPS) && below(report.upKbps, LOW_KBPS), 'upLow'],
    [!below(report.downKbps, POOR_KBPS) && below(report.downKbps, LOW_KBPS), 'downLow'],
    [(report.roundTripMs ?? 0) > SLOW_MS, 'slow'],
  ];
  return found.filter(([is]) => is).map(([, finding]) => finding);
}

export function verdictOf(report: ReadinessReport): Verdict {
  const found = findings(report);
  if (found.some((one) => serious.has(one))) return 'poor';
  return found.length > 0 ? 'usable' : 'good';
}

/** Low bandwidth is worth choosing when the line would not carry pictures. */
export function suggestsLowBandwidth(report: ReadinessReport): boolean {
  return below(report.downKbps, POOR_KBPS * 2) || below(report.upKbps, POOR_KBPS);
}

function below(value: number | undefined, limit: number): boolean {
  return value !== undefined && value < limit;
}

/** kbit/s as a person reads it. */
export function bandwidth(kbps: number): string {
  return kbps < 1_000 ? `${Math.round(kbps)} kbit/s` : `${(kbps / 1_000).toFixed(1)} Mbit/s`;
}
