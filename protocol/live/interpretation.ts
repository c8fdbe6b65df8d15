import type { SessionEvent } from './event.ts';
import type { ParticipantId, RoomId } from './ids.ts';
import { FLOOR_CHANNEL } from './publications.ts';
import type { Channel } from './publications.ts';

/** A booth bears the id of its private room, which is the id of the command that opened it. */
export type BoothId = RoomId;

/** An interpreter of a booth, and the languages between which they work (BCP 47). */
export interface BoothSeat {
  readonly participant: ParticipantId;
  readonly between: readonly string[];
}

/** Who speaks on a booth's channel now. */
export interface Turn {
  readonly interpreter: ParticipantId;
  /** The language into which they interpret. */
  readonly language: Channel;
  /** ms; nobody interprets well for long. */
  readonly since: number;
  /** Who has asked for the hand-over: the holder, to be relieved, or the partner, who is ready. */
  readonly asked?: ParticipantId;
}

/** A team that interprets into one language, or both ways between two. */
export interface Booth {
  readonly id: BoothId;
  readonly languages: readonly Channel[];
  readonly seats: readonly BoothSeat[];
  /** One in each room: an interpreter who goes with a delegation serves the room where they are, the partner the floor. */
  readonly turns: Readonly<Record<RoomId, Turn>>;
}

export interface Interpretation {
  readonly booths: Readonly<Record<BoothId, Booth>>;
  /** The language through which the booths relay one another. */
  readonly pivot?: Channel;
  /** What interpreters listen to where it is not the floor: the channel that they take in relay. */
  readonly relays: Readonly<Record<ParticipantId, Channel>>;
}

export interface InterpretationEvents {
  'interpretation.opened': { booth: BoothId; languages: readonly Channel[]; seats: readonly BoothSeat[] };
  'interpretation.changed': { booth: BoothId; languages: readonly Channel[]; seats: readonly BoothSeat[] };
  'interpretation.closed': { booth: BoothId };
  'interpretation.pivoted': { language: Channel | null };
  /** In the room of the event. Whoever had the turn there loses it. */
  'interpretation.taken': { booth: BoothId; interpreter: ParticipantId; language: Channel };
  'interpretation.asked': { booth: BoothId; by: ParticipantId };
  'interpretation.released': { booth: BoothId };
  'interpretation.relayed': { interpreter: ParticipantId; channel: Channel };
}

export const noInterpretation: Interpretation = { booths: {}, relays: {} };

export function reduceInterpretation(all: Interpretation, event: SessionEvent): Interpretation {
  switch (event.type) {
    case 'interpretation.opened': {
      const { booth, languages, seats } = event.data;
      return put(all, { id: booth, languages, seats, turns: {} });
    }
    case 'interpretation.changed': return change(all, event.data.booth, ({ id, turns }) => {
      const { languages, seats } = event.data;
      const stays = ({ interpreter, language }: Turn): boolean => languages.includes(language) && seats.some((seat) => seat.participant === interpreter);
      return { id, languages, seats, turns: pick(turns, stays) };
    });
    case 'interpretation.closed': {
      const { [event.data.booth]: _closed, ...booths } = all.booths;
      return { ...all, booths };
    }
    case 'interpretation.pivoted': {
      const { pivot: _before, ...rest } = all;
      return event.data.language === null ? rest : { ...rest, pivot: event.data.language };
    }
    case 'interpretation.taken': {
      const { booth, interpreter, language } = event.data;
      return change(all, booth, (one) => {
        const before = one.turns[event.room];
        // Who only turns to the other language has been at it for as long as before.
        const since = before?.interpreter === interpreter ? before.since : event.at;
        return { ...one, turns: { ...one.turns, [event.room]: { interpreter, language, since } } };
      });
    }
    case 'interpretation.asked': return change(all, event.data.booth, (one) => {
      const turn = one.turns[event.room];
      return turn ? { ...one, turns: { ...one.turns, [event.room]: { ...turn, asked: event.data.by } } } : one;
    });
    case 'interpretation.released': return change(all, event.data.booth, (one) => {
      const { [event.room]: _over, ...turns } = one.turns;
      return { ...one, turns };
    });
    case 'interpretation.relayed': {
      const { interpreter, channel } = event.data;
      const { [interpreter]: _before, ...rest } = all.relays;
      return { ...all, relays: channel === FLOOR_CHANNEL ? rest : { ...rest, [interpreter]: channel } };
    }
    // The turn was in the room that they left.
    case 'participant.moved':
    case 'participant.left': return withoutTurns(all, ({ interpreter }) => interpreter === event.data.participant);
    case 'participants.moved': return withoutTurns(all, ({ interpreter }) => event.data.participants.includes(interpreter));
    case 'participant.removed':
    case 'participant.uninvited': return withoutPerson(all, event.data.participant);
    case 'room.closed': return withoutTurns(all, (_turn, room) => room === event.data.room);
    case 'session.ended': return withoutTurns(all, () => true);
    default: return all;
  }
}

export function boothOf(all: Interpretation, participant: ParticipantId): Booth | undefined {
  return Object.values(all.booths).find((booth) => booth.seats.some((seat) => seat.participant === participant));
}

/** The languages that are interpreted into, as the booths were opened. */
export function channelsOf(all: Interpretation): readonly Channel[] {
  return Object.values(all.booths).flatMap((booth) => booth.languages);
}

/** Who interprets into a language in a room now. */
export function turnOn(all: Interpretation, channel: Channel, room: RoomId): Turn | undefined {
  const turn = Object.values(all.booths).find((booth) => booth.languages.includes(channel))?.turns[room];
  return turn?.language === channel ? turn : undefined;
}

function put(all: Interpretation, booth: Booth): Interpretation {
  return { ...all, booths: { ...all.booths, [booth.id]: booth } };
}

function change(all: Interpretation, id: BoothId, to: (booth: Booth) => Booth): Interpretation {
  const booth = all.booths[id];
  return booth ? put(all, to(booth)) : all;
}

function withoutTurns(all: Interpretation, over: (turn: Turn, room: RoomId) => boolean): Interpretation {
  if (!Object.values(all.booths).some((booth) => Object.entries(booth.turns).some(([room, turn]) => over(turn, room)))) return all;
  const booths = Object.fromEntries(Object.entries(all.booths).map(([id, booth]) => [id, { ...booth, turns: pick(booth.turns, (turn, room) => !over(turn, room)) }]));
  return { ...all, booths };
}

function withoutPerson(all: Interpretation, gone: ParticipantId): Interpretation {
  if (!boothOf(all, gone) && !(gone in all.relays)) return all;
  const { booths, ...rest } = withoutTurns(all, ({ interpreter }) => interpreter === gone);
  const { [gone]: _relay, ...relays } = rest.relays;
  const left = Object.entries(booths).map(([id, booth]) => [id, { ...booth, seats: booth.seats.filter((seat) => seat.participant !== gone) }]);
  return { ...rest, relays, booths: Object.fromEntries(left) };
}

function pick(turns: Booth['turns'], test: (turn: Turn, room: RoomId) => boolean): Booth['turns'] {
  return Object.fromEntries(Object.entries(turns).filter(([room, turn]) => test(turn, room)));
}
