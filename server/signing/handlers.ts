import { buffer } from 'node:stream/consumers';
import { RefusalError } from '../../protocol/errors.ts';
import { limits } from '../../protocol/limits.ts';
import type { Inspection } from '../../protocol/signing/inspection.ts';
import { pdfBytes } from '../decks/receive.ts';
import { bodyOf, UploadGate } from '../files/receive.ts';
import { inlineName } from '../files/serve.ts';
import type { RouteHandlers } from '../http/call.ts';

interface VerifyOptions {
  readonly inspect: (pdf: Uint8Array) => Promise<Inspection>;
  readonly certificate: () => Promise<Buffer | undefined>;
}

/** Files of strangers that are in memory at the same time. */
const AT_ONCE = 4;

/** The public page: what a PDF contains, looked at in memory and not kept; and the certificate by which others can check it themselves. */
export function verifyHandlers({ inspect, certificate }: VerifyOptions): Pick<RouteHandlers, 'verify' | 'authorityCertificate'> {
  const gate = new UploadGate<object>(AT_ONCE);
  const everybody = {};
  return {
    verify: (call) => gate.pass(everybody, call.request, async () => inspect(await buffer(measured(bodyOf(call.request, limits.verifyBytes, pdfBytes))))),
    authorityCertificate: async ({ response }) => {
      const der = await certificate();
      if (!der) throw new RefusalError('record.absent');
      response.set({
        'Content-Type': 'application/pkix-cert', 'Content-Disposition': inlineName('gangway-authority.cer').replace(/^inline/u, 'attachment'), 'Cache-Control': 'no-cache',
      }).send(der);
    },
  };
}

/** The length that a body announces need not be true. */
async function* measured(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > limits.verifyBytes) throw new RefusalError('file.tooLarge');
    yield chunk;
  }
}
