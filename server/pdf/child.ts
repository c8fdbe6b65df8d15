/**
 * The process that typesets one document: a job in, a line of JSON and the PDF out. It is started by print.ts with limits on memory
 * and time and without the server's environment, so that a document that is too much for it stops this process alone.
 */
import { text } from 'node:stream/consumers';
import { compile } from './compile.ts';
import type { Compiled } from './compile.ts';
import { job } from './job.ts';

function run(input: string): Compiled {
  try {
    return compile(job.parse(JSON.parse(input)));
  } catch (error) {
    return { outcome: { ok: false, reason: error instanceof Error ? error.message : String(error) } };
  }
}

const { outcome, pdf } = run(await text(process.stdin));
process.stdout.write(`${JSON.stringify(outcome)}\n`);
process.stdout.write(pdf ?? '', () => process.exit(0));
