import { RefusalError } from '../../../../protocol/errors.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { seatOf } from '../../../http/call.ts';
import type { RouteHandlers, Seat } from '../../../http/call.ts';
import type { Log } from '../../../log.ts';
import { printLogged, sendJson, sendPdf } from '../../../pdf/answer.ts';
import { printOf } from '../../../pdf/document.ts';
import { fill } from '../../../pdf/fill.ts';
import type { LogHead, Store } from '../../../store/store.ts';
import { minutesDocument } from './minutesDocument.ts';
import { minutesJson } from './minutesJson.ts';
import { telling } from './telling.ts';
import type { MinutesSource } from './telling.ts';
import { minutesWords } from './words.ts';

export interface MinutesOptions {
  readonly store: Store;
  readonly log: Log;
}

export function minutesHandlers({ store, log }: MinutesOptions): Pick<RouteHandlers, 'minutesPdf' | 'minutesJson'> {
  const sourceFor = async ({ live: { id, state } }: Seat, number: string | undefined): Promise<MinutesSource> =>
    minutesSource(state, Number(number), (await store.log(id)).head);
  return {
    minutesPdf: async (call) => {
      const source = await sourceFor(seatOf(call), call.params['number']);
      const { language, zone } = call.query;
      const document = minutesDocument(telling(source, language, zone));
      const { pdf } = await printLogged(printOf(document, [], source.version.at), { log, session: source.session.id, what: 'minutes' });
      sendPdf(call.response, nameOf(source, language), pdf);
    },
    minutesJson: async (call) => {
      const source = await sourceFor(seatOf(call), call.params['number']);
      sendJson(call.response, nameOf(source, 'en'), minutesJson(source));
    },
  };
}

/** A version of the minutes with its facts. Throws minutes.absent. */
function minutesSource({ session, participants, assessment: { minutes } }: SessionState, number: number, head: LogHead): MinutesSource {
  const version = minutes.versions.find((one) => one.number === number);
  const facts = version && minutes.facts[version.factsOf];
  if (!facts) throw new RefusalError('minutes.absent');
  return { session, participants, version, facts, head };
}

function nameOf({ session, version }: MinutesSource, asked: string): string {
  const { words } = minutesWords(asked);
  return `${words.document} – ${session.title} – ${fill(words.version, { number: version.number })}`;
}
