import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from 'playwright-core';
import { TestBrowser } from '../harness/browser.ts';
import { startTestServer } from '../harness/server.ts';
import { sum } from './figures.ts';
import type { BenchRow } from './row.ts';

const BUILT = fileURLToPath(new URL('../../dist/client', import.meta.url));
/** What belongs to sound and pictures, as the source maps name it. */
const MEDIA = /client\/media\/|node_modules\/(?:mediasoup-client|h264-profile-level-id|awaitqueue|sdp-transform|ua-parser-js)\//;
const PDF = /node_modules\/pdfjs-dist\//;

interface Loaded {
  readonly path: string;
  /** Packed with Brotli at its best, bytes. */
  readonly bytes: number;
  readonly part: 'media' | 'pdf' | 'rest';
}

/** The JavaScript that a browser loads from opening a room's address until it is inside, without a deck; packed. */
export async function benchJavaScript(): Promise<BenchRow[]> {
  const server = await startTestServer();
  const browser = await TestBrowser.launch(server.url);
  try {
    const person = await server.person('Ann Early');
    const session = await server.session(person, [], { lobby: false });
    const { page } = await browser.person({ cookie: person.cookie });
    const paths = new Set<string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (/\.m?js$/.test(pathname)) paths.add(pathname);
    });
    await page.goto(`/room/${session}`);
    await enter(page);
    const loaded = await Promise.all([...paths].map(weigh));
    if (process.env['BENCH_VERBOSE']) console.table(loaded.toSorted((a, b) => b.bytes - a.bytes));
    const of = (part: Loaded['part']): number => sum(loaded.filter((one) => one.part === part).map((one) => one.bytes)) / 1000;
    return [
      { figure: 'JavaScript of the join route, media part', value: of('media'), unit: 'kB', gate: '<= 40 kB', ok: of('media') <= 40 },
      { figure: 'JavaScript of the join route, the rest', value: of('rest'), unit: 'kB', gate: '<= 150 kB', ok: of('rest') <= 150 },
      { figure: 'JavaScript of the PDF viewer loaded without a deck', value: of('pdf'), unit: 'kB', gate: 'none', ok: of('pdf') === 0 },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Through the door and inside, with what opens by itself beside the stage, until nothing more is being loaded. */
export async function enter(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(?:Join now|Open the session and join)$/ }).click();
  await page.getByRole('toolbar', { name: 'Controls' }).waitFor();
  await page.getByRole('tabpanel').getByRole('listitem').first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function weigh(path: string): Promise<Loaded> {
  const code = await readFile(`${BUILT}${path}`);
  const { length } = brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
  return { path, bytes: length, part: await partOf(path) };
}

/** By what most of the file was made of. */
async function partOf(path: string): Promise<Loaded['part']> {
  if (path.includes('/pdf')) return 'pdf';
  const text = await readFile(`${BUILT}${path}.map`, 'utf8').catch(() => undefined);
  // The bundler's own few lines have none.
  if (text === undefined) return 'rest';
  const map = JSON.parse(text) as { sources: string[]; sourcesContent: (string | null)[] };
  const total = { rest: 0, media: 0, pdf: 0 };
  for (const [index, source] of map.sources.entries()) {
    const size = map.sourcesContent[index]?.length ?? 0;
    total[MEDIA.test(source) ? 'media' : PDF.test(source) ? 'pdf' : 'rest'] += size;
  }
  return (Object.entries(total) as [Loaded['part'], number][]).reduce((most, one) => one[1] > most[1] ? one : most)[0];
}
