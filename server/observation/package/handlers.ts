import { hash as digest } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { holds } from '../../../protocol/live/audience.ts';
import type { SessionEvent } from '../../../protocol/live/event.ts';
import { latest } from '../../../protocol/observation/report.ts';
import { inlineName } from '../../files/serve.ts';
import { seatOf } from '../../http/call.ts';
import type { RouteHandlers, Seat } from '../../http/call.ts';
import type { Log } from '../../log.ts';
import { fill } from '../../pdf/fill.ts';
import { PrintError } from '../../pdf/print.ts';
import { printReport, reportSource } from '../report/handlers.ts';
import { reportJson } from '../report/reportJson.ts';
import { reportLanguage } from '../report/words.ts';
import { orThrow } from '../../refusal.ts';
import { errnoOf } from '../../store/errors.ts';
import type { LogHead, SessionLog, Store } from '../../store/store.ts';
import { decideExport } from './exported.ts';
import { releasedContents, wholeContents } from './contents.ts';
import { logFile, openTo, summarise } from './logView.ts';
import { PACKAGE_SCHEMA, sessionFacts } from './manifest.ts';
import type { ListedFile, Manifest } from './manifest.ts';
import { streamZip } from './zip.ts';
import type { ZipEntry } from './zip.ts';

export interface PackageOptions {
  readonly store: Store;
  readonly log: Log;
}

interface SmallFile {
  readonly path: string;
  readonly content: Buffer;
}

export function packageHandlers({ store, log }: PackageOptions): Pick<RouteHandlers, 'evidencePackage'> {
  return {
    evidencePackage: async (call) => {
      const seat = seatOf(call);
      const { live, participant } = seat;
      const { entries, name } = await packageFor(seat, store, log);
      const isFetched = call.request.method !== 'HEAD';
      // Before the first byte leaves; where the log cannot be written nothing leaves.
      if (isFetched) orThrow(await live.decide(participant.id, (state) => decideExport(state, participant)));
      call.response.set({
        'Content-Type': 'application/zip', 'Content-Disposition': inlineName(`${name}.zip`).replace(/^inline/u, 'attachment'),
        'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-store',
      });
      if (!isFetched) {
        call.response.end();
        return;
      }
      try {
        await streamZip(entries, call.response);
      } catch (error) {
        // Whoever asked went away; or a file failed under way, and a package that breaks off cannot be mistaken for a whole one.
        if (errnoOf(error) !== 'ERR_STREAM_PREMATURE_CLOSE') log.error({ err: error, session: seat.live.id }, 'an evidence package broke off');
      }
    },
  };
}

/** Reads and checks the log first, so that a damaged one is refused instead of packed. Throws session.damaged. */
async function packageFor({ live, participant }: Seat, store: Store, log: Log): Promise<{ readonly entries: readonly ZipEntry[]; readonly name: string }> {
  const { state } = live;
  const isCustodian = holds(state, participant, 'evidence.custody');
  const sessionLog = await store.log<SessionEvent>(live.id);
  const isOpen = openTo(state, participant);
  const summary = await summarise(sessionLog, state.seq, isOpen);
  const has = (hash: string): Promise<boolean> => store.files.has(hash);
  const { evidence } = state.observation;
  const contents = await (isCustodian ? wholeContents(evidence, has) : releasedContents(evidence, has));
  const report = await latestReport(live.state, sessionLog, summary.head, reportLanguage(participant.language), store, log);
  const small: readonly SmallFile[] = [...await enclosed(summary.head), ...report.files];
  const { id, name, role, administrationName } = participant;
  const manifest: Manifest = {
    schema: PACKAGE_SCHEMA, madeAt: Date.now(), madeFor: { id, name, role, administrationName }, view: isCustodian ? 'custody' : 'released',
    session: sessionFacts(state.session),
    log: { file: 'log.jsonl', entries: summary.head.seq, head: summary.head.hash, closed: summary.closed },
    ...(report.listed ? { report: report.listed } : {}),
    evidence: contents.items,
    files: [
      ...small.map(listed),
      { path: 'log.jsonl', bytes: summary.bytes, sha256: summary.sha256 },
      ...contents.files.map(({ path, bytes, hash }) => ({ path, bytes, sha256: hash })),
    ],
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const seal = Buffer.from(`${digest('sha256', text)}  manifest.json\n`);
  const mtime = manifest.madeAt;
  const entryOf = ({ path, content }: SmallFile): ZipEntry => ({ path, mtime, compress: true, content: () => once(content) });
  return {
    name: `${state.session.title} – ${isCustodian ? 'evidence' : 'released evidence'}`,
    entries: [
      ...[...small, { path: 'manifest.json', content: text }, { path: 'manifest.sha256', content: seal }].map(entryOf),
      { path: 'log.jsonl', mtime, compress: true, content: () => logFile(sessionLog, state.seq, isOpen) },
      ...contents.files.map((file): ZipEntry => ({
        path: file.path, mtime: file.mtime, compress: false, content: () => stored(store, file.hash),
      })),
    ],
  };
}

async function latestReport(
  state: Seat['live']['state'], sessionLog: SessionLog<SessionEvent>, head: LogHead, language: ReturnType<typeof reportLanguage>, store: Store, log: Log,
): Promise<{ readonly files: readonly SmallFile[]; readonly listed?: Manifest['report'] }> {
  const newest = latest(state.observation.report);
  if (!newest) return { files: [] };
  const source = await reportSource(state, newest.number, sessionLog, head);
  const json: SmallFile = { path: `report/report-${newest.number}.json`, content: Buffer.from(`${JSON.stringify(reportJson(source), null, 2)}\n`) };
  const listed = { number: newest.number, json: json.path };
  try {
    const { pdf } = await printReport({ source, language, files: store.files, log });
    const printed: SmallFile = { path: `report/report-${newest.number}.${language}.pdf`, content: pdf };
    return { files: [json, printed], listed: { ...listed, pdf: printed.path } };
  } catch (error) {
    // The record matters more than its print, which can be made at any time.
    if (error instanceof PrintError) return { files: [json], listed: { ...listed, noPdf: true } };
    throw error;
  }
}

/** What is in every package: how to check it, in words (which say up to where its log goes) and as a program. */
async function enclosed({ seq, hash }: LogHead): Promise<readonly SmallFile[]> {
  const [words, program] = await Promise.all(['README.txt', 'verify.mjs'].map((path) => readFile(new URL(path, import.meta.url))));
  return [{ path: 'README.txt', content: Buffer.from(fill(words!.toString(), { entries: seq, head: hash })) }, { path: 'verify.mjs', content: program! }];
}

function listed({ path, content }: SmallFile): ListedFile {
  return { path, bytes: content.length, sha256: digest('sha256', content) };
}

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}

async function* stored(store: Store, hash: string): AsyncGenerator<Uint8Array> {
  yield* (await store.files.open(hash)).stream as AsyncIterable<Uint8Array>;
}
