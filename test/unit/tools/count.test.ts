import { describe, expect, test } from 'vitest';
import { addChecks, countLine, countTests, testArguments } from '../../../tools/setup/count.mjs';

const file = (status: string, ...statuses: string[]) => ({ status, assertionResults: statuses.map((each) => ({ status: each })) });
const report = (...testResults: ReturnType<typeof file>[]) => ({ testResults });

describe('counting a test run', () => {
  test.each([
    ['all pass', report(file('passed', 'passed', 'passed')), 0, { passed: 2, failed: 0 }],
    ['one fails', report(file('failed', 'passed', 'failed')), 1, { passed: 1, failed: 1 }],
    ['a skipped test is a failed one', report(file('passed', 'passed', 'skipped')), 0, { passed: 1, failed: 1 }],
    ['so is one to be written', report(file('passed', 'passed', 'todo')), 0, { passed: 1, failed: 1 }],
    ['a file that cannot be loaded', report(file('failed'), file('passed', 'passed')), 1, { passed: 1, failed: 1 }],
    ['a hook that fails after tests that pass', report(file('failed', 'passed')), 1, { passed: 1, failed: 1 }],
    ['an error outside all tests', report(file('passed', 'passed')), 1, { passed: 1, failed: 1 }],
    ['no test at all', report(), 0, { passed: 0, failed: 1 }],
    ['files without tests', report(file('passed')), 0, { passed: 0, failed: 1 }],
    ['a run that was cut off', undefined, 137, { passed: 0, failed: 1 }],
  ])('%s', (_, results, code, expected) => {
    expect(countTests(results, code)).toEqual(expected);
  });

  test('tests left out by name on purpose do not count', () => {
    expect(countTests(report(file('passed', 'passed', 'skipped')), 0, { filtered: true })).toEqual({ passed: 1, failed: 0 });
    expect(countTests(report(file('failed', 'failed', 'skipped')), 1, { filtered: true })).toEqual({ passed: 0, failed: 1 });
    expect(countTests(report(file('passed', 'skipped')), 0, { filtered: true })).toEqual({ passed: 0, failed: 1 });
  });

  test('checks count as one each, and the line says it all', () => {
    const count = addChecks({ passed: 5, failed: 1 }, [true, false]);
    expect(count).toEqual({ passed: 6, failed: 2 });
    expect(countLine(count)).toBe('6 passed, 2 failed');
  });
});

describe('arguments of npm test', () => {
  const projects = ['unit', 'integration', 'browser'];

  test('a project\'s name chooses it, anything else goes through', () => {
    expect(testArguments(['unit', 'browser', 'test/unit/tools'], projects)).toEqual({
      args: ['--project', 'unit', '--project', 'browser', 'test/unit/tools'], filtered: false, projects: ['unit', 'browser'],
    });
  });

  test('a choice by name is known', () => {
    expect(testArguments(['-t', 'lobby'], projects).filtered).toBe(true);
    expect(testArguments(['--testNamePattern=lobby'], projects).filtered).toBe(true);
    expect(testArguments([], projects)).toEqual({ args: [], filtered: false, projects: [] });
  });
});
