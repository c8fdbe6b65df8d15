import type { ComponentType, ReactNode } from 'react';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { IconName } from '../ui/icons.tsx';

interface Part<P extends object = object> {
  readonly id: string;
  /** Who has it, and when. */
  readonly shows: (state: SessionState, me: Participant) => boolean;
  readonly Content: ComponentType<P>;
}

/**
 * A view that takes the place of the stage for those whose work it is: on a phone it has the whole screen, elsewhere the
 * stage's place. Panels, dialogs and the way out stay the room's.
 */
export interface StageViewDefinition extends Part<{
  /** It has the screen to itself: its controls are the only ones, and it has to offer panels and the way out. */
  readonly alone: boolean;
  /** What the room says over any stage. */
  readonly children: ReactNode;
}> {
  /** Key of its name, with the namespace: one that is always there. */
  readonly label: string;
  readonly icon: IconName;
  /** Comes only when somebody asks for it, and leaves the room's bars where they are, on a phone too. */
  readonly onDemand?: true;
  /** What everybody looks at from the beginning, with the room's bars around it, on a phone too. */
  readonly leads?: true;
}

/** Something that a kind does in the room as long as one is inside, whatever is on the screen. */
export type CompanionDefinition = Part;

/** What a kind says in the bar at the top, between the session's title and its clock. */
export type BarPartDefinition = Part;
