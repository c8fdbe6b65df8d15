import { registerPart } from '../../../protocol/live/parts.ts';
import { assessmentPart } from '../../../protocol/assessment/meeting/part.ts';
import type { RoomCapability } from '../../room/capability.ts';
import { matrixStageView } from '../matrix/stageView.ts';

registerPart(assessmentPart);

/** What a meeting of delegations adds to the room. */
export const meetingRoom: RoomCapability = { stageViews: [matrixStageView] };
