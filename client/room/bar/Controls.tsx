import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../protocol/live/state.ts';
import { useLive, useMay, useSession } from '../../live/context.tsx';
import { Control } from './Control.tsx';
import { useCell } from '../live/cell.ts';
import { useRoom } from '../live/context.tsx';
import { isOn, useLocal, useMedia } from '../live/useMedia.ts';
import { useCommand } from '../live/useCommand.ts';

/** Red while nobody hears: the state that one most often forgets. */
export function MicrophoneControl(): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const local = useLocal('microphone');
  const may = useMay('media.microphone');
  // While one speaks beside the floor, the floor waits.
  const waits = useMedia((snapshot) => snapshot.aside !== undefined);
  const voice = useMedia((snapshot) => snapshot.voice);
  const interprets = useCell(room.voice) !== undefined;
  if (!may) return null;
  const on = isOn(interprets && voice ? voice : local);
  const label = local.state === 'blocked' ? t('bar.noMicrophone') : t(on ? 'bar.microphone' : 'bar.muted');
  return (
    <Control
      icon={on ? 'microphone' : 'microphoneOff'} label={label} state={on ? undefined : 'off'} pressed={on}
      aria-keyshortcuts="m" disabled={waits} aria-busy={local.state === 'starting' || undefined} onClick={() => room.toggleMicrophone()}
    />
  );
}

export function CameraControl(): ReactNode {
  const { t } = useTranslation('room');
  const room = useRoom();
  const local = useLocal('camera');
  const may = useMay('media.camera');
  if (!may) return null;
  const on = isOn(local);
  const label = local.state === 'blocked' ? t('bar.noCamera') : t(on ? 'bar.camera' : 'bar.cameraOff');
  return (
    <Control
      icon={on ? 'camera' : 'cameraOff'} label={label} state={on ? undefined : 'off'} pressed={on}
      aria-keyshortcuts="v" aria-busy={local.state === 'starting' || undefined} onClick={() => room.toggleCamera()}
    />
  );
}

export function useHand(): { readonly up: boolean; readonly place: number; readonly toggle: () => void } {
  const { you } = useLive();
  const run = useCommand();
  const place = useSession(useCallback((state: SessionState) => state.hands.findIndex((hand) => hand.participant === you), [you]));
  const toggle = useCallback(() => void (place >= 0 ? run('hand.lower', {}) : run('hand.raise', {})), [place, run]);
  return { up: place >= 0, place: place + 1, toggle };
}

export function HandControl({ compact = false }: { readonly compact?: boolean }): ReactNode {
  const { t } = useTranslation('room');
  const may = useMay('hand.raise');
  const { up, place, toggle } = useHand();
  if (!may) return null;
  return <Control icon="hand" label={up ? t('bar.handUp', { place }) : t(compact ? 'bar.handShort' : 'bar.hand')} state={up ? 'on' : undefined} pressed={up} aria-keyshortcuts="h" onClick={toggle} />;
}
