import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerValue } from '../../../protocol/training/questions.ts';
import type { AttemptView } from '../../../protocol/training/views.ts';
import { api } from '../../app/api.ts';
import type { Problem } from '../../app/problem.ts';

interface Saved {
  readonly value: AnswerValue;
  readonly state: 'saving' | 'saved' | 'waiting';
}

export interface Answers {
  readonly of: Readonly<Record<string, Saved | undefined>>;
  readonly change: (question: string, value: AnswerValue) => void;
  /** Everything is with the server. */
  readonly settled: boolean;
  readonly problem: Problem | undefined;
}

/** So long after the last stroke of a key what was typed is sent. */
const PAUSE_MS = 400;
const RETRY_MS = 3_000;
/** What a moment may mend is sent again until it is there; the server takes each only once. */
const passing: ReadonlySet<string> = new Set(['client.offline', 'client.timeout', 'server.stopping', 'rate.limited']);

/** The answers of an attempt: each is sent when it changes, the newest wins, and a broken line loses none. `onOver`: its time is over. */
export function useAnswers(edition: string, attempt: AttemptView, onOver: () => void): Answers {
  const [of, setOf] = useState<Record<string, Saved | undefined>>(() =>
    Object.fromEntries(attempt.questions.flatMap(({ put, answer }) => answer === undefined ? [] : [[put.id, { value: answer, state: 'saved' as const }]])));
  const [problem, setProblem] = useState<Problem>();
  const revisions = useRef(new Map(attempt.questions.map(({ put, revision }) => [put.id, revision])));
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const gone = useRef(false);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  }, [onOver]);
  useEffect(() => {
    const all = timers.current;
    gone.current = false;
    return () => {
      gone.current = true;
      for (const timer of all.values()) clearTimeout(timer);
    };
  }, []);

  const send = useCallback(async (question: string, value: AnswerValue, revision: number): Promise<void> => {
    const body = { question, value, revision };
    const isNewest = (): boolean => !gone.current && revisions.current.get(question) === revision;
    while (isNewest()) {
      const done = await api('answer', { params: { edition, attempt: attempt.id }, body });
      if (!isNewest()) return;
      if (done.ok) {
        setProblem(undefined);
        setOf((all) => ({ ...all, [question]: { value, state: 'saved' } }));
        return;
      }
      setOf((all) => ({ ...all, [question]: { value, state: 'waiting' } }));
      if (done.error.code === 'attempt.over') return over.current();
      setProblem(done.error);
      if (!passing.has(done.error.code)) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }, [edition, attempt.id]);

  const change = useCallback((question: string, value: AnswerValue) => {
    const revision = (revisions.current.get(question) ?? 0) + 1;
    revisions.current.set(question, revision);
    setOf((all) => ({ ...all, [question]: { value, state: 'saving' } }));
    clearTimeout(timers.current.get(question));
    timers.current.set(question, setTimeout(() => void send(question, value, revision), PAUSE_MS));
  }, [send]);

  return { of, change, problem, settled: Object.values(of).every((one) => one === undefined || one.state === 'saved') };
}
