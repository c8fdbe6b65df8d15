import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { build } from 'vite';
import { leanMediasoupClient } from '../../../client/media/leanLibrary.ts';

const types: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** Builds the test page, as the client is built, and serves it under the server's own address, so that its cookies go along. */
export async function buildMediaPage(): Promise<(context: BrowserContext) => Promise<void>> {
  const built = await build({
    configFile: false, root: fileURLToPath(new URL('.', import.meta.url)), base: '/media-page/', logLevel: 'error',
    plugins: [leanMediasoupClient()], build: { write: false, target: 'es2022' },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) => 'output' in one ? one.output : []);
  const files = new Map(outputs.map((file) => [`/media-page/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]));
  return async (context) => void await context.route('**/media-page/**', (route) => {
    const { pathname } = new URL(route.request().url());
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const body = files.get(path);
    if (body === undefined) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: types[path.split('.').at(-1)!] ?? 'text/plain', body: typeof body === 'string' ? body : Buffer.from(body) });
  });
}
