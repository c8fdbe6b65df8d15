import { classPart } from '../../protocol/class/part.ts';
import { registerPart } from '../../protocol/live/parts.ts';
import type { RoomCapability } from '../room/capability.ts';

registerPart(classPart);

/** What a class adds to the room. */
export const classRoom: RoomCapability = {};
