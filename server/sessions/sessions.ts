import { SYSTEM } from '../../protocol/live/ids.ts';
import type { ParticipantId, SessionId } from '../../protocol/live/ids.ts';
import type { SessionInfo } from '../../protocol/live/session.ts';
import type { RouteHandlers } from '../http/call.ts';
import { participantIdOf } from '../identity/caller.ts';
import type { Caller, SessionHint } from '../identity/caller.ts';
import { decideEnd } from '../live/decide/closing.ts';
import { LiveHost } from '../live/host.ts';
import type { LiveSession } from '../live/session.ts';
import type { Log } from '../log.ts';
import type { Mail } from '../mail/mail.ts';
import { orThrow } from '../refusal.ts';
import type { Store } from '../store/store.ts';
import { Directory } from './directory.ts';
import type { DirectoryEntry } from './directory.ts';
import { sessionHandlers } from './handlers.ts';
import type { SessionHandlersOptions, SessionRoute } from './handlers.ts';
import { invitationHandlers } from './invitationHandlers.ts';
import type { InvitationRoute } from './invitationHandlers.ts';
import { Invitations } from './invitations.ts';
import type { Guests, People } from './ports.ts';
import { schedule } from './schedule.ts';
import type { ScheduleDraft } from './schedule.ts';

export interface SessionsOptions {
  readonly store: Store;
  readonly people: People;
  readonly guests: Guests;
  readonly mail: Mail;
  readonly mailFrom: string;
  /** Who is behind a Cookie header, in one session. */
  readonly callerOf: (cookie: string | undefined, session: SessionHint) => Promise<Caller>;
  readonly addressOf: SessionHandlersOptions['addressOf'];
  readonly log: Log;
}

/** The sessions of this installation: which there are, who has a seat in them, and their invitations. */
export interface Sessions {
  readonly host: LiveHost;
  readonly handlers: RouteHandlers<SessionRoute | InvitationRoute>;
  exists(id: SessionId): boolean;
  /** The sessions in which somebody has a seat, without opening their logs. */
  seatsOf(participant: ParticipantId): Iterable<DirectoryEntry>;
  /** Who is behind a Cookie header in a session. */
  callerOf(cookie: string | undefined, session: SessionId): Promise<Caller>;
  /** Throws a RefusalError: time.order, role.unknown, record.absent, session.full. */
  schedule(draft: ScheduleDraft): Promise<LiveSession>;
  /** Ends for good, by the installation itself, all sessions that fit and have not ended. Rejects with a StoreError or a RefusalError. */
  end(fits: (info: SessionInfo) => boolean): Promise<void>;
  readonly count: number;
  /** Waits until the directory has caught up with what happened. */
  close(): Promise<void>;
}

export async function openSessions(options: SessionsOptions): Promise<Sessions> {
  const { store, people, log } = options;
  const directory = await Directory.open(store, log);
  const host = new LiveHost(store, (id) => directory.has(id));
  host.onChange((live, change) => directory.follow(live, change));
  await directory.catchUp(store, host);
  const invitations = await Invitations.open(store);
  const seats = (id: SessionId): SessionHint => ({
    id,
    seats: async (person) => directory.has(id) && Object.hasOwn((await host.get(id)).state.participants, participantIdOf(person)),
  });
  const callerOf: Sessions['callerOf'] = (cookie, session) => options.callerOf(cookie, seats(session));
  return {
    host,
    callerOf,
    handlers: {
      ...sessionHandlers({ ...options, host, directory }),
      ...invitationHandlers({ ...options, host, invitations, callerOf }),
    },
    exists: (id) => directory.has(id),
    seatsOf: (participant) => directory.of(participant),
    schedule: (draft) => schedule(draft, host, directory, people),
    end: async (fits) => {
      for (const { id, info } of directory.all()) {
        if (info.phase === 'ended' || !fits(info)) continue;
        orThrow(await (await host.get(id)).decide(SYSTEM, decideEnd));
      }
    },
    get count() {
      return directory.size;
    },
    close: () => directory.close(),
  };
}
