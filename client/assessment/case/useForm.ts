import { useCallback, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Answer, Problem } from '../../app/problem.ts';

export interface Form {
  readonly submit: (event: FormEvent) => void;
  readonly busy: boolean;
  /** It was tried to submit: from then on faults are shown. */
  readonly tried: boolean;
  readonly problem: Problem | undefined;
}

/** A form of a dialog: submits when nothing is missing, one at a time, and closes when it was done. `save` undefined: something is missing. */
export function useForm(save: (() => Promise<Answer<unknown>>) | undefined, onDone: () => void): Form {
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const running = useRef(false);
  const submit = useCallback((event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!save || running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(undefined);
    void save().then((done) => {
      running.current = false;
      setBusy(false);
      if (done.ok) onDone();
      else setProblem(done.error);
    });
  }, [save, onDone]);
  return { submit, busy, tried, problem };
}
