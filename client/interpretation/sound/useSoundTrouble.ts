import { useEffect, useState } from 'react';
import { lossBetween, sampleLine } from '../../media/line.ts';
import type { LineSample } from '../../media/line.ts';
import { useRoom } from '../../room/live/context.tsx';
import { useLocal, useMedia } from '../../room/live/useMedia.ts';
import { judgeSound } from './judge.ts';
import type { SoundLook, SoundTrouble } from './judge.ts';
import { openSoundLook } from './look.ts';

const LOOK_MS = 150;
const LINE_MS = 3_000;
/** Half a minute of looks: who has changed the microphone is judged by the new one soon. */
const KEPT = 200;

/** What keeps this person's voice on the floor from being interpreted well, while their microphone is open. */
export function useSoundTrouble(): SoundTrouble | undefined {
  const { media } = useRoom();
  const local = useLocal('microphone');
  const low = useMedia((snapshot) => snapshot.lowBandwidth);
  const track = local.state === 'on' ? local.track : undefined;
  const [trouble, setTrouble] = useState<SoundTrouble>();
  useEffect(() => {
    if (!track) return undefined;
    const ear = openSoundLook(track);
    const { sampleRate } = track.getSettings();
    let looks: SoundLook[] = [];
    let line: LineSample | undefined;
    let lossUp = 0;
    const judge = (): void => setTrouble(judgeSound({ looks, lossUp, lowBandwidth: low, ...(sampleRate === undefined ? {} : { sampleRate }) }));
    const looking = setInterval(() => {
      const look = ear.look();
      if (look) looks = [...looks, look].slice(-KEPT);
    }, LOOK_MS);
    const watching = setInterval(() => {
      void sampleLine(media.transports()).then((now) => {
        lossUp = line ? lossBetween(line.counters, now.counters).lossUp : 0;
        line = now;
        judge();
      });
    }, LINE_MS);
    return () => {
      clearInterval(looking);
      clearInterval(watching);
      ear.close();
      setTrouble(undefined);
    };
  }, [track, media, low]);
  return trouble;
}
