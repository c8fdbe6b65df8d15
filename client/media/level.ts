import { audioContext } from './audioContext.ts';

/** dBFS: 0 is the loudest a sample can be; a quiet room is about -60, speech about -30. */
export const SILENCE_DB = -100;
const STEP_MS = 100;

export interface LevelMeter {
  /** Answers how to stop. dBFS, ten times a second; undefined while the browser does not let the page listen yet. */
  onLevel(listener: (db: number | undefined) => void): () => void;
  close(): void;
}

/** How loud a track is. It is listened to on a copy, so that muting the track does not deafen the meter. */
export function openLevelMeter(track: MediaStreamTrack): LevelMeter {
  const listeners = new Set<(db: number | undefined) => void>();
  const context = audioContext();
  const copy = track.clone();
  copy.enabled = true;
  const source = context?.createMediaStreamSource(new MediaStream([copy]));
  const analyser = context?.createAnalyser();
  if (source && analyser) {
    analyser.fftSize = 2048;
    source.connect(analyser);
  }
  const samples = new Float32Array(analyser?.fftSize ?? 0);
  const timer = setInterval(() => {
    let db: number | undefined;
    if (analyser && context?.state === 'running') {
      analyser.getFloatTimeDomainData(samples);
      db = decibels(samples);
    }
    for (const listener of listeners) listener(db);
  }, STEP_MS);
  return {
    onLevel(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearInterval(timer);
      listeners.clear();
      source?.disconnect();
      copy.stop();
    },
  };
}

/** The mean power of samples in -1..1. */
export function decibels(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.max(SILENCE_DB, 10 * Math.log10(sum / samples.length));
}
