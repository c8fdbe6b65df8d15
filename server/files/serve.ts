import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { errnoOf } from '../store/errors.ts';
import type { ByteRange, FileStore } from '../store/store.ts';

export interface ServedFile {
  readonly hash: string;
  readonly bytes: number;
  readonly mime: string;
  /** Under which it is saved. */
  readonly name: string;
  /** The address names the content and never has another, so that it may be kept without asking again. */
  readonly isImmutable: boolean;
}

/** Answers a stored file: whole (200), a part (206, 416) or "you have it" (304). Whoever asks has been let through before. */
export async function serveFile(files: FileStore, { hash, bytes, mime, name, isImmutable }: ServedFile, request: Request, response: Response): Promise<void> {
  const etag = `"${hash}"`;
  response.set({
    'Content-Type': mime,
    'Content-Disposition': inlineName(name),
    'X-Content-Type-Options': 'nosniff',
    // Opened by itself it runs nothing and fetches nothing.
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Cache-Control': isImmutable ? 'private, max-age=31536000, immutable' : 'private, no-cache',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  const range = rangeOf(request, bytes, etag);
  if (range === 'unsatisfiable') {
    response.status(416).set('Content-Range', `bytes */${bytes}`).end();
    return;
  }
  const { size, stream } = await files.open(hash, range);
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
