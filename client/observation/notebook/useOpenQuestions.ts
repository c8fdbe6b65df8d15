import { holds } from '../../../protocol/live/audience.ts';
import { useLiveSnapshot } from '../../live/context.tsx';

/** The questions that wait for an answer, for who answers them. */
export function useOpenQuestions(): number {
  return useLiveSnapshot(({ state, you }) => {
    const me = state?.participants[you];
    if (!state || !me || !holds(state, me, 'question.answer')) return 0;
    return Object.values(state.observation.notebook.questions).filter((one) => one.state === 'open').length;
  });
}
