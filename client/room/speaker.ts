import type { ParticipantId } from '../../protocol/live/ids.ts';

/** Somebody has to speak this long, without a break, before the large picture goes to them. */
export const TAKES_FLOOR_MS = 1_500;
/** A breath between two words is not a break. */
const BREATH_MS = 700;

/** Who has the large picture, and who is about to get it. */
export interface SpeakerHold {
  readonly current?: ParticipantId;
  readonly candidate?: ParticipantId;
  /** Since when the candidate speaks, and when they were last heard; ms. */
  readonly since: number;
  readonly heard: number;
}

export const nobodySpeaks: SpeakerHold = { since: 0, heard: 0 };

/** The next hold once `loudest` (undefined: silence) was heard at `now`. The same object when nothing changed. */
export function hearSpeaker(hold: SpeakerHold, loudest: ParticipantId | undefined, now: number): SpeakerHold {
  if (loudest === undefined) {
    return hold.candidate !== undefined && now - hold.heard > BREATH_MS ? settled(hold) : hold;
  }
  if (loudest === hold.current) return hold.candidate === undefined ? hold : settled(hold);
  // Nobody loses the picture when nobody had it.
  if (hold.current === undefined) return { current: loudest, since: 0, heard: 0 };
  if (loudest !== hold.candidate || now - hold.heard > TAKES_FLOOR_MS) {
    return { current: hold.current, candidate: loudest, since: now, heard: now };
  }
  return now - hold.since >= TAKES_FLOOR_MS
    ? { current: loudest, since: 0, heard: 0 }
    : { ...hold, heard: now };
}

/** Somebody left the room: they no longer hold anything. */
export function forgetSpeaker(hold: SpeakerHold, here: (one: ParticipantId) => boolean): SpeakerHold {
  const current = hold.current !== undefined && here(hold.current) ? hold.current : undefined;
  const candidate = hold.candidate !== undefined && here(hold.candidate) ? hold.candidate : undefined;
  return current === hold.current && candidate === hold.candidate ? hold : { ...hold, current, candidate };
}

function settled(hold: SpeakerHold): SpeakerHold {
  return { ...(hold.current === undefined ? {} : { current: hold.current }), since: 0, heard: 0 };
}
