import { RefusalError } from '../../../protocol/errors.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers, Seat } from '../../http/call.ts';
import type { Log } from '../../log.ts';
import { printLogged, sendJson, sendPdf } from '../../pdf/answer.ts';
import type { Printed } from '../../pdf/print.ts';
import { printOf } from '../../pdf/document.ts';
import type { DocumentPicture } from '../../pdf/document.ts';
import { fill } from '../../pdf/fill.ts';
import type { FileStore, LogHead, SessionLog, Store } from '../../store/store.ts';
import type { ReportFacts } from '../../../protocol/observation/reportFacts.ts';
import { printedPicture } from './criteria.ts';
import { reportDocument } from './reportDocument.ts';
import { reportJson } from './reportJson.ts';
import { telling } from './telling.ts';
import type { ReportSource } from './telling.ts';
import { reportLanguage, reportWords } from './words.ts';
import type { ReportLanguage } from './words.ts';

export interface ReportOptions {
  readonly store: Store;
  readonly log: Log;
}

/** Of all pictures of one print, as they are stored. */
const PICTURE_BYTES = 48 * 1024 * 1024;

export function reportHandlers({ store, log }: ReportOptions): Pick<RouteHandlers, 'reportPdf' | 'reportJson'> {
  const sourceFor = async ({ live: { id, state } }: Seat, number: string | undefined): Promise<ReportSource> => {
    const its = await store.log<SessionEvent>(id);
    return reportSource(state, Number(number), its, its.head);
  };
  return {
    reportPdf: async (call) => {
      const source = await sourceFor(seatOf(call), call.params['number']);
      const language = reportLanguage(call.query.language);
      const { pdf } = await printReport({ source, language, viewerZone: call.query.zone, files: store.files, log });
      sendPdf(call.response, reportName(source, language), pdf);
    },
    reportJson: async (call) => {
      const source = await sourceFor(seatOf(call), call.params['number']);
      sendJson(call.response, reportName(source, 'en'), reportJson(source));
    },
  };
}

/** A version of the report with its facts; `head` is where the log stands for who reads it. Throws report.absent. */
export async function reportSource(
  { session, participants, observation: { report } }: SessionState, number: number, log: SessionLog<SessionEvent>, head: LogHead,
): Promise<ReportSource> {
  const version = report.versions.find((one) => one.number === number);
  const facts = version && (report.facts[version.factsOf] ?? await factsFrom(log, version.factsOf));
  if (!facts) throw new RefusalError('report.absent');
  return { session, participants, version, facts, head };
}

/** What an earlier version said is not in the state any more; the log keeps everything. */
async function factsFrom(log: SessionLog<SessionEvent>, number: number): Promise<ReportFacts | undefined> {
  for await (const { type, data } of log.read()) if (type === 'report.built' && data.number === number) return data.facts;
  return undefined;
}

export interface ReportPrint {
  readonly source: ReportSource;
  readonly language: ReportLanguage;
  readonly viewerZone?: string;
  readonly files: FileStore;
  readonly log: Log;
}

/** Prints a version of a report. Rejects with a PrintError, which is print.failed. */
export async function printReport({ source, language, viewerZone, files, log }: ReportPrint): Promise<Printed> {
  const { pictures, leftOut } = await picturesOf(source, files);
  const document = reportDocument(telling(source, language, viewerZone), leftOut);
  return printLogged(printOf(document, pictures, source.version.at), { log, session: source.session.id, what: 'a report' });
}

function reportName({ session, version }: ReportSource, language: ReportLanguage): string {
  const { words } = reportWords(language);
  return `${words.document} – ${session.title} – ${fill(words.version, { number: version.number })}`;
}

async function picturesOf({ facts }: ReportSource, files: FileStore): Promise<{ readonly pictures: readonly DocumentPicture[]; readonly leftOut: boolean }> {
  const pictures = new Map<string, DocumentPicture>();
  let bytes = 0;
  let leftOut = false;
  for (const one of facts.evidence) {
    const name = printedPicture(one);
    if (name === undefined || pictures.has(name) || !(await files.has(name))) continue;
    bytes += one.pictured.thumbnail?.bytes ?? 0;
    if (bytes > PICTURE_BYTES) leftOut = true;
    else pictures.set(name, { name, path: await files.pathForReading(name) });
  }
  return { pictures: [...pictures.values()], leftOut };
}
