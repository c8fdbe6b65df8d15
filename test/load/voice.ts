const RATE = 48_000;
const SECONDS = 12;
/** Centre and width of what the mouth lets through, Hz: an open vowel. */
const FORMANTS = [[700, 130], [1_220, 150], [2_600, 220]] as const;

/** A WAV file for the fake microphone: nothing at all, or something like a voice that does not pause for breath. */
export function wavOf(what: 'silence' | 'voice'): Buffer {
  const count = RATE * SECONDS;
  const bytes = Buffer.alloc(44 + count * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + count * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(count * 2, 40);
  if (what === 'voice') for (let index = 0; index < count; index += 1) bytes.writeInt16LE(Math.round(voiceAt(index / RATE) * 9_000), 44 + index * 2);
  return bytes;
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
