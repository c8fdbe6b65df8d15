import type { CaptureBar } from '../../../protocol/observation/consents.ts';
import type { IconName } from '../../ui/icons.tsx';

/** Whether something may be captured, as colour, shape and word. */
export interface ZoneState {
  readonly tone: 'ok' | 'warn' | 'stop';
  readonly icon: IconName;
  readonly word: 'allowed' | 'paused' | 'zoneUnknown' | 'noRecord' | 'noConsent' | 'personRefused';
}

const states = {
  'capture.paused': { tone: 'stop', icon: 'pause', word: 'paused' },
  'capture.zoneUnknown': { tone: 'warn', icon: 'place', word: 'zoneUnknown' },
  'capture.noRecord': { tone: 'stop', icon: 'stop', word: 'noRecord' },
  'capture.noConsent': { tone: 'warn', icon: 'warning', word: 'noConsent' },
  'capture.personRefused': { tone: 'warn', icon: 'warning', word: 'personRefused' },
} as const satisfies Record<CaptureBar, ZoneState>;

export function stateOf(bar: CaptureBar | undefined): ZoneState {
  return bar ? states[bar] : { tone: 'ok', icon: 'check', word: 'allowed' };
}
