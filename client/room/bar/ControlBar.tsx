import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSlot, useInterpreted } from '../../interpretation/slots.tsx';
import { SpeakAsideControls } from '../alongside/SpeakAside.tsx';
import { useSpokenRooms } from '../alongside/useAlongside.ts';
import { useCompact } from '../live/useMatch.ts';
import { CameraControl, HandControl, MicrophoneControl } from './Controls.tsx';
import { ChatControl, PanelControl } from './PanelControls.tsx';
import { LayoutMenu } from './LayoutMenu.tsx';
import { LeaveControl } from './LeaveControl.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { ShareMenu } from './ShareMenu.tsx';
import { SignalsMenu } from './SignalsMenu.tsx';
import css from './ControlBar.module.css';

/** What one does oneself, at the foot; each control keeps its place. On a phone four and "more", for the thumb. */
export function ControlBar(): ReactNode {
  const { t } = useTranslation('room');
  const compact = useCompact();
  return (
    <footer className={css['foot']}>
      <div className={css['bar']} role="toolbar" aria-label={t('bar.label')}>{compact ? <PhoneControls /> : <Controls />}</div>
    </footer>
  );
}

/** Whoever speaks beside the floor needs that at hand more than their own camera, and whoever listens in a language that more than the chat; both are then behind "more". */
function PhoneControls(): ReactNode {
  const speaksBeside = useSpokenRooms().length > 0;
  const interpreted = useInterpreted();
  return (
    <>
      <MicrophoneControl />
      {!speaksBeside && <CameraControl />}
      <SpeakAsideControls />
      <HandControl compact />
      {interpreted ? <LanguageSlot /> : <ChatControl />}
      <MoreMenu compact />
    </>
  );
}

function Controls(): ReactNode {
  return (
    <>
      <div className={css['group']}>
        <MicrophoneControl />
        <CameraControl />
        <SpeakAsideControls />
        <ShareMenu />
      </div>
      <div className={css['group']}>
        <HandControl />
        <SignalsMenu />
      </div>
      <LanguageSlot />
      <div className={css['spacer']} />
      <div className={css['group']}>
        <LayoutMenu />
        <PanelControl />
        <MoreMenu />
        <LeaveControl />
      </div>
    </>
  );
}
