import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const LAUNCH = new URL('../../../tools/setup/launch.mjs', import.meta.url).href;

/** A launcher in a process of its own, since it listens to signals; it runs the scripts and ends with their exit code. */
function launcher(...scripts: string[]) {
  const programs = scripts.map((script) => ({ command: process.execPath, args: ['-e', script], cwd: '/' }));
  const source = `
    import { runTogether } from '${LAUNCH}';
    process.exitCode = await runTogether(${JSON.stringify(programs)}.map((program) => ({ ...program, env: process.env })));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = once(child, 'close').then(([code]) => code as number);
  return { child, ended, output: () => output };
}

/** Says when it is ready, and ends with code 7 after a signal, telling how many it saw. */
const ORDERLY = `
  let seen = 0;
  process.on('SIGTERM', () => { seen += 1; setImmediate(() => { console.log('seen ' + seen); process.exit(7); }); });
  setInterval(() => {}, 1000);
  console.log('ready');`;

test('a program\'s exit code is ours', async () => {
  expect(await launcher('process.exit(3)').ended).toBe(3);
});

test('a program that dies from a signal is told as a shell does it', async () => {
  expect(await launcher('process.kill(process.pid, "SIGKILL")').ended).toBe(137);
});

test('a signal reaches the program once, and its orderly end is waited for', async () => {
  const { child, ended, output } = launcher(ORDERLY);
  await expect.poll(output).toContain('ready');
  child.kill('SIGTERM');
  expect(await ended).toBe(7);
  expect(output()).toContain('seen 1');
});

test('when one of two ends, the other is stopped', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'gangway-launch-'));
  const ready = join(directory, 'ready');
  // The second ends as soon as the first can hear that it should.
  const first = `${ORDERLY} require('node:fs').writeFileSync('${ready}', '');`;
  const second = `setInterval(() => { if (require('node:fs').existsSync('${ready}')) process.exit(4); }, 10);`;
  const { ended, output } = launcher(first, second);
  expect(await ended).toBe(4);
  expect(output()).toContain('seen 1');
  rmSync(directory, { recursive: true });
});
