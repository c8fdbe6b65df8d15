// Counts a test run so that nothing that was not seen to pass can pass for passed.

/**
 * What we read of the report of vitest's JSON reporter.
 * @typedef {object} Report
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one for each file
 */

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Counts the tests. A skipped or unfinished test is a failed one. So is a file that failed outside its tests, and a run
 * that went wrong in a way that no test tells, or that had no tests at all.
 * @param {Report | undefined} report nothing when the run ended without one
 * @param {number} exitCode of vitest
 * @param {{ filtered?: boolean }} [options] filtered: tests were left out by name on purpose, and do not count
 * @returns {Count}
 */
export function countTests(report, exitCode, { filtered = false } = {}) {
  const count = { passed: 0, failed: 0 };
  for (const file of report?.testResults ?? []) {
    const before = count.failed;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') count.passed += 1;
      else if (!filtered || status === 'failed') count.failed += 1;
    }
    if (file.status === 'failed' && count.failed === before) count.failed += 1;
  }
  if (count.failed === 0 && (exitCode !== 0 || count.passed === 0)) count.failed = 1;
  return count;
}

/**
 * Adds checks that pass or fail as a whole.
 * @param {Count} count
 * @param {readonly boolean[]} checks
 * @returns {Count}
 */
export function addChecks(count, checks) {
  const passed = checks.filter(Boolean).length;
  return { passed: count.passed + passed, failed: count.failed + checks.length - passed };
}

/**
 * @param {Count} count
 * @returns {string} the last line of a test run
 */
export function countLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/**
 * Turns the arguments of npm test into vitest's: a project's name chooses it, anything else goes through.
 * @param {readonly string[]} args
 * @param {readonly string[]} projects
 * @returns {{ args: string[], filtered: boolean, projects: string[] }} filtered: tests are chosen by name; projects: those
 *   chosen by name, none when all may run
 */
export function testArguments(args, projects) {
  const chosen = args.filter((arg) => projects.includes(arg));
  return {
    args: args.flatMap((arg) => (projects.includes(arg) ? ['--project', arg] : [arg])),
    filtered: args.some((arg) => arg === '-t' || arg.startsWith('--testNamePattern')),
    projects: chosen,
  };
}
