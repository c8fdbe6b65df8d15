import { useCallback, useRef, useState } from 'react';
import type { Answer, Problem } from './problem.ts';

export interface Action<A extends readonly unknown[], T> {
  /** Does it; while it is under way a further call waits for nothing and answers undefined. */
  readonly run: (...input: A) => Promise<Answer<T> | undefined>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly clear: () => void;
}

/** Something that a person does and the server answers: at most one at a time, and what went wrong is shown beside it. */
export function useAction<A extends readonly unknown[], T>(perform: (...input: A) => Promise<Answer<T>>): Action<A, T> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const run = useCallback(async (...input: A) => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    try {
      const result = await perform(...input);
      if (!result.ok && result.error.code !== 'client.stopped') setProblem(result.error);
      return result;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, [perform]);
  const clear = useCallback(() => setProblem(undefined), []);
  return { run, busy, problem, clear };
}
