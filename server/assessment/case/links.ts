import type { LinkedSession } from '../../../protocol/assessment/case/plan.ts';
import type { StageId } from '../../../protocol/assessment/case/ids.ts';
import { joint } from '../../../protocol/assessment/case/project.ts';
import { accept, refuse, RefusalError } from '../../../protocol/errors.ts';
import { kinds } from '../../../protocol/kinds.ts';
import { limits } from '../../../protocol/limits.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { refusalOutside } from '../../../protocol/live/outside.ts';
import { SYSTEM } from '../../../protocol/live/ids.ts';
import type { ParticipantId, SessionId } from '../../../protocol/live/ids.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers } from '../../http/call.ts';
import { participantOf } from '../../identity/caller.ts';
import type { Decision } from '../../live/decide/decision.ts';
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
      await link(live, other, stage, participant.id);
    },

    unlinkSession: async (call) => {
      const { live, participant } = seatOf(call);
      const session = call.params['linked'] ?? '';
      orThrow(await live.decide(participant.id, (state) => decideUnlink(state, session)));
      const other = await found(host, session);
      if (other?.state.session.serves === live.id) orThrow(await other.record({ type: 'session.serving', data: { session: null } }));
    },
  };
}

/** In the case: a session serves it. Refused: session.ended, case.limit. */
export function decideLink(state: SessionState, session: SessionInfo, stage: StageId): Decision {
  if (state.session.phase === 'ended') return refuse('session.ended');
  const { sessions } = state.case.plan;
  if (!sessions[session.id] && Object.keys(sessions).length >= limits.sessionsPerCase) return refuse('case.limit', 'session');
  return accept([{ type: 'case.sessionLinked', data: linked(session, stage), audience: joint }]);
}

/** In the case: a session serves it no more. Refused: session.ended, case.absent. */
export function decideUnlink(state: SessionState, session: SessionId): Decision {
  if (state.session.phase === 'ended') return refuse('session.ended');
  return Object.hasOwn(state.case.plan.sessions, session)
    ? accept([{ type: 'case.sessionUnlinked', data: { session }, audience: joint }])
    : refuse('case.absent', 'session');
}

/** In the case: what has become of a session that serves it. */
export function decideRetelling(state: SessionState, session: SessionInfo): Decision {
  const known = state.case.plan.sessions[session.id];
  if (!known || state.session.phase === 'ended') return accept([]);
  const now = linked(session, known.stage);
  return accept(isSame(known, now) ? [] : [{ type: 'case.sessionLinked', data: now, audience: joint }]);
}

/** Both logs say that a session serves a case. */
async function link(file: LiveSession, other: LiveSession, stage: StageId, by: ParticipantId): Promise<void> {
  const { session } = other.state;
  orThrow(await file.decide(by, (state) => decideLink(state, session, stage)));
  orThrow(await other.decide(by, (state) => accept(state.session.serves === file.id ? [] : [{ type: 'session.serving', data: { session: file.id } }])));
}

/** A session takes the place of the one of its kind that served the case before; by the installation itself. */
export async function succeed(host: LiveHost, file: string, session: string): Promise<void> {
  const live = await host.get(file);
  const other = await host.get(session);
  const { sessions } = live.state.case.plan;
  if (sessions[session]) return;
  const before = Object.values(sessions).filter((one) => one.kind === other.state.session.kind);
  if (before.length > 0) orThrow(await live.record(...before.map((one): Draft => ({ type: 'case.sessionUnlinked', data: { session: one.id }, audience: joint }))));
  await link(live, other, before[0]?.stage ?? (other.state.session.kind === 'observation' ? 'observed-validations' : 'comparison'), SYSTEM);
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
  orThrow(await file.decide(SYSTEM, (state) => decideRetelling(state, session)));
}

function linked({ id, kind, title, startsAt, endsAt, zone, phase }: SessionInfo, stage: StageId): LinkedSession {
  return { id, stage, kind, title, startsAt, endsAt, zone, phase };
}

function isSame(a: LinkedSession, b: LinkedSession): boolean {
  return a.title === b.title && a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.zone === b.zone && a.phase === b.phase;
}
