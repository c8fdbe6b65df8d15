import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RefusalError } from '../../../protocol/errors.ts';
import { Turns } from '../../decks/turns.ts';
import { outcome as outcomes } from './job.ts';
import type { Job, Outcome } from './job.ts';

export interface RunOptions {
  /** ms until the process is killed. */
  readonly timeoutMs?: number;
  readonly child?: URL;
}

export interface Worked {
  readonly pdf: Buffer;
  readonly reply: unknown;
}

const TIMEOUT_MS = 30_000;
const HEAP_MB = 768;
/** Data segment in kB: the heap beside what V8 reserves without using it. A file that unpacks without end stops here. */
const DATA_KB = 1_600_000;
const AT_ONCE = 2;
const WAITING = 12;
/** What a signature adds to a file, and then some. */
const GROWTH_BYTES = 8 * 1024 * 1024;

const turns = new Turns(AT_ONCE);
let under = 0;

/** Reads, of all the disk, code alone; starts nothing, writes nothing. */
const project = new URL('../../../', import.meta.url);
const readOnly = ['server/signing/', 'server/pdf/fonts.ts', 'protocol/', 'node_modules/', 'package.json'].map((path) => fileURLToPath(new URL(path, project)));

/**
 * Has a process of its own parse, prepare, sign or inspect a PDF. Refuses by throwing a RefusalError with the code of what was wrong;
 * `file.timeout` where it took too long, `rate.limited` where too many wait.
 */
export async function run(job: Job, pdf: Uint8Array, options: RunOptions = {}): Promise<Worked> {
  if (under >= AT_ONCE + WAITING) throw new RefusalError('rate.limited');
  under += 1;
  try {
    return await turns.run(() => ask(job, pdf, options));
  } finally {
    under -= 1;
  }
}

function ask(job: Job, pdf: Uint8Array, { timeoutMs = TIMEOUT_MS, child = new URL('./child.ts', import.meta.url) }: RunOptions): Promise<Worked> {
  const { promise, resolve, reject } = Promise.withResolvers<Worked>();
  const program = fileURLToPath(child);
  const node = [
    process.execPath, `--max-old-space-size=${HEAP_MB}`, '--permission', ...[...readOnly, program].map((place) => `--allow-fs-read=${place}`), '--no-warnings', program,
  ];
  // The shell sets what Node cannot set for a child: no core files (a key may be in its memory), no writing, memory, processor seconds.
  const shell = `ulimit -c 0; ulimit -f 0; ulimit -d ${DATA_KB}; ulimit -t ${Math.ceil(timeoutMs / 1000)}; exec "$@"`;
  const working = spawn('/bin/sh', ['-c', shell, 'sh', ...node], { detached: true, env: {}, stdio: ['pipe', 'pipe', 'ignore'], cwd: '/' });
  const parts: Buffer[] = [];
  let size = 0;
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    killGroup(working.pid);
  }, timeoutMs);
  working.stdout.on('data', (part: Buffer) => {
    size += part.length;
    if (size > pdf.length * 2 + GROWTH_BYTES) killGroup(working.pid);
    else parts.push(part);
  });
  working.on('error', reject);
  working.on('close', () => {
    clearTimeout(timer);
    killGroup(working.pid);
    if (late) return reject(new RefusalError('file.timeout'));
    const answer = read(Buffer.concat(parts));
    // A process that fell over the file without an answer says that nothing can be done with it.
    if (!answer) return reject(new RefusalError('file.broken'));
    if (!answer.outcome.ok) return reject(new RefusalError(answer.outcome.code));
    return resolve({ pdf: answer.rest, reply: answer.outcome.reply });
  });
  // A process that is gone takes no more; its end is told by "close".
  working.stdin.on('error', () => undefined);
  working.stdin.write(`${JSON.stringify(job)}\n`);
  working.stdin.end(pdf);
  return promise;
}

function read(answer: Buffer): { readonly outcome: Outcome; readonly rest: Buffer } | undefined {
  const end = answer.indexOf('\n');
  if (end < 0) return undefined;
  try {
    const parsed = outcomes.safeParse(JSON.parse(answer.toString('utf8', 0, end)));
    const rest = answer.subarray(end + 1);
    // Cut off in the middle is no answer either.
    return parsed.success && (!parsed.data.ok || parsed.data.pdf === rest.length) ? { outcome: parsed.data, rest } : undefined;
  } catch {
    return undefined;
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}
