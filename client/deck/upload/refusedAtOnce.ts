import { limits } from '../../../protocol/limits.ts';
import type { Problem } from '../../app/problem.ts';

/** What the server would refuse anyway, said before a hundred megabytes are on their way. */
export async function refusedAtOnce(file: Blob): Promise<Problem | undefined> {
  if (file.size > limits.deckBytes) return { code: 'file.tooLarge' };
  try {
    if (await file.slice(0, 5).text() !== '%PDF-') return { code: 'file.notPdf' };
  } catch {
    // It was moved or deleted since it was chosen.
    return { code: 'file.absent' };
  }
  return undefined;
}
