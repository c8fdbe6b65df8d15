import { useCallback, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Deck } from '../../../protocol/live/decks.ts';
import { wholePage } from '../../../protocol/live/stage.ts';
import type { View } from '../../../protocol/live/stage.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useMe, useSession } from '../../live/context.tsx';
import { DrawingSurface } from '../ink/DrawingSurface.tsx';
import { MarksLayer } from '../ink/MarksLayer.tsx';
import { PointerLayer } from '../ink/PointerLayer.tsx';
import { strokeShape, TEXT_SIZE } from '../ink/tools.ts';
import type { Pencil, Tool } from '../ink/tools.ts';
import { useOwnPointer } from '../ink/useOwnPointer.ts';
import type { ShownPage } from '../pdf/useShownPage.ts';
import { place, rounded, visiblePart } from '../view/geometry.ts';
import type { Box, Size } from '../view/geometry.ts';
import type { Shown } from '../view/look.ts';
import { marksOn } from '../view/ownMarks.ts';
import { useDeckView, useDeckViewSnapshot } from '../view/useDeckView.ts';
import { DetailCanvas } from './DetailCanvas.tsx';
import { PageCanvas } from './PageCanvas.tsx';
import { PageLinks } from './PageLinks.tsx';
import { TextLayer } from './TextLayer.tsx';
import { useGestures } from './useGestures.ts';
import css from './PageArea.module.css';

interface Props {
  readonly deck: Deck;
  /** What is to be shown, and what can be shown already. */
  readonly wanted: Shown;
  readonly shown: ShownPage | undefined;
  readonly area: Size & { readonly ratio: number };
  readonly attach: (element: HTMLElement | null) => void;
  readonly pencil: Pencil;
  /** The tool was chosen with the keyboard. */
  readonly byKey: boolean;
  readonly sweeps: boolean;
  readonly onTool: (tool: Tool) => void;
  /** Shown in place of the page. */
  readonly children?: ReactNode;
}

/** The page, its words, links and marks, as large as the area allows, with everything that a hand can do on it. */
export function PageArea({ deck, wanted, shown, area, attach, pencil, byKey, sweeps, onTool, children }: Props): ReactNode {
  const view = useDeckView();
  const element = useRef<HTMLElement>(null);
  const measure = useCallback((now: HTMLElement | null) => {
    element.current = now;
    attach(now);
  }, [attach]);
  // The page before is still shown as it was; the new view is of the new page.
  const [last, setLast] = useState<View>(wholePage);
  const current = shown?.page === wanted.page ? wanted.view : last;
  if (current !== last) setLast(current);
  const selecting = pencil.tool === 'select';
  useGestures(element, {
    area, page: shown?.size, view: current, moves: selecting, onView: (next) => view.zoom(next),
    onSweep: sweeps ? (step) => view.step(step) : undefined,
  });
  const box = shown && snapped(place(area, shown.size, current), area.ratio);
  return (
    <div ref={measure} className={css['area']} data-zoomed={current.scale > 1}>
      {children}
      {shown && box && box.width > 0 && <Page deck={deck} shown={shown} box={box} area={area} pencil={pencil} byKey={byKey} onTool={onTool} />}
    </div>
  );
}

interface PageProps extends Pick<Props, 'deck' | 'area' | 'pencil' | 'byKey' | 'onTool'> {
  readonly shown: ShownPage;
  readonly box: Box;
}

function Page({ deck, shown, box, area, pencil, byKey, onTool }: PageProps): ReactNode {
  const { t } = useTranslation('deck');
  const { room } = useMe();
  const view = useDeckView();
  const { waiting } = useDeckViewSnapshot();
  const all = useSession(useCallback((state: SessionState) => state.marks, []));
  const { page, size } = shown;
  const { tool, ink } = pencil;
  const [pointer, point] = useOwnPointer(deck.id, page, tool === 'pointer');
  const aspect = size.height / size.width;
  const style = {
    insetInlineStart: box.left, insetBlockStart: box.top, inlineSize: box.width, blockSize: box.height,
    '--total-scale-factor': box.width / size.width,
  } as CSSProperties;
  return (
    // A page has the same left and right whatever direction the screen is read in.
    <div
      className={css['page']} dir="ltr" style={style} role="group" aria-label={t('pageOf', { page, pages: deck.pages })}
      data-page={page} data-file={shown.pdf.file}
    >
      <PageCanvas canvas={shown.canvas} />
      <DetailCanvas shown={shown} box={box} area={area} />
      <TextLayer shown={shown} selectable={tool === 'select'} />
      {tool === 'select' && <PageLinks shown={shown} onPage={(to) => view.turn(to)} />}
      <MarksLayer marks={marksOn(all, waiting, room, deck.id, page)} aspect={aspect} />
      {tool !== 'select' && (
        <DrawingSurface
          key={`${deck.id} ${page}`} pencil={{ tool, ink }} aspect={aspect} width={box.width} visible={visiblePart(area, box)} focused={byKey}
          onStroke={(by, points) => view.draw(page, strokeShape(by, ink, points))}
          onText={(at, text) => view.draw(page, { tool: 'text', ink, size: TEXT_SIZE, x: rounded(at.x), y: rounded(at.y), text })}
          onPointer={point} onLeave={() => onTool('select')}
        />
      )}
      <PointerLayer deck={deck.id} page={page} own={pointer} />
    </div>
  );
}

/** On whole device pixels, so that a drawn pixel is a shown pixel. */
function snapped(box: Box, ratio: number): Box {
  const snap = (value: number): number => Math.round(value * ratio) / ratio;
  return { left: snap(box.left), top: snap(box.top), width: snap(box.width), height: snap(box.height) };
}
