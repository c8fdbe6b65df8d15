import { useEffect } from 'react';
import { useMay } from '../../live/context.tsx';
import { toggleFullScreen, fullScreenOffered } from '../bar/fullScreen.ts';
import { useHand } from '../bar/Controls.tsx';
import { useRoom } from '../live/context.tsx';
import { shortcutOf } from '../shortcuts.ts';
import type { Shortcut } from '../shortcuts.ts';

/** The keys of the room, wherever the focus is. */
export function useShortcuts(): void {
  const room = useRoom();
  const mayMicrophone = useMay('media.microphone');
  const mayCamera = useMay('media.camera');
  const mayHand = useMay('hand.raise');
  const { toggle } = useHand();
  useEffect(() => {
    const actions: Record<Exclude<Shortcut, 'alongside' | 'turn' | 'cough'>, () => void> = {
      microphone: () => mayMicrophone && room.toggleMicrophone(),
      camera: () => mayCamera && room.toggleCamera(),
      hand: () => mayHand && toggle(),
      people: () => room.showPanel('people'),
      chat: () => room.showPanel('chat'),
      fullScreen: () => fullScreenOffered() && toggleFullScreen(),
      help: () => room.dialog.set('keys'),
    };
    const pressed = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(event);
      // Speaking beside the floor lasts as long as its key is held, and a booth has keys of its own: their controls listen themselves.
      if (!shortcut || shortcut === 'alongside' || shortcut === 'turn' || shortcut === 'cough') return;
      event.preventDefault();
      actions[shortcut]();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [room, mayMicrophone, mayCamera, mayHand, toggle]);
}
