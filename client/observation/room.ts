import { registerPart } from '../../protocol/live/parts.ts';
import { mainCamera } from '../../protocol/observation/mainView.ts';
import { observationPart } from '../../protocol/observation/part.ts';
import type { RoomCapability } from '../room/capability.ts';
import { observationPanels } from './panels.ts';
import { observationPictureLayers } from './pictureLayers.ts';
import { observationBarParts, observationCompanions, observationStageViews } from './stageViews.ts';

registerPart(observationPart);

/** What a visit adds to the room. */
export const observationRoom: RoomCapability = {
  panels: observationPanels, stageViews: observationStageViews, companions: observationCompanions, barParts: observationBarParts,
  pictureLayers: observationPictureLayers, mainPicture: mainCamera,
};
