import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { WAV_RATE, wavOf } from '../harness/wav.ts';

/** What interpreters say: a tone where a voice is, one where consonants are, and one at the end of what interpreters need (ISO 20109: 15 kHz). Hertz. */
export const TONES = [1_000, 8_000, 14_000] as const;

declare global {
  interface Window {
    /** The power of what this page plays at a frequency, dB. */
    playedAt: (hertz: number) => number;
    /** After every change how loud this page's players are, 0 to 1, by what they play. */
    playerLevels: Readonly<Record<string, number>>[];
  }
}

/** A file for the fake microphone: the tones, equally loud, without a seam where it begins again. */
export async function writeTones(directory: string): Promise<string> {
  const bytes = wavOf(WAV_RATE, (index) => TONES.reduce((total, hertz) => total + Math.sin(2 * Math.PI * hertz * index / WAV_RATE), 0) * 3_000);
  const path = join(directory, 'tones.wav');
  await writeFile(path, bytes);
  return path;
}

/** In place of the microphone a tone that no device and no browser touches; no camera. */
export async function toneInstead(page: Page, hertz: number): Promise<void> {
  await page.addInitScript((frequency) => {
    navigator.mediaDevices.getUserMedia = async (asked) => {
      if (!asked?.audio) throw new DOMException('no camera', 'NotFoundError');
      const context = new AudioContext({ sampleRate: 48_000 });
      const out = context.createMediaStreamDestination();
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(new GainNode(context, { gain: 0.1 })).connect(out);
      tone.start();
      return out.stream;
    };
  }, hertz);
}

/** The microphone is as the browser has it; there is no camera. */
export async function noCamera(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (asked) => asked?.video ? Promise.reject(new DOMException('no camera', 'NotFoundError')) : real(asked);
  });
}

/** From now on `playedAt` measures what comes out of this page, after every volume; in a browser that is recordable. */
export async function listenToPage(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Not every library of types knows its last member.
    // The picture comes along and is not looked at.
    const options: DisplayMediaStreamOptions & { readonly preferCurrentTab: boolean } = {
      video: { width: { max: 64 }, height: { max: 64 }, frameRate: { max: 1 } }, audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false }, preferCurrentTab: true,
    };
    const stream = await navigator.mediaDevices.getDisplayMedia(options);
    const context = new AudioContext({ sampleRate: 48_000 });
    const analyser = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    context.createMediaStreamSource(new MediaStream(stream.getAudioTracks())).connect(analyser);
    const bins = new Float32Array(analyser.frequencyBinCount);
    window.playedAt = (hertz) => {
      analyser.getFloatFrequencyData(bins);
      const bin = Math.round(hertz / (context.sampleRate / analyser.fftSize));
      return Math.max(-120, ...bins.slice(bin - 3, bin + 4));
    };
  });
}

export function played(page: Page, hertz: number): Promise<number> {
  return page.evaluate((at) => window.playedAt(at), hertz);
}

/** A small machine that does other things too; every wait is for a state, never for a time. */
export const PATIENCE = { timeout: 60_000, interval: 200 };

/** By the one key, which acts as soon as the booth is there. */
export async function takeTurn(page: Page): Promise<void> {
  await expect.poll(async () => {
    const isMine = await page.getByText('On air').isVisible();
    if (!isMine) await page.keyboard.press('t');
    return isMine;
  }, PATIENCE).toBe(true);
}

/** In the bar of a listener: `now` is what its control says. */
export async function choose(page: Page, now: string, language: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Controls' }).getByRole('button', { name: now }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
}

/** From now on `playerLevels` notes what the page does with its players. `channels`: what each publication speaks on. */
export async function watchPlayers(page: Page, channels: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((channelOf) => {
    window.playerLevels = [];
    const look = (): void => {
      const levels: Record<string, number> = {};
      for (const player of document.querySelectorAll('audio')) {
        const channel = channelOf[player.dataset['publication'] ?? ''];
        if (channel !== undefined) levels[channel] = Math.max(levels[channel] ?? 0, player.muted ? 0 : player.volume);
      }
      window.playerLevels.push(levels);
    };
    document.addEventListener('volumechange', look, { capture: true });
    look();
  }, channels);
}

export function playerLevels(page: Page): Promise<readonly Readonly<Record<string, number>>[]> {
  return page.evaluate(() => window.playerLevels);
}
