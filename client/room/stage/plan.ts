import { seatOrder } from '../../../protocol/live/delegations.ts';
import { FLOOR } from '../../../protocol/live/ids.ts';
import type { ParticipantId, PublicationId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { Publication } from '../../../protocol/live/publications.ts';
import { emptyStage } from '../../../protocol/live/stage.ts';
import type { Layout, Stage } from '../../../protocol/live/stage.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

/** What everybody looks at together: the page of a deck, a shared screen, a document camera. */
export type Subject =
  | { readonly kind: 'page'; readonly key: 'page' }
  | { readonly kind: 'share'; readonly key: PublicationId; readonly publication: Publication };

/** What this viewer chose for this screen alone. An absent layout follows the room's. */
export interface OwnView {
  readonly layout?: Layout;
  readonly pinned: readonly ParticipantId[];
  /** The key of the subject that is large. */
  readonly subject?: string;
}

export const followsRoom: OwnView = { pinned: [] };

/**
 * What the stage shows. grid: people alone; people: the large ones with the others in a strip; subject: a page or a
 * share with the people in a strip, or alone.
 */
export type StagePlan =
  | { readonly view: 'grid'; readonly people: readonly ParticipantId[] }
  | { readonly view: 'people'; readonly large: readonly ParticipantId[]; readonly strip: readonly ParticipantId[] }
  | { readonly view: 'subject'; readonly subject: Subject; readonly strip: readonly ParticipantId[] };

/** The people whose tiles are on this room's stage, always in the same order; delegations sit together. */
export function peopleHere(state: SessionState, room = FLOOR): readonly Participant[] {
  return Object.values(state.participants)
    .filter((one) => one.presence === 'in' && one.room === room)
    .toSorted(seatOrder(state));
}

/** What can be large in this room, oldest first. */
export function subjectsHere(state: SessionState, room = FLOOR): readonly Subject[] {
  const shares = Object.values(state.publications)
    .filter((one) => (one.source === 'screen' || one.source === 'document') && one.room === undefined)
    .filter((one) => {
      const sender = state.participants[one.participant];
      return sender?.presence === 'in' && sender.room === room;
    })
    .map((publication): Subject => ({ kind: 'share', key: publication.id, publication }));
  return state.stages[room]?.deck === undefined ? shares : [{ kind: 'page', key: 'page' }, ...shares];
}

/** Keeps what is large while it lasts; what has just begun takes its place, and so does the newest when it ends. */
export function nextSubject(chosen: string | undefined, before: readonly string[], now: readonly string[]): string | undefined {
  const begun = now.filter((key) => !before.includes(key));
  if (begun.length > 0) return begun.at(-1);
  return chosen !== undefined && now.includes(chosen) ? chosen : now.at(-1);
}

/** Whether a host set how the room is seen. */
export function isPushed(stage: Stage): boolean {
  return stage.layout !== 'auto' || stage.pinned.length > 0;
}

export interface PlanInput {
  readonly people: readonly ParticipantId[];
  readonly subjects: readonly Subject[];
  readonly stage?: Stage;
  readonly own: OwnView;
  /** Who has the large picture in the speaker's view. */
  readonly speaker?: ParticipantId;
  /** Whom the kind of the session shows large where nobody chose and there is no page and no share. */
  readonly main?: ParticipantId;
}

export function planStage({ people, subjects, stage = emptyStage, own, speaker, main }: PlanInput): StagePlan {
  const layout = own.layout ?? stage.layout;
  const here = (ids: readonly ParticipantId[]): ParticipantId[] => people.filter((one) => ids.includes(one));
  const pinned = own.pinned.some((one) => people.includes(one)) || own.layout !== undefined ? here(own.pinned) : here(stage.pinned);
  const subject = subjects.find((one) => one.key === own.subject) ?? subjects.at(-1);

  if (pinned.length > 0) return large(people, pinned);
  if (layout === 'page' && subject) return { view: 'subject', subject, strip: [] };
  if (layout === 'auto' && subject) return { view: 'subject', subject, strip: people };
  if (layout === 'auto' && main !== undefined && people.includes(main)) return large(people, [main]);
  if (layout === 'speaker' && people.length > 1) {
    const one = speaker !== undefined && people.includes(speaker) ? speaker : people[0]!;
    return large(people, [one]);
  }
  return { view: 'grid', people };
}

function large(people: readonly ParticipantId[], pinned: readonly ParticipantId[]): StagePlan {
  const rest = people.filter((one) => !pinned.includes(one));
  // Everybody pinned is nobody pinned.
  return rest.length === 0 ? { view: 'grid', people } : { view: 'people', large: pinned, strip: rest };
}
