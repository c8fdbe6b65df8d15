import { useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wholePage } from '../../../protocol/live/stage.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { announce } from '../../app/announcer.tsx';
import type { LiveSnapshot } from '../../live/client.ts';
import { useLive, useLiveSnapshot, useMe, useSession } from '../../live/context.tsx';
import { StageBar } from '../bar/StageBar.tsx';
import { toolsFor } from '../bar/DrawTools.tsx';
import type { Pencil } from '../ink/tools.ts';
import { OverviewDialog } from '../overview/OverviewDialog.tsx';
import { useMeasured, usePageFailure, useShownPage } from '../pdf/useShownPage.ts';
import { usePdf } from '../pdf/usePdf.ts';
import { panBy, ZOOM_STEP, zoomAt } from '../view/geometry.ts';
import { drewOn, marksOn } from '../view/ownMarks.ts';
import { useDeckView, useDeckViewSnapshot, useRights, useShown, useStageNow } from '../view/useDeckView.ts';
import type { StageNow } from '../view/useDeckView.ts';
import { AloneNotice } from './AloneNotice.tsx';
import { PageArea } from './PageArea.tsx';
import { StageState } from './StageState.tsx';
import type { DeckKey } from './keys.ts';
import { useDeckKeys } from './useDeckKeys.ts';
import css from './DeckStage.module.css';

/** The page on the stage of my room, as large as its place allows, with what my role may do with it. Nothing while there is no deck. */
export function DeckStage(): ReactNode {
  const now = useStageNow();
  return now && <Stage key={now.deck.id} now={now} />;
}

/** How far Shift with an arrow key moves a zoomed page, CSS pixels. */
const KEY_PAN = 80;

function Stage({ now }: { readonly now: StageNow }): ReactNode {
  const { t } = useTranslation('deck');
  const { session, you } = useLive();
  const { room } = useMe();
  const { stage, deck, version } = now;
  const view = useDeckView();
  const { waiting, refused } = useDeckViewSnapshot();
  const wanted = useShown(stage);
  const rights = useRights(stage);
  const [attach, area] = useMeasured();
  const element = useRef<HTMLElement>(null);
  const { pdf, status, again } = usePdf({ session, deck: deck.id, ...version });
  const shown = useShownPage(pdf, wanted.page, deck.pages, { width: Math.round(area.width * area.ratio), height: Math.round(area.height * area.ratio) });
  const failure = usePageFailure(pdf, wanted.page);
  const [chosen, setPencil] = useState<Pencil>({ tool: 'select', ink: 'red' });
  const [byKey, setByKey] = useState(false);
  const [overview, setOverview] = useState(false);
  // A tool goes with the right to it: presenting was handed over, or the role changed.
  const pencil: Pencil = toolsFor(rights).includes(chosen.tool) ? chosen : { ...chosen, tool: 'select' };
  const all = useSession(useCallback((state: SessionState) => state.marks, []));
  const marks = marksOn(all, waiting, room, deck.id, wanted.page);

  useAgainWhenBack(status.state === 'failed' || failure !== undefined, again);
  useAnnouncedPage(wanted.page, rights.presenting || wanted.alone, t('pageOf', { page: wanted.page, pages: deck.pages }));

  const choose = (next: Pencil, withKey = false): void => {
    setPencil(next);
    setByKey(withKey);
  };
  const zoom = (direction: 1 | -1): void => {
    if (shown) view.zoom(zoomAt(area, shown.size, wanted.view, direction === 1 ? ZOOM_STEP : 1 / ZOOM_STEP));
  };
  const pan = (dx: number, dy: number): void => {
    if (shown && wanted.view.scale > 1) view.zoom(panBy(area, shown.size, wanted.view, dx, dy));
  };
  const acts: Readonly<Record<DeckKey, () => void>> = {
    next: () => view.step(1), previous: () => view.step(-1), first: () => view.turn(1), last: () => view.turn(deck.pages),
    zoomIn: () => zoom(1), zoomOut: () => zoom(-1), whole: () => view.zoom(wholePage),
    left: () => pan(KEY_PAN, 0), right: () => pan(-KEY_PAN, 0), up: () => pan(0, KEY_PAN), down: () => pan(0, -KEY_PAN),
    undo: () => rights.draw && void view.undo(wanted.page),
  };
  useDeckKeys(element, rights.presenting, (key) => acts[key]());

  return (
    <section
      // Takes the focus when the page is pressed, so that its keys work.
      ref={element} className={css['stage']} tabIndex={-1} aria-label={t('stage', { title: deck.title })} data-scheme="dark" data-deck-stage={deck.id} data-page={wanted.page} data-shown={shown?.page}
    >
      <PageArea
        deck={deck} wanted={wanted} shown={shown} area={area} attach={attach} pencil={pencil} byKey={byKey} sweeps={rights.presenting || wanted.alone}
        onTool={(tool) => {
          choose({ ...chosen, tool });
          element.current?.focus({ preventScroll: true });
        }}
      >
        <StageState
          status={status} pageFailed={failure !== undefined} empty={!shown} refused={refused} onRead={() => view.read()}
          onAgain={again}
        />
      </PageArea>
      {wanted.alone && <AloneNotice now={now} page={wanted.page} />}
      <StageBar
        now={now} shown={wanted} rights={rights} pencil={pencil} onPencil={choose} width={area.width} mayUndo={drewOn(marks, you)} mayClear={marks.length > 0}
        onOverview={() => setOverview(true)} onZoom={zoom} onWhole={() => view.zoom(wholePage)}
      />
      {overview && pdf && <OverviewDialog deck={deck} pdf={pdf} page={wanted.page} onPage={(page) => view.turn(page)} onClose={() => setOverview(false)} />}
    </section>
  );
}

/** What failed while the line was down is tried again by itself when the session's connection stands again. */
function useAgainWhenBack(failed: boolean, again: () => void): void {
  const connected = useLiveSnapshot(useCallback(({ status }: LiveSnapshot) => status === 'joined', []));
  const was = useRef(connected);
  useEffect(() => {
    const back = connected && !was.current;
    was.current = connected;
    if (back && failed) again();
  }, [connected, failed, again]);
}

/** Who turns pages hears which one it is; who follows hears it from the room. */
function useAnnouncedPage(page: number, own: boolean, text: string): void {
  const last = useRef(page);
  useEffect(() => {
    if (last.current === page) return;
    last.current = page;
    if (own) announce(text);
  }, [page, own, text]);
}
