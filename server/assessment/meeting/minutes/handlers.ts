import { RefusalError } from '../../../../protocol/errors.ts';
import type { SessionState } from '../../../../protocol/live/state.ts';
import { inlineName } from '../../../files/serve.ts';
import { seatOf } from '../../../http/call.ts';
import type { RouteHandlers, Seat } from '../../../http/call.ts';
import type { Log } from '../../../log.ts';
import { printOf } from '../../../pdf/document.ts';
import { PrintError, printPdf } from '../../../pdf/print.ts';
import type { LogHead, Store } from '../../../store/store.ts';
import { minutesDocument } from './minutesDocument.ts';
import { minutesJson } from './minutesJson.ts';
import { telling } from './telling.ts';
import type { MinutesSource } from './telling.ts';
import { fill, minutesWords } from './words.ts';

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
      const pdf = await printMinutes(source, call.query.language, call.query.zone, log);
      call.response.set({
        'Content-Type': 'application/pdf', 'Content-Disposition': inlineName(`${nameOf(source, call.query.language)}.pdf`), 'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'Cache-Control': 'private, no-store',
      }).send(pdf);
    },
    minutesJson: async (call) => {
      const source = await sourceFor(seatOf(call), call.params['number']);
      call.response.set({
        'Content-Disposition': inlineName(`${nameOf(source, 'en')}.json`).replace(/^inline/u, 'attachment'), 'Cache-Control': 'private, no-store',
      }).json(minutesJson(source));
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

/** Rejects with a PrintError, which is print.failed. */
async function printMinutes(source: MinutesSource, language: string, zone: string | undefined, log: Log): Promise<Buffer> {
  try {
    const printed = await printPdf(printOf(minutesDocument(telling(source, language, zone)), [], source.version.at));
    if (printed.notAccessible !== undefined) log.warn({ session: source.session.id, reason: printed.notAccessible }, 'minutes are not PDF/UA');
    return printed.pdf;
  } catch (error) {
    if (error instanceof PrintError) log.error({ session: source.session.id, fault: error.fault, reason: error.reason }, 'minutes were not printed');
    throw error;
  }
}

function nameOf({ session, version }: MinutesSource, asked: string): string {
  const { words } = minutesWords(asked);
  return `${words.document} – ${session.title} – ${fill(words.version, { number: version.number })}`;
}
