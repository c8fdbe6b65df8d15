import type { KindName } from '../../protocol/kinds.ts';
import type { ParticipantId, RoomId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { loadRefusals } from '../i18n/setup.ts';
import type { PanelDefinition } from './panel.ts';
import type { PictureLayerDefinition } from './stage/pictureLayer.ts';
import type { BarPartDefinition, CompanionDefinition, StageViewDefinition } from './stageView.ts';

/** What a kind of session adds to the room. The module that gives it also registers the kind's part of the state. */
export interface RoomCapability {
  /** Tabs beside the stage, before those that every session has. */
  readonly panels?: readonly PanelDefinition[];
  /** What some participants have in place of the stage. */
  readonly stageViews?: readonly StageViewDefinition[];
  /** What goes on as long as one is inside, whatever is on the screen. */
  readonly companions?: readonly CompanionDefinition[];
  /** What the bar at the top says. */
  readonly barParts?: readonly BarPartDefinition[];
  /** What is laid over pictures on the stage. */
  readonly pictureLayers?: readonly PictureLayerDefinition[];
  /** Whom everybody in a room sees large as long as nobody has chosen what they see. */
  readonly mainPicture?: (state: SessionState, room: RoomId) => ParticipantId | undefined;
}

/** A kind that is not here adds nothing. Fetched when the kind of the session is known, before anything of it is shown. */
const loaders: Readonly<Partial<Record<KindName, () => Promise<RoomCapability>>>> = {
  assessment: async () => (await import('../assessment/meeting/room.ts')).meetingRoom,
  observation: async () => (await import('../observation/room.ts')).observationRoom,
  ceremony: async () => (await import('../ceremony/room.ts')).ceremonyRoom,
  class: async () => (await import('../class/room.ts')).classRoom,
};

const nothing: RoomCapability = {};
const loaded = new Map<KindName, RoomCapability>();

/** What this kind adds; nothing until it has been loaded. */
export function capabilityOf(kind: KindName): RoomCapability {
  return loaded.get(kind) ?? nothing;
}

export function isLoaded(kind: KindName): boolean {
  return loaders[kind] === undefined || loaded.has(kind);
}

export async function loadCapability(kind: KindName): Promise<void> {
  const load = loaders[kind];
  if (load !== undefined && !loaded.has(kind)) {
    const [capability] = await Promise.all([load(), loadRefusals()]);
    loaded.set(kind, capability);
  }
}
