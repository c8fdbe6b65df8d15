import { holds } from '../../../protocol/live/audience.ts';
import type { ParticipantId, SessionId } from '../../../protocol/live/ids.ts';
import type { SessionInfo } from '../../../protocol/live/session.ts';
import type { NeededFiles } from '../../files/needed.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers } from '../../http/call.ts';
import type { LiveHost } from '../../live/host.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store/store.ts';
import { annexHandlers } from './annex/handlers.ts';
import { documentHandlers } from './documents/handlers.ts';
import { CaseFiles } from './documents/kept.ts';
import { followLinks, linkHandlers, succeed } from './links.ts';
import { stages } from './stages.ts';
import { caseFor, summaryOf } from './view.ts';

export interface CaseOptions {
  readonly store: Store;
  readonly host: LiveHost;
  readonly needed: NeededFiles;
  /** The sessions in which somebody has a seat. */
  readonly seatsOf: (participant: ParticipantId) => Iterable<{ readonly id: SessionId; readonly info: Pick<SessionInfo, 'kind'> }>;
  readonly log: Log;
}

type CaseRoute = 'cases' | 'caseStages' | 'caseFile' | 'linkSession' | 'unlinkSession' | 'fileDocument' | 'caseDocument' | 'comparisonPdf';

export interface CasePart {
  /** For the demonstration: links a session in place of the one of its kind that has ended. */
  readonly link: (file: SessionId, session: SessionId) => Promise<void>;
  readonly handlers: Pick<RouteHandlers, CaseRoute>;
}

/** What a case has beyond its state: the bytes of its documents, its list, its links to other sessions, its annex in print. */
export async function openCase({ store, host, needed, seatsOf, log }: CaseOptions): Promise<CasePart> {
  const files = await CaseFiles.open(store, needed);
  followLinks(host, log);
  host.onChange((live, { events }) => {
    for (const event of events) {
      if (event.type !== 'case.documentRemoved') continue;
      files.release(event.data.document).catch((error: unknown) => log.warn({ err: error, session: live.id }, 'a document that was taken out could not be removed'));
    }
  });
  return {
    link: (file, session) => succeed(host, file, session),
    handlers: {
      cases: async ({ caller }) => {
        if (caller.kind !== 'person') return { cases: [] };
        const theirs = [...seatsOf(caller.person.id)].filter(({ info }) => info.kind === 'case');
        const opened = await Promise.all(theirs.map(({ id }) => host.get(id)));
        return {
          cases: opened.flatMap(({ state }) => {
            const one = state.participants[caller.person.id];
            return one && one.presence !== 'removed' && holds(state, one, 'case.see') ? [summaryOf(state, one)] : [];
          }),
        };
      },
      caseStages: async () => ({ stages: [...stages] }),
      caseFile: async (call) => {
        const { live, participant } = seatOf(call);
        return caseFor(live.state, participant);
      },
      ...linkHandlers(host),
      ...documentHandlers(store, files),
      ...annexHandlers({ log }),
    },
  };
}
