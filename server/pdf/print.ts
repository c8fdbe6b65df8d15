import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RefusalError } from '../../protocol/errors.ts';
import { Turns } from '../decks/turns.ts';
import { fontPaths } from './fonts.ts';
import { outcome as outcomes } from './job.ts';
import type { Job, Outcome } from './job.ts';

export interface PrintJob extends Pick<Job, 'template' | 'data' | 'pictures'> {
  /** When the document says that it was made, ms: the same job prints the same bytes. */
  readonly madeAt: number;
}

export interface Printed {
  readonly pdf: Buffer;
  /** Why the compiler did not vouch for PDF/UA-1; absent: it did. */
  readonly notAccessible?: string;
}

export interface PrintOptions {
  /** ms until the process is killed. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly child?: URL;
}

export type PrintFault = 'busy' | 'timeout' | 'tooLarge' | 'failed';

/** A document was not printed. Leaves the server as `print.failed`; `fault` and `reason` are for the log. */
export class PrintError extends RefusalError {
  readonly fault: PrintFault;
  readonly reason: string;
  constructor(fault: PrintFault, reason: string) {
    super('print.failed', fault);
    this.name = 'PrintError';
    this.fault = fault;
    this.reason = reason;
  }
}

const TIMEOUT_MS = 60_000;
const MAX_BYTES = 64 * 1024 * 1024;
/** Data segment of the process, kB: the compiler with its typefaces and the pictures of a long report. */
const DATA_KB = 2_000_000;
const AT_ONCE = 2;
/** Whoever comes later is told so at once, instead of after minutes. */
const WAITING = 20;
const COMPLAINT_CHARS = 2_000;

const turns = new Turns(AT_ONCE);
let under = 0;

/** Typst sources that a template may import stand here; nothing outside of it can be read by a template. */
const root = fileURLToPath(new URL('./typst', import.meta.url));

/**
 * Typesets a document with Typst, in a process of its own. The data reaches the template as data, so that no name or text can be
 * taken for Typst source. Rejects with a PrintError.
 */
export async function printPdf(print: PrintJob, options: PrintOptions = {}): Promise<Printed> {
  if (under >= AT_ONCE + WAITING) throw new PrintError('busy', 'too many documents wait to be printed');
  under += 1;
  try {
    return await turns.run(() => ask(print, options));
  } finally {
    under -= 1;
  }
}

function ask({ template, data, pictures, madeAt }: PrintJob, options: PrintOptions): Promise<Printed> {
  const { timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES, child = new URL('./child.ts', import.meta.url) } = options;
  const { promise, resolve, reject } = Promise.withResolvers<Printed>();
  // The shell sets what Node cannot set for a child: no core files, memory, processor seconds.
  const shell = `ulimit -c 0; ulimit -d ${DATA_KB}; ulimit -t ${Math.ceil(timeoutMs / 1000)}; exec "$@"`;
  const printing = spawn('/bin/sh', ['-c', shell, 'sh', process.execPath, '--no-warnings', fileURLToPath(child)], {
    detached: true, env: {}, stdio: ['pipe', 'pipe', 'pipe'], cwd: '/',
  });
  const parts: Buffer[] = [];
  let size = 0;
  let complaint = '';
  let fault: PrintFault | undefined;
  const stop = (why: PrintFault): void => {
    fault = why;
    killGroup(printing.pid);
  };
  const timer = setTimeout(() => stop('timeout'), timeoutMs);
  printing.stdout.on('data', (part: Buffer) => {
    size += part.length;
    if (size > maxBytes) stop('tooLarge');
    else parts.push(part);
  });
  printing.stderr.setEncoding('utf8').on('data', (part: string) => {
    complaint = (complaint + part).slice(-COMPLAINT_CHARS);
  });
  printing.on('error', (error) => reject(new PrintError('failed', error.message)));
  printing.on('close', () => {
    clearTimeout(timer);
    killGroup(printing.pid);
    if (fault) return reject(new PrintError(fault, complaint));
    const answer = read(Buffer.concat(parts));
    if (!answer) return reject(new PrintError('failed', complaint));
    if (!answer.outcome.ok) return reject(new PrintError('failed', answer.outcome.reason));
    const { standard, reason = '' } = answer.outcome;
    return resolve({ pdf: answer.pdf, ...(standard === 'ua-1' ? {} : { notAccessible: reason }) });
  });
  // A process that is gone takes no more; its end is told by "close".
  printing.stdin.on('error', () => undefined);
  const job: Job = { template, data, pictures, fonts: [...fontPaths], root, madeAt: Math.floor(madeAt / 1000) };
  printing.stdin.end(JSON.stringify(job));
  return promise;
}

function read(answer: Buffer): { readonly outcome: Outcome; readonly pdf: Buffer } | undefined {
  const end = answer.indexOf('\n');
  if (end < 0) return undefined;
  const parsed = outcomes.safeParse(JSON.parse(answer.toString('utf8', 0, end)));
  return parsed.success ? { outcome: parsed.data, pdf: answer.subarray(end + 1) } : undefined;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}
