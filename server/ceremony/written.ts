import { isFrozen } from '../../protocol/ceremony/ceremony.ts';
import type { CeremonyEvents, Copy, Side } from '../../protocol/ceremony/ceremony.ts';
import { isComplete, maySign } from '../../protocol/ceremony/places.ts';
import type { PlaceId } from '../../protocol/ceremony/places.ts';
import { ceremonyRules } from '../../protocol/ceremony/rules.ts';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';
import type { ParticipantId } from '../../protocol/live/ids.ts';
import type { SessionState } from '../../protocol/live/state.ts';
import { authorise } from '../live/authorise.ts';
import { decided } from '../live/decide/decision.ts';
import type { Decision } from '../live/decide/decision.ts';

/**
 * What the routes of a ceremony write. Their work takes seconds, so each asks twice: before it, and on the newest state after it.
 */
export function preparable(state: SessionState, actor: ParticipantId): Result<undefined> {
  const allowed = authorise(state, actor, ceremonyRules.prepare);
  if (!allowed.ok) return allowed;
  return isFrozen(state.ceremony) ? refuse('ceremony.frozen') : accept(undefined);
}

export function decideText(state: SessionState, actor: ParticipantId, text: CeremonyEvents['ceremony.textUploaded']): Decision {
  const allowed = preparable(state, actor);
  return allowed.ok ? decided({ type: 'ceremony.textUploaded', data: text }) : allowed;
}

export function decideCopies(state: SessionState, actor: ParticipantId, copies: CeremonyEvents['ceremony.copied']['copies']): Decision {
  const allowed = preparable(state, actor);
  return allowed.ok ? decided({ type: 'ceremony.copied', data: { copies } }) : allowed;
}

interface Wanted {
  readonly copy: Side;
  readonly place: PlaceId;
  /** The hash of what the signatory has before them. */
  readonly file: string;
}

export function signable(state: SessionState, actor: ParticipantId, { copy: side, place, file }: Wanted): Result<Copy> {
  const allowed = authorise(state, actor, ceremonyRules.sign);
  if (!allowed.ok) return allowed;
  const copy = maySign(state.ceremony, actor, side, place);
  if (!copy.ok) return copy;
  // Before the session begins there is nobody to sign before.
  if (state.session.phase !== 'live') return refuse('session.notOpen');
  return copy.value.file === file ? copy : refuse('ceremony.stale');
}

/** `wanted`: what was asked for; `signed`: what became of it. */
export function decideSignature(state: SessionState, actor: ParticipantId, wanted: Wanted, signed: Omit<CeremonyEvents['ceremony.signed'], 'copy' | 'place'>): Decision {
  const still = signable(state, actor, wanted);
  return still.ok ? decided({ type: 'ceremony.signed', data: { ...signed, copy: wanted.copy, place: wanted.place } }) : still;
}

export function sealable(state: SessionState, actor: ParticipantId): Result<undefined> {
  const allowed = authorise(state, actor, ceremonyRules.seal);
  if (!allowed.ok) return allowed;
  const { ceremony } = state;
  if (ceremony.record) return refuse('ceremony.sealed');
  return isComplete(ceremony) ? accept(undefined) : refuse('ceremony.unsigned');
}

export function decideSeal(state: SessionState, actor: ParticipantId, record: CeremonyEvents['ceremony.sealed']): Decision {
  const allowed = sealable(state, actor);
  return allowed.ok ? decided({ type: 'ceremony.sealed', data: record }) : allowed;
}
