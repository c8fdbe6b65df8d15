import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { FileAddress } from './library.ts';
import type { OpenPdf, PdfStatus } from './openPdf.ts';
import { holdPdf, openedPdf, reopenPdf } from './shelf.ts';

export interface Pdf {
  readonly pdf: OpenPdf | undefined;
  readonly status: PdfStatus;
  /** Opens it anew after a failure. */
  readonly again: () => void;
}

const opening: PdfStatus = { state: 'opening' };
const nothing = (): (() => void) => () => undefined;
const stillOpening = (): PdfStatus => opening;

/** Keeps a PDF open while the component is on the screen. */
export function usePdf({ session, deck, language, file, bytes, url }: FileAddress): Pdf {
  const at = useMemo(() => ({ session, deck, language, file, bytes, url }), [session, deck, language, file, bytes, url]);
  const hold = useCallback((listener: () => void) => holdPdf(at, listener), [at]);
  const pdf = useSyncExternalStore(hold, () => openedPdf(at));
  const status = useSyncExternalStore(pdf?.subscribe ?? nothing, pdf?.getStatus ?? stillOpening);
  const again = useCallback(() => reopenPdf(at), [at]);
  return useMemo(() => ({ pdf, status, again }), [pdf, status, again]);
}
