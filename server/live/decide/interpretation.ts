import type { interpretationCommands } from '../../../protocol/commands/interpretation.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { ParticipantId, RoomId } from '../../../protocol/live/ids.ts';
import { boothOf, channelsOf } from '../../../protocol/live/interpretation.ts';
import type { Booth, BoothId, BoothSeat } from '../../../protocol/live/interpretation.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import { FLOOR_CHANNEL } from '../../../protocol/live/publications.ts';
import type { Channel, Publication } from '../../../protocol/live/publications.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { limits } from '../../../protocol/limits.ts';
import { accept } from '../../../protocol/errors.ts';
import { decided, nothing, refused } from './decision.ts';
import type { Decision, Decisions } from './decision.ts';

interface Team {
  readonly languages: readonly Channel[];
  readonly interpreters: readonly BoothSeat[];
}

export const decideInterpretation: Decisions<keyof typeof interpretationCommands> = {
  'interpretation.open': (state, _actor, team, { id }) => {
    if (Object.keys(state.interpretation.booths).length >= limits.boothsPerSession) return refused('interpretation.limit');
    if (Object.keys(state.rooms).length >= limits.roomsPerSession) return refused('room.limit');
    const wrong = refusalOf(state, id, team);
    if (wrong) return wrong;
    const seats = uniqueSeats(team);
    const languages = [...new Set(team.languages)];
    return decided(
      { type: 'room.created', data: { id, name: nameOf(languages), mode: 'alongside', members: seats.map((seat) => seat.participant), booth: true } },
      { type: 'interpretation.opened', data: { booth: id, languages, seats } },
    );
  },

  'interpretation.change': (state, _actor, { booth, ...team }) => {
    const before = state.interpretation.booths[booth];
    if (!before) return refused('interpretation.absent');
    const wrong = refusalOf(state, booth, team);
    return wrong ?? accept(changed(state, before, [...new Set(team.languages)], uniqueSeats(team)));
  },

  'interpretation.close': (state, _actor, { booth }) => {
    const before = state.interpretation.booths[booth];
    if (!before) return refused('interpretation.absent');
    return decided(...silenced(state, before, () => true), { type: 'interpretation.closed', data: { booth } }, { type: 'room.closed', data: { room: booth } });
  },

  'interpretation.pivot': (state, _actor, { language }) => (state.interpretation.pivot ?? null) === language
    ? nothing
    : decided({ type: 'interpretation.pivoted', data: { language } }),

  'interpretation.take': (state, actor, { booth, language, from }) => {
    const one = seatedIn(state, actor, booth);
    if (!one) return refused('interpretation.notSeated');
    if (!one.languages.includes(language)) return refused('interpretation.language', language);
    const turn = one.turns[actor.room];
    if ((turn?.interpreter ?? null) !== from) return refused('interpretation.turnTaken');
    if (turn?.interpreter === actor.id && turn.language === language) return nothing;
    return decided(
      { type: 'interpretation.taken', data: { booth, interpreter: actor.id, language }, room: actor.room },
      // The others fall silent in the same moment in which this voice opens.
      ...silenced(state, one, (each) => isOf(state, each, actor.room) && !(each.participant === actor.id && each.channel === language)),
      ...streamsOf(state, one).filter((each) => each.participant === actor.id && each.channel === language && each.paused)
        .map((each): Draft => ({ type: 'media.resumed', data: { publication: each.id } })),
    );
  },

  'interpretation.ask': (state, actor, { booth }) => {
    const one = seatedIn(state, actor, booth);
    if (!one) return refused('interpretation.notSeated');
    const turn = one.turns[actor.room];
    if (!turn) return refused('interpretation.nobody');
    return turn.asked === actor.id ? nothing : decided({ type: 'interpretation.asked', data: { booth, by: actor.id }, room: actor.room });
  },

  'interpretation.release': (state, actor, { booth }) => {
    const one = state.interpretation.booths[booth];
    if (one?.turns[actor.room]?.interpreter !== actor.id) return refused('interpretation.notYourTurn');
    return decided(
      { type: 'interpretation.released', data: { booth }, room: actor.room },
      ...silenced(state, one, (each) => each.participant === actor.id),
    );
  },

  'interpretation.relay': (state, actor, { channel }) => {
    if (!boothOf(state.interpretation, actor.id)) return refused('interpretation.notSeated');
    if (channel !== FLOOR_CHANNEL && !channelsOf(state.interpretation).includes(channel)) return refused('interpretation.language', channel);
    if ((state.interpretation.relays[actor.id] ?? FLOOR_CHANNEL) === channel) return nothing;
    return decided({ type: 'interpretation.relayed', data: { interpreter: actor.id, channel } });
  },
};

/** Somebody is no interpreter any more: what makes them leave their booth. */
export function leaveBooth(state: SessionState, participant: ParticipantId): readonly Draft[] {
  const booth = boothOf(state.interpretation, participant);
  return booth ? changed(state, booth, booth.languages, booth.seats.filter((seat) => seat.participant !== participant)) : [];
}

function changed(state: SessionState, before: Booth, languages: readonly Channel[], seats: readonly BoothSeat[]): Draft[] {
  const stays = (each: Publication): boolean => languages.includes(each.channel) && seats.some((seat) => seat.participant === each.participant);
  return [
    ...silenced(state, before, (each) => !stays(each)),
    { type: 'interpretation.changed', data: { booth: before.id, languages, seats } },
    { type: 'room.renamed', data: { room: before.id, name: nameOf(languages) } },
    { type: 'room.members', data: { room: before.id, members: seats.map((seat) => seat.participant) } },
  ];
}

function refusalOf(state: SessionState, booth: BoothId, { languages, interpreters }: Team): Decision | undefined {
  const others = Object.values(state.interpretation.booths).filter((other) => other.id !== booth);
  const double = languages.find((one) => others.some((other) => other.languages.includes(one)));
  if (double !== undefined) return refused('interpretation.language', double);
  for (const { participant } of interpreters) {
    const one = state.participants[participant];
    if (!one) return refused('participant.absent', participant);
    if (!holds(state, one, 'interpretation.speak')) return refused('interpretation.notInterpreter', participant);
    if (others.some((other) => other.seats.some((seat) => seat.participant === participant))) return refused('interpretation.seated', participant);
  }
  return undefined;
}

function seatedIn(state: SessionState, actor: Participant, booth: BoothId): Booth | undefined {
  const one = state.interpretation.booths[booth];
  return one?.seats.some((seat) => seat.participant === actor.id) ? one : undefined;
}

/** The voices of a booth, in whatever room. */
function streamsOf(state: SessionState, booth: Booth): readonly Publication[] {
  return Object.values(state.publications).filter((each) => booth.languages.includes(each.channel));
}

function isOf(state: SessionState, each: Publication, room: RoomId): boolean {
  return state.participants[each.participant]?.room === room;
}

function silenced(state: SessionState, booth: Booth, which: (each: Publication) => boolean): Draft[] {
  return streamsOf(state, booth).filter((each) => !each.paused && which(each)).map((each) => ({ type: 'media.paused', data: { publication: each.id } }));
}

function uniqueSeats({ interpreters }: Team): readonly BoothSeat[] {
  return [...new Map(interpreters.map((seat) => [seat.participant, seat])).values()];
}

/** As the languages call themselves, so that it is right on every screen. */
function nameOf(languages: readonly Channel[]): string {
  return languages.map((tag) => {
    const own = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    return own.charAt(0).toLocaleUpperCase(tag) + own.slice(1);
  }).join(' / ');
}
