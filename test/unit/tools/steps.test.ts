import { expect, test } from 'vitest';
import { installCommand, notInstalled } from '../../../tools/setup/apt.mjs';
import { SetupError, explain } from '../../../tools/setup/errors.mjs';
import { exitCode, onSignal } from '../../../tools/setup/launch.mjs';
import { duration, progressLines, step } from '../../../tools/setup/steps.mjs';
import { buildProgress } from '../../../tools/setup/worker.mjs';

test('only packages that dpkg calls installed count as installed', () => {
  const list = 'chromium installed\nstrace config-files\npoppler-utils half-configured\n';
  expect(notInstalled(['chromium', 'strace', 'poppler-utils', 'debmake-doc'], list)).toEqual(['strace', 'poppler-utils', 'debmake-doc']);
});

test('an administrator gets the whole command', () => {
  expect(installCommand(['g++', 'meson'])).toBe('apt-get update && apt-get install -y --no-install-recommends g++ meson');
});

test.each([[40, '0.0 s'], [9_940, '9.9 s'], [12_400, '12 s'], [59_700, '60 s'], [60_000, '1 min 0 s'], [301_000, '5 min 1 s']])(
  '%i ms is told as %s', (milliseconds, text) => {
    expect(duration(milliseconds)).toBe(text);
  },
);

test('progress is read from ninja and from nothing else', () => {
  expect(buildProgress('[12/261] Compiling C++ object x.o')).toEqual({ done: 12, total: 261 });
  expect(buildProgress('warning: [1/2]')).toBeUndefined();
});

test('without a terminal, progress is a line for each tenth', () => {
  const line = progressLines('Building', false);
  const lines = Array.from({ length: 261 }, (_, index) => line(index + 1, 261)).filter(Boolean);
  expect(lines).toHaveLength(10);
  expect(lines[0]).toBe('Building 10 % [27/261]\n');
  expect(lines[9]).toBe('Building 100 % [261/261]\n');
});

test('a step writes one line, with what came out of it', async () => {
  const written: string[] = [];
  const output = { isTTY: false, write: (text: string) => written.push(text) };
  await step('Looking', async () => 3, (found) => `Found ${found}`, output);
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^Found 3 \(\d\.\d s\)\n$/);
});

test('on a terminal progress overwrites its own line', async () => {
  const written: string[] = [];
  const output = { isTTY: true, write: (text: string) => written.push(text) };
  await step('Building', async (progress) => progress(1, 2), undefined, output);
  const text = written.join('').replaceAll('\r\u001b[K', '<over>');
  expect(text).toMatch(/^Building …<over>Building \[1\/2\]<over>Building \(\d\.\d s\)\n$/);
});

test('a step that fails does not claim to be done', async () => {
  const written: string[] = [];
  const output = { isTTY: false, write: (text: string) => written.push(text) };
  await expect(step('Building', () => Promise.reject(new SetupError('no')), undefined, output)).rejects.toThrow('no');
  expect(written).toEqual([]);
});

test('what stops set-up is told in words with what to do', () => {
  expect(explain(new SetupError('It broke.', 'Mend it.'))).toBe('It broke.\nMend it.');
  expect(explain(Object.assign(new Error('write'), { code: 'ENOSPC', path: '/x' }))).toContain('The disk is full (/x)');
  expect(explain(Object.assign(new Error('open'), { code: 'EACCES', path: '/x' }))).toContain('No permission to write (/x)');
});

test('the end of a program is passed on as a shell does it', () => {
  expect(exitCode(3, null)).toBe(3);
  expect(exitCode(null, 'SIGKILL')).toBe(137);
});

test('a signal is passed on once, its echo ignored, and insisting is heard', () => {
  expect(onSignal(undefined, 1_000)).toBe('pass');
  expect(onSignal(1_000, 1_050)).toBe('ignore');
  expect(onSignal(1_000, 5_000)).toBe('kill');
});
