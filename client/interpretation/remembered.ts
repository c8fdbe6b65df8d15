import { remember, remembered } from '../app/remember.ts';
import type { Participant } from '../../protocol/live/participants.ts';
import { toFloor } from '../media/listening.ts';
import type { Listening } from '../media/listening.ts';

/** What somebody chose to listen to, in this browser and under their own name. */
function keyOf({ person, id }: Pick<Participant, 'person' | 'id'>): string {
  return `listening.${person ?? id}`;
}

export function rememberedListening(me: Pick<Participant, 'person' | 'id'>): Listening {
  try {
    const { channel, floor } = JSON.parse(remembered(keyOf(me)) ?? '{}') as Partial<Record<keyof Listening, unknown>>;
    return {
      channel: typeof channel === 'string' ? channel : toFloor.channel,
      floor: typeof floor === 'number' && floor >= 0 && floor <= 1 ? floor : toFloor.floor,
    };
  } catch {
    return toFloor;
  }
}

export function rememberListening(me: Pick<Participant, 'person' | 'id'>, listening: Listening): void {
  remember(keyOf(me), JSON.stringify(listening));
}
