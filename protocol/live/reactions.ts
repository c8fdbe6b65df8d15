/** Quick signals: they pass, and are not remembered. */
export const reactions = ['agree', 'disagree', 'slower', 'cannotHear', 'applause'] as const;
export type Reaction = (typeof reactions)[number];
