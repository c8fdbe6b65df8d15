import { describe, expect, it } from 'vitest';
import { follow, lookFor, shownOf, turnAlone, typedPage, zoomAlone } from '../../../client/deck/view/look.ts';
import type { Deck } from '../../../protocol/live/decks.ts';
import { emptyStage, wholePage } from '../../../protocol/live/stage.ts';
import type { Stage } from '../../../protocol/live/stage.ts';

const deck: Deck = { id: 'd1', title: 'Goals', pages: 40, versions: [] };
const close = { x: 0.3, y: 0.7, scale: 3 };
const stage: Stage = { ...emptyStage, deck: 'd1', presenter: 'hana', page: 9, view: close };
const later: Stage = { ...stage, page: 10, view: wholePage };

describe('following and browsing alone', () => {
  it('shows the presenter\'s page and view', () => {
    expect(shownOf(follow, stage, 'ada', {})).toEqual({ page: 9, view: close, alone: false });
    expect(shownOf(follow, later, 'ada', {})).toEqual({ page: 10, view: wholePage, alone: false });
  });

  it('stays on its own page while the presenter goes on, and comes back', () => {
    const alone = turnAlone(follow, stage, deck, 5);
    expect(shownOf(alone, stage, 'ada', {})).toEqual({ page: 5, view: wholePage, alone: true });
    expect(shownOf(alone, later, 'ada', {})).toEqual({ page: 5, view: wholePage, alone: true });
    expect(shownOf(follow, later, 'ada', {})).toMatchObject({ page: 10, alone: false });
  });

  it('does not begin by turning to the page that is shown', () => {
    expect(turnAlone(follow, stage, deck, 9)).toBe(follow);
  });

  it.each([[0, 1], [-3, 1], [41, 40], [1e9, 40]])('turns to a page of the deck: %s is %s', (asked, page) => {
    expect(turnAlone(follow, stage, deck, asked)).toMatchObject({ kind: 'alone', page });
  });

  it('zooms alone on the page that is shown', () => {
    expect(zoomAlone(follow, stage, deck, close)).toEqual({ kind: 'alone', deck: 'd1', page: 9, view: close });
    expect(zoomAlone(turnAlone(follow, stage, deck, 5), stage, deck, close)).toMatchObject({ page: 5, view: close });
  });

  it('ends with the deck, and when one presents oneself', () => {
    const alone = turnAlone(follow, stage, deck, 5);
    expect(lookFor(alone, { ...stage, deck: 'd2' }, 'ada')).toBe(follow);
    expect(lookFor(alone, emptyStage, 'ada')).toBe(follow);
    expect(lookFor(alone, { ...stage, presenter: 'ada' }, 'ada')).toBe(follow);
    expect(lookFor(alone, stage, 'ada')).toBe(alone);
  });
});

describe('presenting', () => {
  it('shows the page that was asked for before the server answers', () => {
    expect(shownOf(follow, stage, 'hana', { page: 12 })).toEqual({ page: 12, view: wholePage, alone: false });
  });

  it('shows the view that was asked for, of the page that is shown', () => {
    expect(shownOf(follow, stage, 'hana', { view: wholePage })).toEqual({ page: 9, view: wholePage, alone: false });
    expect(shownOf(follow, stage, 'hana', {})).toMatchObject({ view: close });
  });

  it('no longer counts for whoever handed it over', () => {
    expect(shownOf(follow, { ...stage, presenter: 'sam' }, 'hana', { page: 12, view: wholePage })).toMatchObject({ page: 9, view: close });
  });
});

describe('the typed page', () => {
  it.each([['5', 5], [' 40 ', 40], ['１２', 12], ['0', undefined], ['41', undefined], ['', undefined], ['5a', undefined], ['-1', undefined], ['1e1', undefined], ['99999', undefined]])(
    '%j', (text, page) => expect(typedPage(deck, text)).toBe(page));
});
