import type { BrowserContext, Page } from 'playwright-core';

declare global {
  interface Window {
    seen: {
      /** When a picture of a remote camera was decoded, by the name on its tile; ms since the epoch. */
      readonly frames: Record<string, number[]>;
      /** When "connection lost" came onto the screen. */
      readonly lost: number[];
    };
  }
}

/** How often a page looks, ms; the figures are as exact as that. */
const EVERY_MS = 10;

/** Has every page of this browser note when pictures are decoded and when it says that the connection is lost. */
export function note(context: BrowserContext): Promise<unknown> {
  return context.addInitScript((every) => {
    const frames: Record<string, number[]> = {};
    const lost: number[] = [];
    window.seen = { frames, lost };
    const counts = new WeakMap<HTMLVideoElement, number>();
    let isLost = false;
    setInterval(() => {
      for (const video of document.querySelectorAll<HTMLVideoElement>('video[aria-label^="Camera of "]')) {
        const count = video.getVideoPlaybackQuality().totalVideoFrames;
        if (count > (counts.get(video) ?? 0)) (frames[video.ariaLabel!.slice('Camera of '.length)] ??= []).push(Date.now());
        counts.set(video, count);
      }
      const says = [...document.querySelectorAll('b')].some((one) => one.textContent?.startsWith('Connection lost') === true);
      if (says && !isLost) lost.push(Date.now());
      isLost = says;
    }, every);
  }, EVERY_MS);
}

export function framesOf(page: Page, name: string): Promise<readonly number[]> {
  return page.evaluate((who) => window.seen.frames[who] ?? [], name);
}

/** Waits until pictures of all of these are decoded after this moment, some in a row. */
export async function flowing(page: Page, names: readonly string[], since: number): Promise<void> {
  await page.waitForFunction(([all, from]) => all.every((name) => (window.seen.frames[name] ?? []).filter((at) => at > from).length > 20), [names, since] as const, { timeout: 90_000 });
}

/** The end of the longest pause that began before `until`, as ms after `from`. */
export function resumed(frames: readonly number[], from: number, until = Number.POSITIVE_INFINITY): number {
  let longest = 0;
  let end = Number.NaN;
  for (const [index, at] of frames.entries()) {
    const before = frames[index - 1];
    if (before === undefined || at < from || before > until || at - before <= longest) continue;
    longest = at - before;
    end = at;
  }
  return end - from;
}

/** The first picture after this moment, ms later. */
export function firstAfter(frames: readonly number[], moment: number): number {
  return (frames.find((at) => at > moment) ?? Number.NaN) - moment;
}

/** How many pictures came between two moments. */
export function between(frames: readonly number[], from: number, to: number): number {
  return frames.filter((at) => at >= from && at < to).length;
}
