/**
 * The process that parses, signs or judges one PDF: a job on its input, an answer on its output. It is started by run.ts with limits on
 * memory and time, sees no file but the code, and takes the key it was given along when it ends.
 */
import { buffer } from 'node:stream/consumers';
import { inspect } from './inspect.ts';
import { job, WorkError } from './job.ts';
import type { Job, Outcome } from './job.ts';
import { prepare, together } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { sign } from './sign.ts';

interface Done {
  readonly outcome: Outcome;
  readonly pdf?: Uint8Array;
}

async function run(work: Job, pdf: Uint8Array): Promise<Done> {
  switch (work.work) {
    case 'inspect':
      return { outcome: { ok: true, pdf: 0, reply: JSON.parse(JSON.stringify(await inspect(pdf, work.roots))) } };
    case 'prepare':
      return prepared(await prepare(work.parts ? await together(pdf, work.parts) : pdf, work.places));
    case 'sign': {
      const { pdf: signed, certificate } = await sign(pdf, work);
      return whole(signed, { certificate });
    }
  }
}

function prepared({ pdf, pages }: Prepared): Done {
  return { outcome: { ok: true, pdf: pdf.length, reply: { pages } }, pdf };
}

function whole(pdf: Uint8Array, reply: Record<string, string> = {}): Done {
  return { outcome: { ok: true, pdf: pdf.length, reply }, pdf };
}

async function answer(): Promise<Done> {
  const input = await buffer(process.stdin);
  const end = input.indexOf('\n');
  try {
    const work = job.parse(JSON.parse(input.toString('utf8', 0, end)));
    // A copy of its own: libraries look at the buffer behind an array.
    return await run(work, Uint8Array.from(input.subarray(end + 1, end + 1 + work.pdf)));
  } catch (error) {
    // What nobody foresaw is the file's fault: it is the only thing here that the house did not write.
    return { outcome: { ok: false, code: error instanceof WorkError ? error.code : 'file.broken' } };
  }
}

const { outcome, pdf } = await answer();
process.stdout.write(`${JSON.stringify(outcome)}\n`);
process.stdout.write(pdf ?? '', () => process.exit(0));
