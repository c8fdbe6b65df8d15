import type { Visit } from '../source.tsx';

/** Whether these hands keep the consents. When the session has ended nothing is captured any more, and they stay as they were. */
export function mayConsent({ may, session }: Pick<Visit, 'may' | 'session'>): boolean {
  return session.phase !== 'ended' && may('consent.manage');
}
