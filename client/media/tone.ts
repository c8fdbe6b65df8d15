import { audioContext, wakeAudio } from './audioContext.ts';

/** Two soft notes, the second higher, so that somebody can say whether they heard both. Resolves when they have ended. */
export async function playTestTone(speaker?: string): Promise<boolean> {
  await wakeAudio();
  const context = audioContext();
  if (!context || context.state !== 'running') return false;
  const out = context.createMediaStreamDestination();
  const player = new Audio();
  player.srcObject = out.stream;
  try {
    if (speaker !== undefined && 'setSinkId' in player) await player.setSinkId(speaker);
    await player.play();
    await Promise.all([note(context, out, 523.25, 0), note(context, out, 783.99, 0.45)]);
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
