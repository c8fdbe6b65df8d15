import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line of a program beside this file, on this Node. */
export function program(name: string): string[] {
  return [process.execPath, fileURLToPath(new URL(`programs/${name}.ts`, import.meta.url))];
}

/** Runs a command to its end. */
export function run(command: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const [file = '', ...rest] = command;
    const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_NO_WARNINGS: '1', ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr += text; });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Runs a program that prints one JSON document, and answers it. */
export async function answerOf<T>(command: readonly string[], env?: Record<string, string>): Promise<T> {
  const { code, stdout, stderr } = await run(command, env);
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return JSON.parse(stdout) as T;
}

/**
 * The way into a mount namespace of its own, where a test may mount what it likes and nothing of it is left; undefined where the
 * system allows none.
 */
export async function privateMounts(): Promise<string[] | undefined> {
  for (const way of [['unshare', '-m'], ['unshare', '-rm']]) {
    const tried = await run([...way, 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).catch(() => undefined);
    if (tried?.code === 0) return way;
  }
  return undefined;
}

/** Runs under strace; a machine without it is told what to install. */
export async function traced(options: readonly string[], command: readonly string[]): Promise<string[]> {
  const found = await run(['strace', '-V']).catch(() => undefined);
  if (found?.code !== 0) throw new Error('This test needs strace. Install it: apt-get install strace');
  // Whatever the disk is asked for comes from one thread, so that strace can count it.
  return ['env', 'UV_THREADPOOL_SIZE=1', 'strace', '-f', '-qq', ...options, ...command];
}
