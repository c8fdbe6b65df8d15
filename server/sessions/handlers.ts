import { accept, refuse, RefusalError } from '../../protocol/errors.ts';
import { kinds } from '../../protocol/kinds.ts';
import { limits } from '../../protocol/limits.ts';
import { commandRow, isCommand } from '../../protocol/table.ts';
import { participantOf } from '../identity/caller.ts';
import { seatOf } from '../http/call.ts';
import type { RouteHandlers } from '../http/call.ts';
import { isOthersToManage, opensPartnersRoom } from '../../protocol/live/managing.ts';
import type { LiveHost } from '../live/host.ts';
import { orThrow } from '../refusal.ts';
import { calendarOf } from './calendar.ts';
import type { CalendarFacts } from './calendar.ts';
import { CommandRate } from './commandRate.ts';
import type { Directory } from './directory.ts';
import type { People } from './ports.ts';
import { invitedDrafts, schedule } from './schedule.ts';
import { detailsOf, summaryOf } from './views.ts';

export type SessionRoute = 'sessions' | 'createSession' | 'session' | 'command' | 'addParticipants' | 'calendar';

export interface SessionHandlersOptions {
  readonly host: LiveHost;
  readonly directory: Directory;
  readonly people: People;
  /** Where people reach this installation, as they did in this request: https://gangway.example */
  readonly addressOf: (request: Parameters<RouteHandlers['calendar']>[0]['request']) => string;
  readonly mailFrom: string;
}

export function sessionHandlers({ host, directory, people, addressOf, mailFrom }: SessionHandlersOptions): RouteHandlers<SessionRoute> {
  const rate = new CommandRate();
  return {
    sessions: async ({ caller }) => {
      if (caller.kind === 'nobody') return { sessions: [] };
      const participant = caller.kind === 'guest' ? caller.participant : caller.person.id;
      const entries = [...directory.of(participant)]
        // What stands open has a list of its own.
        .filter((one) => !kinds[one.info.kind].standing && (caller.kind === 'person' || one.id === caller.session));
      return { sessions: entries.map((one) => summaryOf(one, participant, people)) };
    },

    createSession: async ({ caller, body }) => {
      if (caller.kind !== 'person') throw new RefusalError('permission.denied');
      const live = await schedule({ ...body, administration: caller.administration.id, createdBy: caller.person.id }, host, directory, people);
      return detailsOf(live.state, participantOf(caller, live.state)!, people);
    },

    session: async (call) => {
      const { live, participant } = seatOf(call);
      return detailsOf(live.state, participant, people);
    },

    command: async (call) => {
      const { live, participant } = seatOf(call);
      const { id, name, payload } = call.body;
      if (!isCommand(name)) throw new RefusalError('name.unknown', name);
      if (!rate.take(live.id, participant.id, commandRow(name).rate)) throw new RefusalError('rate.limited');
      return orThrow(await live.run(participant.id, id, name, payload));
    },

    addParticipants: async (call) => {
      const { live, participant } = seatOf(call);
      const drafts = invitedDrafts(call.body.people, live.state.session.kind, people);
      orThrow(await live.decide(participant.id, (state) => {
        if (state.session.phase === 'ended') return refuse('session.ended');
        // Who is on the list already keeps the role they have: changing it is another command, with rules of its own.
        const added = drafts.filter(({ data }) => !state.participants[data.id]);
        const foreign = added.find(({ data }) => isOthersToManage(state, participant, data.administration));
        if (foreign) return refuse('role.side', foreign.data.role);
        const intruder = added.find(({ data }) => opensPartnersRoom(state, data, data.role));
        if (intruder) return refuse('role.side', intruder.data.role);
        if (Object.keys(state.participants).length + added.length > limits.participantsPerSession) return refuse('session.full');
        return accept(added);
      }));
      return detailsOf(live.state, participantOf(call.caller, live.state) ?? participant, people);
    },

    calendar: async (call) => {
      const { live } = seatOf(call);
      if (kinds[live.state.session.kind].standing) throw new RefusalError('record.absent');
      const facts = calendarFacts(live.state.session, people, addressOf(call.request), mailFrom);
      call.response.set({ 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="session.ics"', 'Cache-Control': 'private, no-store' });
      call.response.send(calendarOf(live.state, facts));
    },
  };
}

export function calendarFacts(session: { readonly id: string; readonly administration: string }, people: People, address: string, mailFrom: string): CalendarFacts {
  return {
    administrationName: people.administration(session.administration)?.name ?? 'Gangway',
    from: mailFrom, url: `${address}/sessions/${session.id}`,
  };
}
