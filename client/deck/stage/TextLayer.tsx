import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { TextLayer as PdfText } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ShownPage } from '../pdf/useShownPage.ts';
import { cx } from '../../ui/cx.ts';
import css from './TextLayer.module.css';

interface Props {
  readonly shown: ShownPage;
  /** The words can be marked and copied; off while something is drawn. */
  readonly selectable: boolean;
}

/** The page's words, invisible over their picture: for selecting and for screen readers. */
export function TextLayer({ shown, selectable }: Props): ReactNode {
  const holder = useRef<HTMLDivElement>(null);
  const { pdf, page: number } = shown;
  useEffect(() => {
    const place = holder.current;
    if (!place) return;
    const container = document.createElement('div');
    container.className = css['text'] ?? '';
    container.lang = pdf.language;
    let text: PdfText | undefined;
    let over = false;
    const fill = async (): Promise<void> => {
      const page = await pdf.page(number);
      if (over) return;
      text = new PdfText({ textContentSource: page.streamTextContent(), container, viewport: page.getViewport({ scale: 1 }) });
      await text.render();
    };
    // A page whose words cannot be read is still a page; it is shown without them.
    fill().catch(() => undefined).finally(() => {
      if (!over) container.dataset['state'] = 'ready';
    });
    place.replaceChildren(container);
    return () => {
      over = true;
      text?.cancel();
      container.remove();
    };
  }, [pdf, number]);
  return <div ref={holder} className={cx(css['layer'], selectable && css['selectable'])} />;
}
