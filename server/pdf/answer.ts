import type { Response } from 'express';
import { inlineName } from '../files/serve.ts';
import type { Log } from '../log.ts';
import { PrintError, printPdf } from './print.ts';
import type { Printed, PrintJob } from './print.ts';

/** Prints, and the log says what is wrong with it. `what` names it there: "a report". Rejects with a PrintError, which is print.failed. */
export async function printLogged(job: PrintJob, { log, session, what }: { readonly log: Log; readonly session: string; readonly what: string }): Promise<Printed> {
  try {
    const printed = await printPdf(job);
    if (printed.notAccessible !== undefined) log.warn({ session, reason: printed.notAccessible }, `${what}: not PDF/UA`);
    return printed;
  } catch (error) {
    if (error instanceof PrintError) log.error({ session, fault: error.fault, reason: error.reason }, `${what}: not printed`);
    throw error;
  }
}

/** Answers what was printed, to be looked at; nobody on the way keeps it, and the browser for `maxAge` seconds. `name` is that of the document. */
export function sendPdf(response: Response, name: string, pdf: Buffer, { maxAge = 0 } = {}): void {
  response.set({
    'Content-Type': 'application/pdf', 'Content-Disposition': inlineName(`${name}.pdf`), 'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'Cache-Control': maxAge === 0 ? 'private, no-store' : `private, max-age=${maxAge}`,
  }).send(pdf);
}

/** Answers the same for other programs, to be kept. */
export function sendJson(response: Response, name: string, value: object): void {
  response.set({ 'Content-Disposition': inlineName(`${name}.json`).replace(/^inline/u, 'attachment'), 'Cache-Control': 'private, no-store' }).json(value);
}
