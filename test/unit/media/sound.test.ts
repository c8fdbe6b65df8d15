import { describe, expect, test } from 'vitest';
import { judgeSound } from '../../../client/interpretation/sound/judge.ts';
import type { SoundLook } from '../../../client/interpretation/sound/judge.ts';

/** Ten seconds of somebody speaking: vowels, and a consonant now and then. */
function speech({ consonants = -62, level = -28, peak = -9 }: Partial<Pick<SoundLook, 'consonants' | 'level' | 'peak'>> = {}): SoundLook[] {
  return Array.from({ length: 67 }, (_, index) => {
    const isConsonant = index % 5 === 0;
    return { at: index * 150, level: isConsonant ? level - 8 : level, peak, voice: isConsonant ? -70 : -45, consonants: isConsonant ? consonants : Math.min(consonants, -85) };
  });
}
const line = { lossUp: 0, lowBandwidth: false };

describe('what keeps a voice from being interpreted', () => {
  test('nothing, over a whole microphone and a good line', () => {
    expect(judgeSound({ ...line, looks: speech() })).toBeUndefined();
  });
  test('a telephone band: consonants are missing, however loud the voice', () => {
    expect(judgeSound({ ...line, looks: speech({ consonants: -100 }) })).toBe('telephone');
    expect(judgeSound({ ...line, looks: [], sampleRate: 8_000 })).toBe('telephone');
    expect(judgeSound({ ...line, looks: speech(), sampleRate: 48_000 })).toBeUndefined();
  });
  test('nobody is told so before they have spoken for a while', () => {
    expect(judgeSound({ ...line, looks: speech({ consonants: -100 }).slice(0, 20) })).toBeUndefined();
    expect(judgeSound({ ...line, looks: speech({ level: -70, consonants: -100 }) })).toBeUndefined();
  });
  test('loss, distortion, a faint voice, and a line that was made narrow', () => {
    expect(judgeSound({ ...line, looks: speech(), lossUp: 0.08 })).toBe('lost');
    expect(judgeSound({ ...line, looks: speech({ peak: 0 }) })).toBe('clipped');
    expect(judgeSound({ ...line, looks: speech({ level: -46 }) })).toBe('quiet');
    expect(judgeSound({ looks: speech(), lossUp: 0.01, lowBandwidth: true })).toBe('lowBandwidth');
  });
});
