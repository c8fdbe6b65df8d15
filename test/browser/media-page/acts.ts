import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Source } from '../../../protocol/live/publications.ts';
import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import type { Chosen } from './scene.ts';

const PATIENCE = { timeout: 20_000 };

/** Shows a stream of this source from this participant in a tile, and waits until its pictures are decoded. */
export async function watch(page: Page, from: string, source: Source, widthPx = 320): Promise<void> {
  const id = await (await page.waitForFunction(([who, what]) =>
    Object.values(window.bench.live.state()?.publications ?? {}).find((one) => one.participant === who && one.source === what)?.id,
  [from, source] as const)).jsonValue();
  await page.evaluate(([publication, width]) => {
    window.bench.show(publication, width).dataset['from'] = publication;
  }, [id!, widthPx] as const);
  await moving(page, id!);
}

/** Pictures come now, and not only once before. */
export async function moving(page: Page, publication: string): Promise<void> {
  const frames = (): Promise<number> => page.evaluate((id) =>
    document.querySelector<HTMLVideoElement>(`video[data-from="${id}"]`)?.getVideoPlaybackQuality().totalVideoFrames ?? 0, publication);
  const before = await frames();
  await expect.poll(frames, PATIENCE).toBeGreaterThan(before + 5);
}

interface Incoming {
  readonly kind: string;
  readonly packets: number;
  readonly energy: number;
}

/** What the browser counts of the streams that it receives. */
export function incoming(page: Page, kind: 'audio' | 'video'): Promise<Incoming> {
  return page.evaluate(async (what) => {
    interface Stat { type: string; kind?: string; packetsReceived?: number; totalAudioEnergy?: number }
    const reports = await Promise.all(window.bench.engine.transports().map((transport) => transport.getStats()));
    const streams = reports.flatMap((report) => [...report.values()] as Stat[]).filter((one) => one.type === 'inbound-rtp' && one.kind === what);
    return {
      kind: what, packets: streams.reduce((sum, one) => sum + (one.packetsReceived ?? 0), 0),
      energy: streams.reduce((sum, one) => sum + (one.totalAudioEnergy ?? 0), 0),
    };
  }, kind);
}

/** Sound comes now. */
export async function hears(page: Page): Promise<void> {
  const energy = async (): Promise<number> => (await incoming(page, 'audio')).energy;
  const before = await energy();
  await expect.poll(energy, PATIENCE).toBeGreaterThan(before);
}

/** What is sent in the session, as this page knows it: "camera", "microphone paused". */
export function publications(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.values(window.bench.live.state()?.publications ?? {}).map((one) => `${one.source}${one.paused ? ' paused' : ''}`).toSorted());
}

export function local(page: Page, source: Source): Promise<string> {
  return page.evaluate((what) => {
    const now = window.bench.engine.getSnapshot().local[what];
    return now.state === 'blocked' ? `blocked: ${now.reason}` : now.state;
  }, source);
}

export function set(page: Page, source: Chosen, desire: 'on' | 'muted' | 'off'): Promise<void> {
  return page.evaluate(([what, how]) => window.bench.engine.set(what, how), [source, desire] as const);
}

export async function command<N extends CommandName>(page: Page, name: N, payload: CommandInput<N>): Promise<void> {
  const done = await page.evaluate(([what, how]) => window.bench.live.command(what as never, how as never), [name, payload] as const);
  if (!done.ok) throw new Error(done.error.code);
}

/** The transports of a page, so that a test can say that they are the same as before. */
export function transportIds(page: Page): Promise<string[]> {
  return page.evaluate(() => window.bench.engine.transports().map((one) => one.id));
}
