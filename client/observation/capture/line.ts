/** What a queue needs of the device beside its store and the server. */
export interface Line {
  isOnline(): boolean;
  /** Told when trying again may be worth it: the network is back, somebody looks at the page again. Answers how to stop. */
  subscribe(listener: () => void): () => void;
  /** Resolves after so long, or when the signal is aborted. */
  rest(ms: number, signal: AbortSignal): Promise<void>;
  /** Does something with an item that no other page of this browser does at the same time; false when another one is at it. */
  alone(id: string, act: () => Promise<void>): Promise<boolean>;
}

export const deviceLine: Line = {
  isOnline: () => navigator.onLine,

  subscribe: (listener) => {
    const seen = (): void => {
      if (document.visibilityState === 'visible') listener();
    };
    window.addEventListener('online', listener);
    document.addEventListener('visibilitychange', seen);
    return () => {
      window.removeEventListener('online', listener);
      document.removeEventListener('visibilitychange', seen);
    };
  },

  rest: (ms, signal) => new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  }),

  alone: async (id, act) => {
    // Without locks two pages may do the same twice; the server takes it once.
    if (!('locks' in navigator)) {
      await act();
      return true;
    }
    return navigator.locks.request(`gangway.capture.${id}`, { ifAvailable: true }, async (lock) => {
      if (lock) await act();
      return lock !== null;
    });
  },
};
