import { WAV_RATE, wavOf } from '../harness/wav.ts';

const SECONDS = 12;
/** Centre and width of what the mouth lets through, Hz: an open vowel. */
const FORMANTS = [[700, 130], [1_220, 150], [2_600, 220]] as const;

/** A file for the fake microphone: nothing at all, or something like a voice that does not pause for breath. */
export function soundOf(what: 'silence' | 'voice'): Buffer {
  return wavOf(WAV_RATE * SECONDS, (index) => what === 'voice' ? voiceAt(index / WAV_RATE) * 9_000 : 0);
}

/** Harmonics of a voice that rises and falls, weighted by the formants, in about four syllables a second. */
function voiceAt(seconds: number): number {
  const pitch = 125;
  // The phase of a pitch that sways by 15 Hz twice in three seconds.
  const phase = 2 * Math.PI * pitch * seconds - (15 / 0.66) * Math.cos(2 * Math.PI * 0.66 * seconds);
  let sum = 0;
  for (let harmonic = 1; harmonic <= 28; harmonic += 1) {
    const hertz = harmonic * pitch;
    const weight = FORMANTS.reduce((most, [centre, width]) => Math.max(most, 1 / (1 + ((hertz - centre) / width) ** 2)), 0.05) / Math.sqrt(harmonic);
    sum += weight * Math.sin(harmonic * phase);
  }
  const syllable = 0.35 + 0.65 * Math.abs(Math.sin(2 * Math.PI * 2.1 * seconds));
  return Math.max(-3, Math.min(3, sum * syllable));
}
