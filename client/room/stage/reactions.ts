import type { Reaction } from '../../../protocol/live/reactions.ts';
import type { IconName } from '../../ui/icons.tsx';

/** Each with a shape and a word: an icon alone is read differently in different countries. */
export const reactionIcons: Record<Reaction, IconName> = { agree: 'agree', disagree: 'disagree', slower: 'slower', cannotHear: 'cannotHear', applause: 'applause' };
