import type { PollKind, PreparedPoll } from '../../../protocol/class/polls.ts';
import type { CommandInput } from '../../../protocol/table.ts';

/** A poll while it is being written. Options that are empty are left out. */
export interface PollDraft {
  readonly kind: PollKind;
  readonly text: string;
  readonly options: readonly { readonly text: string; readonly isRight: boolean }[];
  readonly steps: number;
  readonly low: string;
  readonly high: string;
  readonly anonymous: boolean;
}

const empty = { text: '', isRight: false };

export const newDraft: PollDraft = { kind: 'single', text: '', options: [empty, empty], steps: 5, low: '', high: '', anonymous: false };

export function draftOf({ kind, text, options, right, scale, anonymous }: PreparedPoll): PollDraft {
  return {
    kind, text, anonymous, steps: scale?.steps ?? newDraft.steps, low: scale?.low ?? '', high: scale?.high ?? '',
    options: options.length === 0 ? newDraft.options : options.map((option, place) => ({ text: option, isRight: right.includes(place) })),
  };
}

export function withOption(draft: PollDraft): PollDraft {
  return { ...draft, options: [...draft.options, empty] };
}

export function withoutOption(draft: PollDraft, place: number): PollDraft {
  return { ...draft, options: draft.options.filter((_, index) => index !== place) };
}

/** Of a single choice at most one option is right. */
export function withRight(draft: PollDraft, place: number, isRight: boolean): PollDraft {
  return {
    ...draft, options: draft.options.map((option, index) => index === place ? { ...option, isRight } : draft.kind === 'single' && isRight ? { ...option, isRight: false } : option),
  };
}

export function withKind(draft: PollDraft, kind: PollKind): PollDraft {
  const first = draft.options.findIndex(({ isRight }) => isRight);
  return { ...draft, kind, options: kind === 'single' ? draft.options.map((option, place) => ({ ...option, isRight: place === first })) : draft.options };
}

/** What is sent; undefined where something is still missing. */
export function questionFrom({ kind, text, options, steps, low, high, anonymous }: PollDraft): CommandInput<'poll.prepare'>['question'] | undefined {
  if (text.trim() === '') return undefined;
  const asked = { text, anonymous };
  if (kind === 'text') return { kind, ...asked };
  if (kind === 'scale') return { kind, ...asked, steps, low: low.trim(), high: high.trim() };
  const filled = options.filter((option) => option.text.trim() !== '');
  if (filled.length < 2) return undefined;
  return { kind, ...asked, options: filled.map((option) => option.text), right: filled.flatMap((option, place) => (option.isRight ? [place] : [])) };
}
