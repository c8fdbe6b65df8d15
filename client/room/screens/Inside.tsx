import { Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { InterpretationCompanion } from '../../interpretation/slots.tsx';
import { cx } from '../../ui/cx.ts';
import { ControlBar } from '../bar/ControlBar.tsx';
import { LeaveControl } from '../bar/LeaveControl.tsx';
import { TopBar } from '../bar/TopBar.tsx';
import { RoomDialogs } from '../dialogs/RoomDialogs.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { useCompact } from '../live/useMatch.ts';
import { StageNotice } from '../notices/StageNotice.tsx';
import { firstPanel } from '../panels.ts';
import { PanelSide } from '../PanelSide.tsx';
import { Stage } from '../stage/Stage.tsx';
import { useCompanions, useStageView } from '../stageViews.ts';
import { Connecting } from './Connecting.tsx';
import { ReconnectBanner } from './ReconnectBanner.tsx';
import { useRoomSpeech } from './useRoomSpeech.ts';
import { useShortcuts } from './useShortcuts.ts';
import css from './Inside.module.css';

/** Wide enough for the panel beside the stage from the beginning. */
const ROOMY = '(min-width: 1180px) and (min-height: 600px)';

/** The room: bar, stage, panel, controls. On a phone a view in place of the stage has the screen to itself. */
export default function Inside(): ReactNode {
  const room = useRoom();
  const compact = useCompact();
  const panel = useCell(room.panel);
  const view = useStageView();
  const companions = useCompanions();
  const alone = view !== undefined && compact && view.onDemand !== true && view.leads !== true;
  useShortcuts();
  useRoomSpeech();
  // A window that becomes small does not throw a sheet over the stage.
  useEffect(() => {
    if (compact) room.panel.set(undefined);
  }, [compact, room]);
  useEffect(() => {
    if (matchMedia(ROOMY).matches && room.panel.get() === undefined) room.panel.set(firstPanel(room.live.getSnapshot()));
  }, [room]);
  return (
    <div className={cx(css['room'], panel !== undefined && !compact && css['withPanel'], alone && css['alone'])}>
      {!alone && <TopBar end={compact && <LeaveControl compact />} />}
      {view
        ? <Suspense fallback={<Connecting />}><view.Content alone={alone}><StageNotice /></view.Content></Suspense>
        : <Stage><StageNotice /></Stage>}
      <PanelSide />
      {!alone && <ControlBar />}
      <ReconnectBanner />
      <RoomDialogs />
      <InterpretationCompanion />
      {companions.map(({ id, Content }) => <Suspense key={id}><Content /></Suspense>)}
    </div>
  );
}
