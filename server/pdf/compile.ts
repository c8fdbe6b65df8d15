import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Job, Outcome } from './job.ts';
import { pictureSize } from './pictureSize.ts';
import type { PictureSize } from './pictureSize.ts';
import { mapTexts, numbered, printable, undrawable } from './printable.ts';

/** Beyond this a picture costs more memory to unpack than a small picture should. */
const MAX_PIXELS = 16_000_000;
/** Each names characters that no typeface has, until none is left. */
const ATTEMPTS = 6;
const REASON_CHARS = 2_000;

export type Compiled = { readonly outcome: Outcome; readonly pdf?: Buffer };

/**
 * Typesets a job: tagged PDF/UA-1 where the compiler vouches for it. A character without a typeface is given by its number, and a
 * picture that cannot be read is left out, because neither may keep everybody from the whole document.
 */
export function compile({ template, data, pictures, fonts, root, madeAt }: Job): Compiled {
  const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: fonts }] });
  const main = join(root, 'main.typ');
  compiler.addSource(main, template);
  const sizes = load(compiler, root, pictures);
  let content = mapTexts(data, printable);
  let isProbed = false;
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    compiler.mapShadow(join(root, 'data.json'), Buffer.from(JSON.stringify({ ...content as object, pictures: Object.fromEntries(sizes) })));
    const done = typeset(compiler, main, madeAt);
    if ('pdf' in done) return { outcome: { ok: true, standard: 'ua-1' }, pdf: done.pdf };
    reason = done.reason;
    const missing = undrawable(reason);
    if (missing.length > 0) {
      content = mapTexts(content, (text) => missing.reduce((before, one) => before.replaceAll(one, () => numbered(one)), text));
    } else if (isProbed) {
      break;
    } else {
      isProbed = true;
      dropUnreadable(compiler, root, sizes, madeAt);
    }
  }
  const plain = typeset(compiler, main, madeAt, false);
  if ('pdf' in plain) return { outcome: { ok: true, standard: 'none', reason: reason.slice(0, REASON_CHARS) }, pdf: plain.pdf };
  return { outcome: { ok: false, reason: plain.reason.slice(0, REASON_CHARS) } };
}

function load(compiler: NodeCompiler, root: string, pictures: Job['pictures']): Map<string, PictureSize> {
  const sizes = new Map<string, PictureSize>();
  for (const { name, path } of pictures) {
    const bytes = readFileSync(path);
    const size = pictureSize(bytes);
    if (!size || size.width * size.height > MAX_PIXELS) continue;
    compiler.mapShadow(join(root, 'pictures', name), bytes);
    sizes.set(name, size);
  }
  return sizes;
}

/** The compiler names no file when a picture cannot be unpacked: each is tried by itself. */
function dropUnreadable(compiler: NodeCompiler, root: string, sizes: Map<string, PictureSize>, madeAt: number): void {
  const probe = join(root, 'probe.typ');
  for (const [name, { format }] of sizes) {
    compiler.addSource(probe, `#set document(title: "x")\n#image("/pictures/${name}", format: "${format}", alt: "x")`);
    if (!('pdf' in typeset(compiler, probe, madeAt))) sizes.delete(name);
  }
}

function typeset(compiler: NodeCompiler, mainFilePath: string, creationTimestamp: number, isAccessible = true): { readonly pdf: Buffer } | { readonly reason: string } {
  try {
    const compiled = compiler.compile({ mainFilePath });
    const document: NodeTypstDocument | null = compiled.result;
    if (!document) return { reason: JSON.stringify(compiled.takeError()?.shortDiagnostics ?? 'nothing was typeset') };
    return { pdf: compiler.pdf(document, { ...(isAccessible ? { pdfStandard: PdfStandard.UA_1 } : {}), pdfTags: true, creationTimestamp }) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
