import { limits } from '../../../protocol/limits.ts';
import { holds } from '../../../protocol/live/audience.ts';
import type { Audience, Draft } from '../../../protocol/live/event.ts';
import type { ParticipantId } from '../../../protocol/live/ids.ts';
import type { Participant } from '../../../protocol/live/participants.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import type { PersonConsent } from '../../../protocol/observation/consents.ts';
import type { consentCommands } from '../../../protocol/observation/commands/consents.ts';
import { decided, nothing, refused } from '../../live/decide/decision.ts';
import type { Decision, Decisions } from '../../live/decide/decision.ts';
import { withDiscarded } from './discarding.ts';
import { hasZone } from './visit.ts';

export const decideConsents: Decisions<keyof typeof consentCommands> = {
  'consent.zone': (state, actor, { zone, state: consent }) => {
    if (!hasZone(state, zone)) return refused('visit.absent', 'zone');
    const { zones } = state.observation.consents;
    const own = isOperator(state, actor);
    const known = zones[zone];
    if (known?.state === consent && (known.own || !own)) return nothing;
    // What the operator has refused, nobody else consents to.
    if (!own && known?.own && known.state !== 'given') return refused('permission.denied', 'evidence.release');
    return withDiscarded(state, { type: 'consent.zoneSet', data: { zone, state: consent, ...(own ? { own } : {}) } }, ({ plan, consents }) => ({
      plan, consents: { ...consents, zones: { ...consents.zones, [zone]: { state: consent, at: 0, by: '' } } },
    }));
  },

  'consent.person': (state, actor, { consent, ...rest }, { id }) => {
    const { persons } = state.observation.consents;
    const known = consent === undefined ? ofParticipant(state, rest.participant) : persons[consent];
    if (consent !== undefined && !known) return refused('visit.absent', 'consent');
    // Nobody consents for somebody who has said no themselves.
    if (known && known.state !== 'given' && known.by === known.participant && known.by !== actor.id) return refused('permission.denied', 'consent.own');
    if (!known && Object.keys(persons).length >= limits.consentsPerVisit) return refused('visit.limit', 'consent');
    if (rest.zone !== undefined && !hasZone(state, rest.zone)) return refused('visit.absent', 'zone');
    // Whose consent it is never changes: the person with the seat has received it as theirs.
    const participant = known ? known.participant : rest.participant;
    if (participant !== undefined && !state.participants[participant]) return refused('participant.absent');
    const { participant: _given, ...data } = rest;
    return setPerson(state, { ...data, id: known?.id ?? id, ...(participant === undefined ? {} : { participant }) });
  },

  'consent.removePerson': (state, actor, { consent }) => {
    const known = state.observation.consents.persons[consent];
    if (!known) return refused('visit.absent', 'consent');
    // Taken off and written down anew, a no would be gone. The operator knows who has left its premises.
    if (known.state !== 'given' && known.by === known.participant && known.by !== actor.id && !isOperator(state, actor)) return refused('permission.denied', 'consent.own');
    return decided({ type: 'consent.personRemoved', data: { consent }, audience: toOwner(known.participant) });
  },

  'consent.own': (state, actor, { state: consent }, { id }) => {
    const own = ofParticipant(state, actor.id);
    // Said by themselves, it binds those who write down for others; so it counts also where they had written the same.
    if (own?.state === consent && own.by === actor.id) return nothing;
    return setPerson(state, {
      id: own?.id ?? id, name: actor.name, participant: actor.id, state: consent, ...(own?.zone === undefined ? {} : { zone: own.zone }),
    });
  },

  'consent.pause': (state, actor, { paused }) => {
    const { consents } = state.observation;
    const own = isOperator(state, actor);
    // The operator makes a pause that the hosts began its own by pausing as well.
    if (consents.paused === paused && (!paused || !own || consents.pausedByOperator)) return nothing;
    if (!paused && consents.pausedByOperator && !own) return refused('permission.denied', 'evidence.release');
    return decided({ type: 'consent.paused', data: { paused, ...(paused && own ? { byOperator: own } : {}) } });
  },
};

/** Who releases evidence speaks for the operator; the hosts write down what they were told. */
function isOperator(state: SessionState, actor: Participant): true | undefined {
  return holds(state, actor, 'evidence.release') || undefined;
}

type PersonSet = Extract<Draft, { type: 'consent.personSet' }>['data'];

function setPerson(state: SessionState, data: PersonSet): Decision {
  return withDiscarded(state, { type: 'consent.personSet', data, audience: toOwner(data.participant) }, ({ plan, consents }) => ({
    plan, consents: { ...consents, persons: { ...consents.persons, [data.id]: { ...data, at: 0, by: '' } } },
  }));
}

function toOwner(participant: ParticipantId | undefined): Audience {
  return { permission: 'consent.see', ...(participant === undefined ? {} : { also: [participant] }) };
}

/** Somebody with a seat is on the list once. */
function ofParticipant({ observation }: SessionState, participant: ParticipantId | undefined): PersonConsent | undefined {
  return participant === undefined ? undefined : Object.values(observation.consents.persons).find((one) => one.participant === participant);
}
