import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** What packs well; pictures, fonts and the PDF library's tables are packed already. */
const PACKABLE = /\.(?:js|mjs|css|html|svg|json|webmanifest|wasm|txt)$/;
/** Less is not worth a second file. */
const LEAST_BYTES = 600;

/** Puts a .br and a .gz beside each file of the build that is the smaller for it, so that the server packs nothing while people wait. */
export function packedFiles(): Plugin {
  return {
    name: 'gangway:packed-files',
    apply: 'build',
    async writeBundle({ dir = '.' }, bundle) {
      await Promise.all(Object.keys(bundle).filter((name) => PACKABLE.test(name)).map((name) => pack(join(dir, name))));
    },
  };
}

async function pack(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < LEAST_BYTES) return;
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  if (br.length < bytes.length) await writeFile(`${path}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${path}.gz`, gz);
}
