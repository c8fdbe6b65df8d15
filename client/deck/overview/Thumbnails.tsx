import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { GridLayout, Size as LayoutSize, Virtualizer } from 'react-aria-components/Virtualizer';
import type { Deck } from '../../../protocol/live/decks.ts';
import type { OpenPdf } from '../pdf/openPdf.ts';
import css from './overview.module.css';

interface Props {
  readonly deck: Deck;
  readonly pdf: OpenPdf;
  /** The page that is shown. */
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Takes the focus, at the page that is shown. */
  readonly focused?: boolean;
}

/** The place of a picture in CSS pixels, as in the style; a page is drawn to fit into it. */
const WIDTH = 150;
const HEIGHT = 128;
const CAPTION = 34;
const LAYOUT_FRAMES = 30;

/** All pages, small. Only those in sight are in the document, and only those are drawn. */
export function Thumbnails({ deck, pdf, page, onPage, focused = false }: Props): ReactNode {
  const { t } = useTranslation('deck');
  const pages = useMemo(() => Array.from({ length: deck.pages }, (_, index) => ({ id: index + 1 })), [deck.pages]);
  const want = useWanted(pdf);
  const list = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => new GridLayout(), []);
  useEffect(() => {
    let frame = 0;
    // The layout stands some frames after the list does.
    const look = (left: number): void => {
      const place = layout.getLayoutInfo(page)?.rect;
      if (list.current && place && place.height > 0) bringIntoSight(list.current, place);
      else if (left > 0) frame = requestAnimationFrame(() => look(left - 1));
    };
    look(LAYOUT_FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [layout, page]);
  const options = useMemo(() => ({
    minItemSize: new LayoutSize(WIDTH, HEIGHT + CAPTION), maxItemSize: new LayoutSize(WIDTH * 1.6, HEIGHT + CAPTION), minSpace: new LayoutSize(8, 8),
  }), []);
  return (
    <Virtualizer layout={layout} layoutOptions={options}>
      <ListBox
        ref={list} className={css['grid'] ?? ''} layout="grid" items={pages} aria-label={t('bar.overview')} selectionMode="single" disallowEmptySelection
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- A dialog opens at the page that is shown.
        autoFocus={focused} selectedKeys={[page]} dependencies={[pdf, want, onPage]}
      >
        {({ id }) => (
          // Pressed, not selected: the page that is shown may be chosen as well.
          <ListBoxItem id={id} textValue={String(id)} aria-label={t('pageOf', { page: id, pages: deck.pages })} className={css['item'] ?? ''} onPress={() => onPage(id)}>
            <Thumbnail pdf={pdf} page={id} want={want} />
            <span className={css['number']} aria-hidden="true">{id}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

/** The page that is shown stays in sight, and nothing moves while it is. */
function bringIntoSight(list: HTMLElement, { y, height }: { readonly y: number; readonly height: number }): void {
  if (y >= list.scrollTop && y + height <= list.scrollTop + list.clientHeight) return;
  list.scrollTop = y - (list.clientHeight - height) / 2;
}

function Thumbnail({ pdf, page, want }: { readonly pdf: OpenPdf; readonly page: number; readonly want: (page: number) => () => void }): ReactNode {
  useEffect(() => want(page), [want, page]);
  const subscribe = useCallback((listener: () => void) => pdf.thumbnails.subscribe(listener), [pdf]);
  const drawn = useSyncExternalStore(subscribe, () => pdf.thumbnails.get(page)?.image);
  // Copied: the same page may be in sight twice, in the overview and in a panel.
  const attach = useCallback((canvas: HTMLCanvasElement | null) => {
    if (!canvas || !drawn) return;
    canvas.width = drawn.width;
    canvas.height = drawn.height;
    canvas.getContext('2d')?.drawImage(drawn, 0, 0);
  }, [drawn]);
  return <span className={css['picture']}>{drawn ? <canvas ref={attach} style={{ aspectRatio: `${drawn.width} / ${drawn.height}` }} /> : <span className={css['blank']} />}</span>;
}

/** Gathers the pages that are in sight and asks for them together, top to bottom. */
function useWanted(pdf: OpenPdf): (page: number) => () => void {
  const inSight = useRef(new Set<number>());
  const asking = useRef(false);
  return useCallback((page: number) => {
    const ask = (): void => {
      if (asking.current) return;
      asking.current = true;
      queueMicrotask(() => {
        asking.current = false;
        const ratio = globalThis.devicePixelRatio;
        pdf.thumbnails.want([...inSight.current].toSorted((a, b) => a - b), { width: Math.round(WIDTH * ratio), height: Math.round(HEIGHT * ratio) });
      });
    };
    inSight.current.add(page);
    ask();
    return () => {
      inSight.current.delete(page);
      ask();
    };
  }, [pdf]);
}
