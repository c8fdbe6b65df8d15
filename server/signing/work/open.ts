import { PDF } from '@libpdf/core';
import { WorkError } from './job.ts';

const HEAD = '%PDF-';

/** Opens a stranger's PDF. Throws file.notPdf, file.broken, file.encrypted. */
export async function open(bytes: Uint8Array): Promise<PDF> {
  if (Buffer.from(bytes.subarray(0, HEAD.length)).toString('latin1') !== HEAD) throw new WorkError('file.notPdf');
  const pdf = await load(bytes);
  if (pdf.isEncrypted) throw new WorkError('file.encrypted');
  if (pdf.getPageCount() === 0) throw new WorkError('file.broken');
  return pdf;
}

async function load(bytes: Uint8Array): Promise<PDF> {
  try {
    return await PDF.load(bytes);
  } catch (error) {
    throw new WorkError('file.broken', { cause: error });
  }
}
