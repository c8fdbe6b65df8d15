/** Why a speaker cannot be interpreted well; the first that holds is said. */
export type SoundTrouble = 'telephone' | 'lost' | 'clipped' | 'quiet' | 'lowBandwidth';

/** One look at one's own microphone. Powers in dB; a band is the mean over its frequencies. */
export interface SoundLook {
  /** ms */
  readonly at: number;
  /** dBFS of the moment, and its loudest sample. */
  readonly level: number;
  readonly peak: number;
  /** Where the voice lies, 300 to 3400 Hz. */
  readonly voice: number;
  /** Where f, s and sh are told apart, 4.5 to 7.5 kHz. */
  readonly consonants: number;
}

export interface SoundFigures {
  readonly looks: readonly SoundLook[];
  /** Share of the packets that were lost on their way up, 0..1. */
  readonly lossUp: number;
  readonly lowBandwidth: boolean;
  /** Of the device, Hz, as far as the browser tells. */
  readonly sampleRate?: number;
}

/** So much of somebody speaking is listened to before anything is said of their microphone, ms. */
const SPOKEN_MS = 6_000;
/** Louder than this is speech. dBFS. */
const SPEECH_DB = -50;
/** Speech over a microphone that works; below it an interpreter has to turn up what the room hums too. dBFS. */
const QUIET_DB = -42;
/** As loud as a sample can be. */
const FULL_DB = -0.3;
/** The share of looks with the loudest samples from which on it is no accident. */
const CLIPPED_SHARE = 0.08;
/** A consonant over a whole microphone lies at most so far below the loudest voice; a telephone's band ends before it. dB. */
const TELEPHONE_DB = 48;
/** A voice with every twentieth packet missing. */
const LOST_SHARE = 0.05;
/** The band of a telephone ends at half of this. */
const TELEPHONE_HZ = 8_000;

export function judgeSound({ looks, lossUp, lowBandwidth, sampleRate }: SoundFigures): SoundTrouble | undefined {
  const spoken = looks.filter((look) => look.level > SPEECH_DB);
  const isLong = spoken.length > 1 && spoken.length * step(looks) >= SPOKEN_MS;
  if (sampleRate !== undefined && sampleRate <= TELEPHONE_HZ) return 'telephone';
  // Not every sound has consonants in it, so their loudest counts.
  if (isLong && most(spoken, 'voice') - most(spoken, 'consonants') > TELEPHONE_DB) return 'telephone';
  if (lossUp >= LOST_SHARE) return 'lost';
  if (isLong && spoken.filter((look) => look.peak >= FULL_DB).length / spoken.length >= CLIPPED_SHARE) return 'clipped';
  if (isLong && most(spoken, 'level') < QUIET_DB) return 'quiet';
  return lowBandwidth ? 'lowBandwidth' : undefined;
}

function most(looks: readonly SoundLook[], what: 'level' | 'voice' | 'consonants'): number {
  return Math.max(...looks.map((look) => look[what]));
}

/** ms between two looks. */
function step(looks: readonly SoundLook[]): number {
  return looks.length < 2 ? 0 : (looks.at(-1)!.at - looks[0]!.at) / (looks.length - 1);
}
