import { audioContext } from '../../media/audioContext.ts';
import { decibels } from '../../media/level.ts';
import type { SoundLook } from './judge.ts';

const VOICE_HZ = [300, 3_400] as const;
const CONSONANTS_HZ = [4_500, 7_500] as const;

/** Looks at a microphone's sound as it is captured; undefined while the browser does not let the page listen. */
export function openSoundLook(track: MediaStreamTrack): { look(): SoundLook | undefined; close(): void } {
  const context = audioContext();
  const copy = track.clone();
  const source = context?.createMediaStreamSource(new MediaStream([copy]));
  const analyser = context?.createAnalyser();
  if (source && analyser) {
    analyser.fftSize = 4096;
    // Every look is of its own moment: the loudest consonant counts, and a mean would hide it.
    analyser.smoothingTimeConstant = 0;
    source.connect(analyser);
  }
  const samples = new Float32Array(analyser?.fftSize ?? 0);
  const bins = new Float32Array(analyser?.frequencyBinCount ?? 0);
  return {
    look() {
      if (!analyser || context?.state !== 'running') return undefined;
      analyser.getFloatTimeDomainData(samples);
      analyser.getFloatFrequencyData(bins);
      const band = ([from, to]: readonly [number, number]): number => mean(bins, from, to, context.sampleRate / analyser.fftSize);
      const peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
      return { at: performance.now(), level: decibels(samples), peak: 20 * Math.log10(Math.max(peak, 1e-9)), voice: band(VOICE_HZ), consonants: band(CONSONANTS_HZ) };
    },
    close() {
      source?.disconnect();
      copy.stop();
    },
  };
}

/** The mean power of the bins between two frequencies, dB. */
function mean(bins: Float32Array, from: number, to: number, hertz: number): number {
  const [first, last] = [Math.ceil(from / hertz), Math.floor(to / hertz)];
  let sum = 0;
  for (let bin = first; bin <= last; bin += 1) sum += 10 ** (bins[bin]! / 10);
  return 10 * Math.log10(Math.max(sum / (last - first + 1), 1e-20));
}
