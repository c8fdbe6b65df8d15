import type { ZoneConsent } from '../../../protocol/observation/consents.ts';
import type { Visit } from '../source.tsx';

/** Whether these hands keep the consents: also after the end, because a withdrawal counts for what is still being sent. */
export function mayConsent({ may }: Pick<Visit, 'may'>): boolean {
  return may('consent.manage');
}

/** Whether these hands may give a consent that stands like this: what the operator refused itself is the operator's to give again. */
export function mayGive({ may }: Pick<Visit, 'may'>, consent: ZoneConsent | undefined): boolean {
  return may('evidence.release') || !consent?.own || consent.state === 'given';
}
