import type { ComponentType } from 'react';
import type { Participant } from '../../protocol/live/participants.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import type { IconName } from '../ui/icons.tsx';

/** A view beside the stage. A kind of session adds its own here; it never makes another room. */
export interface PanelDefinition {
  readonly id: string;
  /** Key of its name, with the namespace: one that is always there. */
  readonly label: string;
  readonly icon: IconName;
  /** Who has it, and when. */
  readonly shows: (state: SessionState, me: Participant) => boolean;
  /** How much waits in it. A hook. */
  readonly useCount: () => number;
  readonly Content: ComponentType;
  /** The content is a list of cards without an edge of its own. */
  readonly padded?: true;
}
