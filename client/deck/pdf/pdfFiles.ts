import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What PDFs lean on, by folder of the library's package, with the licences that come with it. */
const wanted: Readonly<Record<string, RegExp>> = {
  // How Chinese, Japanese and Korean text is encoded.
  cmaps: /\.bcmap$|^LICENSE/,
  // For PDFs that name a standard font without bringing it.
  standard_fonts: /\.(pfb|ttf)$|^LICENSE/,
  // JPEG 2000, JBIG2 and colour profiles. The script engine is left out: nothing in a PDF is run.
  wasm: /^(jbig2|openjpeg|qcms_bg)\.wasm$|^LICENSE_(?!.*QUICKJS)/,
  iccs: /\.icc$|^LICENSE/,
};

/** Puts the PDF library's files beside the client under pdf/<version>/, in the build and while developing. */
export function pdfFiles(): Plugin {
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const base = async (): Promise<string> => {
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
    return `pdf/${version}/`;
  };
  return {
    name: 'gangway:pdf-files',
    async generateBundle() {
      const under = await base();
      for (const [folder, names] of Object.entries(wanted)) {
        for (const name of await readdir(join(home, folder))) {
          if (!names.test(name)) continue;
          this.emitFile({ type: 'asset', fileName: `${under}${folder}/${name}`, source: await readFile(join(home, folder, name)) });
        }
      }
    },
    async configureServer(server) {
      const under = `/${await base()}`;
      server.middlewares.use((request, response, next) => {
        const [folder = '', name = '', ...more] = request.url?.startsWith(under) ? request.url.slice(under.length).split('/') : [];
        if (more.length > 0 || !Object.hasOwn(wanted, folder) || !wanted[folder]!.test(name)) return next();
        const file = createReadStream(join(home, folder, name));
        file.on('error', () => next()).pipe(response);
      });
    },
  };
}
