/** What the measured servers and the bench say to each other over the child process's channel. */
export type FromServer =
  | { readonly ready: number }
  | { readonly cpuMicros: number; readonly rssBytes: number };

export type ToServer = 'usage' | 'stop';

/** Answers "usage" with the CPU spent since the last time and the memory held after a garbage collection. */
export function answerBench(stop: () => Promise<void> | void): void {
  let last = process.cpuUsage();
  process.on('message', (message: ToServer) => {
    if (message === 'usage') {
      const spent = process.cpuUsage(last);
      globalThis.gc?.();
      last = process.cpuUsage();
      tell({ cpuMicros: spent.user + spent.system, rssBytes: process.memoryUsage().rss });
    } else {
      void Promise.resolve(stop()).then(() => process.exit(0));
    }
  });
  // The bench is gone, whatever became of it.
  process.on('disconnect', () => process.exit(1));
}

export function tell(message: FromServer): void {
  process.send?.(message);
}
