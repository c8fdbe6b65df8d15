import { audioContext, wakeAudio } from './audioContext.ts';

/** Hertz, and seconds after the first. */
type Note = readonly [frequency: number, delay: number];

/** Two soft notes, the second higher, so that somebody can say whether they heard both. Resolves when they have ended. */
export function playTestTone(speaker?: string): Promise<boolean> {
  return play([[523.25, 0], [783.99, 0.45]], speaker);
}

/** Two short notes downwards: somebody asks for something. */
export function playCall(speaker?: string): Promise<boolean> {
  return play([[659.25, 0], [523.25, 0.18]], speaker);
}

async function play(notes: readonly Note[], speaker?: string): Promise<boolean> {
  await wakeAudio();
  const context = audioContext();
  if (!context || context.state !== 'running') return false;
  const out = context.createMediaStreamDestination();
  const player = new Audio();
  player.srcObject = out.stream;
  try {
    if (speaker !== undefined && 'setSinkId' in player) await player.setSinkId(speaker);
    await player.play();
    await Promise.all(notes.map(([frequency, delay]) => note(context, out, frequency, delay)));
    return true;
  } catch {
    return false;
  } finally {
    player.pause();
    player.srcObject = null;
  }
}

/** Hertz, and seconds from now. */
function note(context: AudioContext, out: AudioNode, frequency: number, delay: number): Promise<void> {
  const start = context.currentTime + 0.05 + delay;
  const oscillator = new OscillatorNode(context, { frequency, type: 'sine' });
  const loudness = new GainNode(context, { gain: 0 });
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(0.25, start + 0.04);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
  oscillator.connect(loudness).connect(out);
  oscillator.start(start);
  oscillator.stop(start + 0.65);
  return new Promise((resolve) => {
    oscillator.onended = () => resolve();
  });
}
