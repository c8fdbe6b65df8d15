// npm test: everything that the tests need, then type check, lint and all tests, and one line that counts them.
// npm test -- unit browser test/unit/tools chooses projects and files.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from './setup/cache.mjs';
import { ensureTestTools } from './setup/test-tools.mjs';
import { addChecks, countLine, countTests, testArguments } from './setup/count.mjs';
import { explain } from './setup/errors.mjs';
import { runTogether } from './setup/launch.mjs';
import { nodeProgram, prepare } from './setup/prepare.mjs';

const PROJECTS = ['unit', 'integration', 'pages', 'browser'];

/** @returns {Promise<import('./setup/count.mjs').Count>} */
async function test() {
  const chosen = testArguments(process.argv.slice(2), PROJECTS);
  // Unit tests alone need neither browser nor worker, so that they answer at once.
  const whole = chosen.projects.length === 0 || chosen.projects.some((name) => name !== 'unit');
  const prepared = await prepare({ client: whole, worker: whole });
  if (whole) await ensureTestTools();

  /** @param {string[]} args */
  const check = async (...args) => (await runTogether([nodeProgram(prepared, args)])) === 0;
  const types = await check('node_modules/typescript/bin/tsc', '--noEmit');
  console.log(types ? 'Type check passed' : 'Type check failed');
  const lint = await check('node_modules/oxlint/bin/oxlint', '--deny-warnings');
  console.log(lint ? 'Lint passed' : 'Lint failed');

  const directory = mkdtempSync(join(tmpdir(), 'gangway-test-'));
  try {
    const report = join(directory, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...chosen.args];
    const code = await runTogether([nodeProgram(prepared, vitest)]);
    const text = readText(report);
    return addChecks(countTests(text ? JSON.parse(text) : undefined, code, chosen), [types, lint]);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

try {
  const count = await test();
  console.log(countLine(count));
  process.exitCode = count.failed === 0 ? 0 : 1;
} catch (error) {
  console.error(`\n${explain(error)}\n`);
  console.log(countLine({ passed: 0, failed: 1 }));
  process.exitCode = 1;
}
