import { useEffect, useState } from 'react';
import type { BoothVoice } from '../../media/booth.ts';
import { useRoom } from '../../room/live/context.tsx';

/** The voice of this page in its booth, once it is there. */
export function useVoice(): BoothVoice | undefined {
  const { media } = useRoom();
  const [voice, setVoice] = useState<BoothVoice>();
  useEffect(() => {
    let gone = false;
    void media.interpret().then((one) => {
      if (!gone) setVoice(one);
    });
    return () => {
      gone = true;
    };
  }, [media]);
  return voice;
}
