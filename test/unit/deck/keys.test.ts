import { describe, expect, it } from 'vitest';
import { deckKeyOf } from '../../../client/deck/stage/keys.ts';
import type { KeyPlace } from '../../../client/deck/stage/keys.ts';
import { safeUrl } from '../../../client/deck/stage/links.ts';
import { firstLanguage } from '../../../client/deck/upload/firstLanguage.ts';
import { refusedAtOnce } from '../../../client/deck/upload/refusedAtOnce.ts';
import { limits } from '../../../protocol/limits.ts';

const key = (name: string, modifiers: object = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });
const presenter: KeyPlace = { inStage: false, elsewhere: false, onButton: false, presenting: true, rtl: false };
const viewer: KeyPlace = { ...presenter, presenting: false };

describe('the keys of a presentation', () => {
  it.each([
    ['ArrowRight', 'next'], ['ArrowDown', 'next'], ['PageDown', 'next'], [' ', 'next'], ['ArrowLeft', 'previous'], ['ArrowUp', 'previous'],
    ['PageUp', 'previous'], ['Home', 'first'], ['End', 'last'], ['a', undefined], ['Enter', undefined],
  ])('%j is %s for the presenter, wherever the focus is', (name, meant) => expect(deckKeyOf(key(name), presenter)).toBe(meant));

  it('leave alone what is typed, chosen or drawn', () => {
    for (const name of ['ArrowRight', ' ', 'Home', '+']) expect(deckKeyOf(key(name), { ...presenter, inStage: true, elsewhere: true })).toBeUndefined();
  });

  it('leave the space bar to a button', () => {
    expect(deckKeyOf(key(' '), { ...presenter, onButton: true })).toBeUndefined();
    expect(deckKeyOf(key('ArrowRight'), { ...presenter, onButton: true })).toBe('next');
  });

  it('turn a viewer\'s pages only from within the deck', () => {
    expect(deckKeyOf(key('ArrowRight'), viewer)).toBeUndefined();
    expect(deckKeyOf(key('ArrowRight'), { ...viewer, inStage: true })).toBe('next');
  });

  it('zoom and move within the deck', () => {
    const within = { ...presenter, inStage: true };
    expect(['+', '=', '-', '0'].map((name) => deckKeyOf(key(name), within))).toEqual(['zoomIn', 'zoomIn', 'zoomOut', 'whole']);
    expect(deckKeyOf(key('+'), presenter)).toBeUndefined();
    expect(deckKeyOf(key('ArrowUp', { shiftKey: true }), within)).toBe('up');
    expect(deckKeyOf(key(' ', { shiftKey: true }), within)).toBe('previous');
  });

  it('leave the browser its own', () => {
    expect(deckKeyOf(key('ArrowLeft', { altKey: true }), presenter)).toBeUndefined();
    expect(deckKeyOf(key('+', { ctrlKey: true }), { ...presenter, inStage: true })).toBeUndefined();
    expect(deckKeyOf(key('z', { ctrlKey: true }), presenter)).toBeUndefined();
    expect(deckKeyOf(key('z', { ctrlKey: true }), { ...presenter, inStage: true })).toBe('undo');
  });

  it('follow the direction of reading', () => {
    expect(deckKeyOf(key('ArrowLeft'), { ...presenter, rtl: true })).toBe('next');
    expect(deckKeyOf(key('ArrowRight'), { ...presenter, rtl: true })).toBe('previous');
  });
});

describe('links in a stranger\'s PDF', () => {
  it.each([
    ['https://www.wcoomd.org/en', 'https://www.wcoomd.org/en'], ['http://example.org/a b', 'http://example.org/a%20b'],
    ['javascript:alert(1)', undefined], ['JaVaScRiPt:alert(1)', undefined], ['data:text/html,<script>', undefined], ['file:///etc/passwd', undefined],
    ['mailto:a@example.org', undefined], ['ftp://example.org', undefined], ['/sessions', undefined], ['', undefined], [undefined, undefined], [{}, undefined],
  ])('%j', (url, safe) => expect(safeUrl(url)).toBe(safe));
});

describe('before an upload', () => {
  it('is refused what the server would refuse', async () => {
    expect(await refusedAtOnce(new Blob(['%PDF-1.7\n']))).toBeUndefined();
    expect(await refusedAtOnce(new Blob(['<html>']))).toEqual({ code: 'file.notPdf' });
    expect(await refusedAtOnce(new Blob([]))).toEqual({ code: 'file.notPdf' });
    const large = { size: limits.deckBytes + 1, slice: () => new Blob(['%PDF-']) } as unknown as Blob;
    expect(await refusedAtOnce(large)).toEqual({ code: 'file.tooLarge' });
  });

  it('is offered the language that is likely', () => {
    const info = { languages: ['en', 'fr', 'zh'] };
    expect(firstLanguage(info, undefined, 'fr')).toBe('fr');
    expect(firstLanguage(info, undefined, 'de')).toBe('en');
    const deck = { id: 'd', title: 't', pages: 1, versions: [{ language: 'en', file: '', bytes: 1 }] };
    expect(firstLanguage(info, deck, 'en')).toBe('fr');
    expect(firstLanguage({ languages: ['en'] }, deck, 'en')).toBeUndefined();
  });
});
