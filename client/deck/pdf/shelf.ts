import { OpenPdf } from './openPdf.ts';
import type { FileAddress } from './library.ts';

interface Place {
  readonly pdf: OpenPdf;
  readers: number;
}

/** Closed ones that are kept open for whoever comes back: another language, the deck before. */
const KEPT = 2;
const places = new Map<string, Place>();
const listeners = new Set<() => void>();

function keyOf({ session, deck, file }: FileAddress): string {
  return `${session}/${deck}/${file}`;
}

/** The PDF if it is open. */
export function openedPdf(at: FileAddress): OpenPdf | undefined {
  return places.get(keyOf(at))?.pdf;
}

/** Keeps a PDF open until the answer is called; `listener` hears when another takes its place. */
export function holdPdf(at: FileAddress, listener: () => void): () => void {
  takePdf(at);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    giveBackPdf(at);
  };
}

/** Opens a PDF anew that failed, for all who hold it. */
export function reopenPdf(at: FileAddress): void {
  const place = places.get(keyOf(at));
  if (!place) return;
  place.pdf.close();
  places.set(keyOf(at), { pdf: new OpenPdf(at), readers: place.readers });
  for (const listener of listeners) listener();
}

function takePdf(at: FileAddress): void {
  const key = keyOf(at);
  const known = places.get(key);
  if (known) {
    known.readers += 1;
    return;
  }
  places.set(key, { pdf: new OpenPdf(at), readers: 1 });
}

function giveBackPdf(at: FileAddress): void {
  const key = keyOf(at);
  const place = places.get(key);
  if (!place) return;
  place.readers -= 1;
  if (place.readers > 0) return;
  // One that failed to open is of no use to the next who asks.
  if (place.pdf.getStatus().state === 'failed') return close(key, place);
  places.delete(key);
  places.set(key, place);
  const idle = [...places].filter(([, { readers }]) => readers === 0);
  for (const [oldest, one] of idle.slice(0, Math.max(0, idle.length - KEPT))) close(oldest, one);
}

function close(key: string, place: Place): void {
  places.delete(key);
  place.pdf.close();
}
