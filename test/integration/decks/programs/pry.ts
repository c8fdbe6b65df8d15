/** In place of the check: tries what a hostile file might bring it to do, and answers a page for each thing that was possible. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const file = process.argv[2]!;
const attempts: readonly (() => unknown)[] = [
  () => readFileSync(file),
  () => readdirSync(dirname(file)),
  () => readFileSync('/etc/passwd'),
  () => writeFileSync(`${file}.more`, 'x'),
  () => writeFileSync(file, 'x'),
  () => execFileSync('/bin/true'),
  () => {
    if (process.env['GANGWAY_TEST_SECRET'] === undefined) throw new Error('nothing inherited');
  },
];
const possible = attempts.filter((attempt) => {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
});
process.stdout.write(`${JSON.stringify({ ok: true, pages: possible.length })}\n`);
