import type { Request, Response } from 'express';
import { RefusalError } from '../../protocol/errors.ts';
import type { Deck, DeckVersion } from '../../protocol/live/decks.ts';
import { serveFile } from '../files/serve.ts';
import type { FileStore } from '../store/store.ts';

/** Answers the PDF of a version. */
export function serveVersion(files: FileStore, deck: Deck, { file, bytes, language }: DeckVersion, request: Request, response: Response): Promise<void> {
  // Without the content in the address another file may take the language's place.
  const isImmutable = request.query['v'] === file;
  return serveFile(files, { hash: file, bytes, mime: 'application/pdf', name: `${deck.title} (${language}).pdf`, isImmutable }, request, response);
}

/** The version of a path. Throws deck.absent. */
export function versionOf(deck: Deck, language: string): DeckVersion {
  const version = deck.versions.find((one) => one.language === language);
  if (!version) throw new RefusalError('deck.absent');
  return version;
}
