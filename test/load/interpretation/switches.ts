import type { Page } from 'playwright-core';

/** What a switch of language was for the ear of a listener, ms. */
export interface Switch {
  /** From the choice to the first sound of the other language. */
  readonly time: number;
  /** The longest in which neither was heard. */
  readonly gap: number;
}

/** Goes round the languages and listens to what the page's players give, every few milliseconds, as loud as they play it: samples after the decoder. */
export function changeLanguages(page: Page, languages: readonly string[], times: number): Promise<Switch[]> {
  return page.evaluate(async ([all, count]) => {
    const { engine } = window.bench;
    const context = new AudioContext();
    await context.resume();
    const samples = new Float32Array(256);
    const ears = Object.values(engine.getSnapshot().remote).filter((one) => one.channel !== 'floor').map(({ channel, publication, track }) => {
      const analyser = new AnalyserNode(context, { fftSize: 256 });
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      return { channel, analyser, player: document.querySelector<HTMLAudioElement>(`audio[data-publication="${publication}"]`)! };
    });
    const hears = (channel: string): boolean => ears.some((one) => {
      if (one.channel !== channel || one.player.muted || one.player.volume < 0.5) return false;
      one.analyser.getFloatTimeDomainData(samples);
      return samples.some((sample) => Math.abs(sample) > 0.02);
    });
    const pause = (ms: number) => new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    const found: Switch[] = [];
    let now = engine.getSnapshot().listening.channel;
    for (let index = 0; index < count; index += 1) {
      const next = all[(all.indexOf(now) + 1) % all.length]!;
      const before = now;
      const start = performance.now();
      let heardAt: number | undefined;
      let lastSound = start;
      let gap = 0;
      engine.listen({ channel: next, floor: 0.2 });
      // A second longer than it takes: a gap may come after the first sound.
      while (performance.now() - start < 3_000 && (heardAt === undefined || performance.now() - start < heardAt + 1_000)) {
        const isNew = hears(next);
        if (isNew || hears(before)) {
          gap = Math.max(gap, performance.now() - lastSound);
          lastSound = performance.now();
        }
        if (isNew) heardAt ??= performance.now() - start;
        await pause(2);
      }
      found.push({ time: heardAt ?? Number.POSITIVE_INFINITY, gap: Math.max(gap, performance.now() - lastSound) });
      now = next;
    }
    await context.close();
    return found;
  }, [languages, times] as const);
}
