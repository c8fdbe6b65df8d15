import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { RefusalError } from '../../protocol/errors.ts';
import type { Deck, DeckVersion } from '../../protocol/live/decks.ts';
import { errnoOf } from '../store/errors.ts';
import type { ByteRange, FileStore } from '../store/store.ts';

/** Answers the PDF of a version: whole (200), a part (206, 416) or "you have it" (304). */
export async function serveVersion(files: FileStore, deck: Deck, version: DeckVersion, request: Request, response: Response): Promise<void> {
  const etag = `"${version.file}"`;
  response.set({
    'Content-Type': 'application/pdf',
    'Content-Disposition': inlineName(`${deck.title} (${version.language}).pdf`),
    'X-Content-Type-Options': 'nosniff',
    // Opened by itself it runs nothing and fetches nothing.
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // An address that names the content never has another; without the name another file may take the language's place.
    'Cache-Control': request.query['v'] === version.file ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const range = rangeOf(request, version.bytes, etag);
  if (range === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${version.bytes}`).end();
    return;
  }
  const { size, stream } = await files.open(version.file, range);
  if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  response.set('Content-Length', String(range ? range.end - range.start + 1 : size));
  if (request.method === 'HEAD') {
    stream.destroy();
    response.end();
    return;
  }
  try {
    await pipeline(stream, response);
  } catch (error) {
    // Whoever asked went away; viewers do that whenever a page is turned.
    if (errnoOf(error) !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  }
}

/** The version of a path. Throws deck.absent. */
export function versionOf(deck: Deck, language: string): DeckVersion {
  const version = deck.versions.find((one) => one.language === language);
  if (!version) throw new RefusalError('deck.absent');
  return version;
}

/** One range is served; several at once, or one in a form that is not known, get the whole file, as the standard allows. */
function rangeOf(request: Request, size: number, etag: string): ByteRange | 'unsatisfiable' | undefined {
  const condition = request.headers['if-range'];
  if (request.headers.range === undefined || (condition !== undefined && condition !== etag)) return undefined;
  const ranges = request.range(size, { combine: true });
  if (ranges === -1) return 'unsatisfiable';
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return { start: ranges[0]!.start, end: ranges[0]!.end };
}

/** A file name for saving: plain letters for old readers, the title itself for the others (RFC 6266, RFC 8187). */
export function inlineName(name: string): string {
  const safe = name.replace(/[\p{C}"*/:<>?\\|]/gu, '_');
  const plain = safe.replace(/[^\x20-\x7E]/gu, '_');
  const encoded = encodeURIComponent(safe.toWellFormed()).replace(/['()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `inline; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
