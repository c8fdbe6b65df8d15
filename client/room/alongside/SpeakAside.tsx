import { useEffect, useMemo } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Room } from '../../../protocol/live/rooms.ts';
import { announce } from '../../app/announcer.tsx';
import { toast } from '../../ui/Toast.tsx';
import { Control } from '../bar/Control.tsx';
import { useRoom } from '../live/context.tsx';
import { useMedia } from '../live/useMedia.ts';
import { shortcutOf } from '../shortcuts.ts';
import { PushToTalk } from './PushToTalk.ts';
import { useAlongsideWords, useSpokenRooms } from './useAlongside.ts';

/** Speaks to the rooms beside the floor, one control for each. The key acts on the first. */
export function SpeakAsideControls(): ReactNode {
  return useSpokenRooms().map((room, index) => <SpeakAside key={room.id} room={room} hasKey={index === 0} />);
}

function SpeakAside({ room, hasKey }: { readonly room: Room; readonly hasKey: boolean }): ReactNode {
  const { t } = useTranslation('room');
  const words = useAlongsideWords()(room);
  const { talk, on } = usePushToTalk(room);
  useTalkKey(talk, hasKey);
  const keys = (event: KeyboardEvent, then: () => void): void => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    // The browser would make a click of it, which is too late for a press that is held.
    event.preventDefault();
    if (!event.repeat) then();
  };
  return (
    <Control
      icon="headphones" label={words.speak} state={on ? 'on' : undefined} pressed={on} title={t('alongside.how')} aria-keyshortcuts={hasKey ? 'b' : undefined}
      style={{ touchAction: 'none' }}
      onPointerDown={(event: PointerEvent<HTMLButtonElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        talk.press(performance.now());
      }}
      onPointerUp={() => talk.release(performance.now())} onPointerCancel={() => talk.lose()}
      onKeyDown={(event) => keys(event, () => talk.press(performance.now()))} onKeyUp={(event) => keys(event, () => talk.release(performance.now()))}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        // A click without a pointer or a key: by voice, or by a screen reader.
        if (event.detail !== 0) return;
        talk.press(performance.now());
        talk.release(performance.now());
      }}
    />
  );
}

function usePushToTalk(room: Room): { readonly talk: PushToTalk; readonly on: boolean } {
  const { t } = useTranslation('room');
  const { media } = useRoom();
  const words = useAlongsideWords()(room);
  const aside = useMedia((snapshot) => snapshot.aside);
  const on = aside?.room === room.id;
  const talk = useMemo(() => new PushToTalk((wanted) => {
    void media.speakTo(wanted ? room.id : undefined).then((heard) => {
      if (!heard) toast(t('bar.noMicrophone'), 'microphoneOff');
    });
  }), [media, room.id, t]);
  useEffect(() => {
    if (!on) return undefined;
    const floorWaits = media.getSnapshot().aside?.floorWaits ?? false;
    announce(`${words.speaking}. ${t(floorWaits ? 'alongside.floorWaits' : 'alongside.floorDeaf')}`, 'assertive');
    return () => {
      talk.ended();
      announce(t(floorWaits ? 'alongside.overFloor' : 'alongside.over'), 'assertive');
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- Said when it begins and ends, not when the words of the screen change.
  }, [on, media, talk]);
  return { talk, on };
}

/** The key of the control, from wherever the focus is; a press that the page loses is over. */
function useTalkKey(talk: PushToTalk, active: boolean): void {
  useEffect(() => {
    const lose = (): void => talk.lose();
    const down = (event: globalThis.KeyboardEvent): void => {
      if (shortcutOf(event) !== 'alongside') return;
      event.preventDefault();
      talk.press(performance.now());
    };
    const up = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'b') talk.release(performance.now());
    };
    window.addEventListener('blur', lose);
    if (active) {
      window.addEventListener('keydown', down);
      window.addEventListener('keyup', up);
    }
    return () => {
      window.removeEventListener('blur', lose);
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      lose();
    };
  }, [talk, active]);
}
