import { limits } from '../limits.ts';
import type { KindName } from '../kinds.ts';
import type { SessionEvent } from './event.ts';
import type { AdministrationId, PersonId, SessionId } from './ids.ts';

/** scheduled: nobody enters; open: the lobby takes people, hosts are inside; live: under way; ended: for good. */
export type Phase = 'scheduled' | 'open' | 'live' | 'ended';

/** What was agreed before the session. Times are ms since the epoch; `zone` is the host's IANA zone. */
export interface Schedule {
  readonly title: string;
  readonly languages: readonly string[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly zone: string;
  /** People wait in the lobby until a host admits them; off: everyone with a seat goes straight in. */
  readonly lobby: boolean;
}

export interface SessionInfo extends Schedule {
  readonly id: SessionId;
  readonly kind: KindName;
  /** The administration that hosts. */
  readonly administration: AdministrationId;
  readonly createdBy: PersonId | 'system';
  readonly phase: Phase;
  readonly locked: boolean;
  /** The standing session, a case, that this one serves: its room opens it for those who have a seat there. */
  readonly serves?: SessionId;
  readonly startedAt?: number;
  readonly endedAt?: number;
}

/** The end after the start, and not too far. */
export function timesFit({ startsAt, endsAt }: Pick<Schedule, 'startsAt' | 'endsAt'>): boolean {
  return endsAt > startsAt && endsAt - startsAt <= limits.sessionMs;
}

export interface SessionEvents {
  'session.scheduled': Schedule & { id: SessionId; kind: KindName; administration: AdministrationId; createdBy: PersonId | 'system' };
  'session.changed': Partial<Schedule>;
  'session.opened': Record<never, never>;
  'session.started': Record<never, never>;
  'session.ended': Record<never, never>;
  'session.locked': { locked: boolean };
  'session.serving': { session: SessionId | null };
}

export const noSession: SessionInfo = {
  id: '', kind: 'plain', administration: '', createdBy: 'system', title: '', languages: [], startsAt: 0, endsAt: 0, zone: 'UTC',
  lobby: true, phase: 'scheduled', locked: false,
};

export function reduceSession(session: SessionInfo, event: SessionEvent): SessionInfo {
  switch (event.type) {
    case 'session.scheduled': return { ...session, ...event.data };
    case 'session.changed': return { ...session, ...event.data };
    case 'session.opened': return { ...session, phase: 'open' };
    case 'session.started': return { ...session, phase: 'live', startedAt: session.startedAt ?? event.at };
    case 'session.ended': return { ...session, phase: 'ended', endedAt: event.at };
    case 'session.locked': return { ...session, locked: event.data.locked };
    case 'session.serving': {
      const { serves: _before, ...rest } = session;
      return event.data.session === null ? rest : { ...rest, serves: event.data.session };
    }
    default: return session;
  }
}
