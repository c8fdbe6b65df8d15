import type { LinkedSession } from '../../../protocol/assessment/case/plan.ts';
import type { StageId } from '../../../protocol/assessment/case/ids.ts';
import { joint } from '../../../protocol/assessment/case/project.ts';
import { accept, refuse, RefusalError } from '../../../protocol/errors.ts';
import { kinds } from '../../../protocol/kinds.ts';
import { limits } from '../../../protocol/limits.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { participantOf } from '../../identity/caller.ts';
import { refusalOutside } from '../../live/authorise.ts';
import type { LiveHost } from '../../live/host.ts';
import type { Change, LiveSession } from '../../live/session.ts';
import type { Log } from '../../log.ts';
import { orThrow } from '../../refusal.ts';

/** Sessions that serve a case: both logs say so, and the case keeps up with what becomes of them. */
export function linkHandlers(host: LiveHost): Pick<RouteHandlers, 'linkSession' | 'unlinkSession'> {
  return {
    linkSession: async (call) => {
      const { live, participant } = seatOf(call);
      const { session, stage } = call.body;
      if (live.state.session.phase === 'ended') throw new RefusalError('session.ended');
      const other = await found(host, session);
      const there = other && participantOf(call.caller, other.state);
      // Whoever has no seat there is not told that there is such a session.
      if (!there || kinds[other.state.session.kind].standing) throw new RefusalError('record.absent', 'session');
      if (!holds(other.state, there, 'session.manage')) throw new RefusalError('permission.denied', 'session.manage');
      const refusal = refusalOutside(other.state, there, 'session.manage');
      if (refusal) throw new RefusalError(refusal);
      if (other.state.session.phase === 'ended') throw new RefusalError('session.ended');
      orThrow(await live.decide(participant.id, (state) => {
        if (state.session.phase === 'ended') return refuse('session.ended');
        const { sessions } = state.case.plan;
        if (!sessions[session] && Object.keys(sessions).length >= limits.sessionsPerCase) return refuse('case.limit', 'session');
        return accept([{ type: 'case.sessionLinked', data: linked(other.state.session, stage), audience: joint }]);
      }));
      orThrow(await other.decide(there.id, (state) => accept(state.session.serves === live.id ? [] : [{ type: 'session.serving', data: { session: live.id } }])));
    },

    unlinkSession: async (call) => {
      const { live, participant } = seatOf(call);
      const session = call.params['linked'] ?? '';
      orThrow(await live.decide(participant.id, (state) => {
        if (state.session.phase === 'ended') return refuse('session.ended');
        return Object.hasOwn(state.case.plan.sessions, session)
          ? accept([{ type: 'case.sessionUnlinked', data: { session }, audience: joint }])
          : refuse('case.absent', 'session');
      }));
      const other = await found(host, session);
      if (other?.state.session.serves === live.id) orThrow(await other.record({ type: 'session.serving', data: { session: null } }));
    },
  };
}

async function found(host: LiveHost, id: string): Promise<LiveSession | undefined> {
  try {
    return await host.get(id);
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === 'session.absent') return undefined;
    throw error;
  }
}

/** What becomes of a session that serves a case is told to the case, which has no other way to know. */
export function followLinks(host: LiveHost, log: Log): void {
  host.onChange((live: LiveSession, { before, after }: Change) => {
    const { serves } = after.session;
    if (serves === undefined || before.session === after.session) return;
    retell(host, serves, after.session).catch((error: unknown) => log.warn({ err: error, session: live.id }, 'a case was not told of its session'));
  });
}

async function retell(host: LiveHost, id: string, session: SessionInfo): Promise<void> {
  const file = await host.get(id);
  orThrow(await file.decide('system', (state) => {
    const known = state.case.plan.sessions[session.id];
    if (!known || state.session.phase === 'ended') return accept([]);
    const now = linked(session, known.stage);
    return accept(isSame(known, now) ? [] : [{ type: 'case.sessionLinked', data: now, audience: joint }]);
  }));
}

function linked({ id, kind, title, startsAt, endsAt, zone, phase }: SessionInfo, stage: StageId): LinkedSession {
  return { id, stage, kind, title, startsAt, endsAt, zone, phase };
}

function isSame(a: LinkedSession, b: LinkedSession): boolean {
  return a.title === b.title && a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.zone === b.zone && a.phase === b.phase;
}
