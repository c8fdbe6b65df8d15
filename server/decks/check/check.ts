import { spawn } from 'node:child_process';
import { resolve as absolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RefusalError } from '../../../protocol/errors.ts';
import { limits } from '../../../protocol/limits.ts';
import { parse } from '../../live/parse.ts';
import { verdict } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface CheckOptions {
  /** ms until the process is killed. */
  readonly timeoutMs?: number;
  readonly child?: URL;
}

const HEAP_MB = 512;
/** Data segment in kB: the heap above beside what V8 reserves without using it. A file that unpacks without end stops here. */
const DATA_KB = 1_100_000;
const CHECK_TIMEOUT_MS = 30_000;
const ANSWER_CHARS = 1_000;

/** Reads, of all the disk, its own code and the one file; starts nothing, loads nothing native. */
const project = new URL('../../../', import.meta.url);
const readOnly = ['server/decks/check/', 'node_modules/pdfjs-dist/', 'package.json'].map((path) => fileURLToPath(new URL(path, project)));

/**
 * Opens a PDF in a process of its own and answers its pages. Refuses by throwing a RefusalError: file.notPdf,
 * file.broken, file.encrypted, file.tooManyPages, file.timeout.
 */
export async function checkPdf(path: string, options: CheckOptions = {}): Promise<{ readonly pages: number }> {
  const answer = await ask(absolute(path), options);
  if (!answer.ok) throw new RefusalError(answer.code);
  return { pages: answer.pages };
}

function ask(path: string, { timeoutMs = CHECK_TIMEOUT_MS, child = new URL('./child.ts', import.meta.url) }: CheckOptions): Promise<Verdict> {
  const { promise, resolve, reject } = Promise.withResolvers<Verdict>();
  const program = fileURLToPath(child);
  const node = [
    process.execPath, `--max-old-space-size=${HEAP_MB}`, '--permission', ...[...readOnly, program, path].map((place) => `--allow-fs-read=${place}`),
    '--no-warnings', program, path, String(limits.deckPages),
  ];
  // The shell sets what Node cannot set for a child: no core files, no writing, memory beside the heap, processor seconds.
  const shell = `ulimit -c 0; ulimit -f 0; ulimit -d ${DATA_KB}; ulimit -t ${Math.ceil(timeoutMs / 1000)}; exec "$@"`;
  const checking = spawn('/bin/sh', ['-c', shell, 'sh', ...node], { detached: true, env: {}, stdio: ['ignore', 'pipe', 'ignore'], cwd: '/' });
  let text = '';
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    killGroup(checking.pid);
  }, timeoutMs);
  checking.stdout.setEncoding('utf8').on('data', (part: string) => {
    if (text.length < ANSWER_CHARS) text += part;
  });
  checking.on('error', reject);
  checking.on('close', () => {
    clearTimeout(timer);
    killGroup(checking.pid);
    if (late) return reject(new RefusalError('file.timeout'));
    return resolve(verdictOf(text));
  });
  return promise;
}

/** A process that fell over the file without an answer says that the file is not one to show. */
function verdictOf(text: string): Verdict {
  try {
    const parsed = parse(verdict, JSON.parse(text));
    return parsed.ok ? parsed.value : { ok: false, code: 'file.broken' };
  } catch {
    return { ok: false, code: 'file.broken' };
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
