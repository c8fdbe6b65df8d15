import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import { RefusalError } from '../../protocol/errors.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.webmanifest': 'application/manifest+json', '.map': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.wasm': 'application/wasm', '.bcmap': 'application/octet-stream', '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf', '.mp3': 'audio/mpeg', '.wav': 'audio/wav', '.ogg': 'audio/ogg', '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
};
const ENCODINGS = [['br', '.br'], ['gzip', '.gz']] as const;
/** Vite puts a hash of the content into these names. */
const ASSETS = '/assets/';
/** The signature at the end of an invitation's link also follows a dot; it is longer than the end of any file's name. */
const FILE_NAME = /\.[A-Za-z0-9]{1,12}$/;
const YEAR_S = 31_536_000;

interface Asset {
  readonly path: string;
  readonly size: number;
  readonly etag: string;
  /** The same, packed beforehand: by the name of the encoding. */
  readonly packed: ReadonlyMap<string, { readonly path: string; readonly size: number }>;
}

/**
 * The built client. Its files are listed once, at the start: a request picks from the list, so no path is ever made of
 * what somebody sent. Every address that is no file and that a browser opens as a page gets index.html.
 */
export async function serveClient(directory: string): Promise<RequestHandler> {
  const assets = await listAssets(directory);
  const index = assets.get('/index.html');
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next(new RefusalError('name.unknown'));
    const path = pathOf(request);
    const asset = path === undefined || path === '/' ? undefined : assets.get(path);
    if (asset) return send(request, response, asset, path!.startsWith(ASSETS) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
    if (!index) return next(new RefusalError('file.absent', 'The client is not built: npm start builds it'));
    if (path === undefined || FILE_NAME.test(path) || request.accepts(['html', 'json']) !== 'html') return next(new RefusalError('file.absent'));
    return send(request, response, index, 'no-cache');
  };
}

function pathOf(request: Request): string | undefined {
  try {
    return decodeURIComponent(request.path);
  } catch {
    return undefined;
  }
}

function send(request: Request, response: Response, asset: Asset, cacheControl: string): void {
  response.set({ 'Cache-Control': cacheControl, ETag: asset.etag, Vary: 'Accept-Encoding', 'X-Content-Type-Options': 'nosniff' });
  if (request.headers['if-none-match'] === asset.etag) return void response.status(304).end();
  response.setHeader('Content-Type', TYPES[extname(asset.path)] ?? 'application/octet-stream');
  const encoding = ENCODINGS.map(([name]) => name).find((name) => asset.packed.has(name) && request.acceptsEncodings(name) !== false);
  const chosen = encoding === undefined ? asset : asset.packed.get(encoding)!;
  if (encoding !== undefined) {
    response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', chosen.size);
  }
  if (request.method === 'HEAD') return void response.end();
  createReadStream(chosen.path).on('error', () => response.destroy()).pipe(response);
}

async function listAssets(directory: string): Promise<ReadonlyMap<string, Asset>> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const known = new Set(paths);
  const assets = await Promise.all(paths
    .filter((path) => !ENCODINGS.some(([, end]) => path.endsWith(end) && known.has(path.slice(0, -end.length))))
    .map(async (path) => [`/${relative(directory, path).split(sep).join('/')}`, await describe(path, known)] as const));
  return new Map(assets);
}

async function describe(path: string, known: ReadonlySet<string>): Promise<Asset> {
  const { size, mtimeMs } = await stat(path);
  const packed = new Map<string, { path: string; size: number }>();
  for (const [name, end] of ENCODINGS) {
    if (known.has(path + end)) packed.set(name, { path: path + end, size: (await stat(path + end)).size });
  }
  return { path, size, packed, etag: `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"` };
}
