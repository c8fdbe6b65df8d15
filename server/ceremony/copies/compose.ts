import { createHash } from 'node:crypto';
import { RefusalError } from '../../../protocol/errors.ts';
import { firstPlaceOf, languagesOf, sides } from '../../../protocol/ceremony/ceremony.ts';
import type { Ceremony, Copy, Side } from '../../../protocol/ceremony/ceremony.ts';
import { placesOf } from '../../../protocol/ceremony/places.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { printPdf } from '../../pdf/print.ts';
import type { Signing } from '../../signing/signing.ts';
import { placesOn } from './places.ts';
import { copyPrint } from './print.ts';

export interface Composed extends Omit<Copy, 'signatures' | 'original'> {
  readonly content: Buffer;
}

interface ComposeOptions {
  readonly signing: Pick<Signing, 'prepare'>;
  /** The bytes of a text that was uploaded, by its hash. */
  readonly read: (file: string) => Promise<Buffer>;
  readonly madeAt: number;
}

/** Makes both copies. Refused: ceremony.incomplete, print.failed, file.*, signing.unsuitable. */
export async function compose(state: SessionState, options: ComposeOptions): Promise<readonly Composed[]> {
  const { ceremony } = state;
  for (const side of sides) if (!ceremony.sides[side]) throw new RefusalError('ceremony.incomplete', `side ${side}`);
  const made: Composed[] = [];
  for (const side of sides) made.push(await composeCopy(state, side, options));
  return made;
}

async function composeCopy(state: SessionState, side: Side, { signing, read, madeAt }: ComposeOptions): Promise<Composed> {
  const { ceremony } = state;
  const isWhole = ceremony.options.source === 'template';
  const texts = isWhole ? [] : await Promise.all(uploadedFor(ceremony, side).map(read));
  const { pdf: page } = await printPdf(copyPrint(state, side, { isWhole, madeAt }));
  const firstPlace = firstPlaceOf(ceremony, side);
  const files = [...texts, page];
  const { pdf, pages } = await signing.prepare(files.length === 1 ? page : files, placesOn(side, firstPlace, placesOf(ceremony)));
  return {
    side, file: createHash('sha256').update(pdf).digest('hex'), bytes: pdf.length, pages, languages: languagesOf(ceremony, side), firstPlace, content: pdf,
  };
}

/** The texts of a copy in its order of languages. */
function uploadedFor(ceremony: Ceremony, side: Side): readonly string[] {
  return languagesOf(ceremony, side).map((language) => {
    const text = ceremony.texts[side][language];
    if (!text) throw new RefusalError('ceremony.incomplete', `text ${side} ${language}`);
    return text.file;
  });
}
