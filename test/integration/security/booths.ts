import type { Draft } from '../../../protocol/live/event.ts';
import type { RoomId } from '../../../protocol/live/ids.ts';
import { ids } from './ids.ts';
import type { SceneOptions } from './scene.ts';

const opened = (booth: string, languages: readonly string[], people: readonly string[]): Draft[] => [
  { type: 'room.created', data: { id: booth, name: languages.join(), mode: 'alongside', members: people, booth: true } },
  { type: 'interpretation.opened', data: { booth, languages, seats: people.map((participant) => ({ participant, between: languages })) } },
];

/** A booth in which the actor sits when they interpret, and one in which they do not. */
export function booths({ actor, role }: SceneOptions): Draft[] {
  return [...opened(ids.booth, ['fr', 'zh'], role === 'interpreter' ? [ids.other, actor] : [ids.other]), ...opened(ids.otherBooth, ['es'], [])];
}

/** Somebody interprets where the actor is: who presents in the scene, or another. */
export function turn({ actor, isPresenting }: SceneOptions, room: RoomId): Draft[] {
  return [{ type: 'interpretation.taken', data: { booth: ids.booth, interpreter: isPresenting ? actor : ids.other, language: 'fr' }, room }];
}
