import { FLOOR, SYSTEM } from '../../../protocol/live/ids.ts';
import type { Draft, SessionEvent } from '../../../protocol/live/event.ts';
import type { Role } from '../../../protocol/kinds.ts';
import { initialState, reduce } from '../../../protocol/live/state.ts';
import type { SessionState } from '../../../protocol/live/state.ts';

/** A session's state made of real events: what the screens are a function of. */
export interface Scene {
  readonly state: SessionState;
  /** The scene after these; `actor` did them. */
  readonly after: (...drafts: readonly (Draft & { readonly actor?: string })[]) => Scene;
}

function scene(state: SessionState = initialState()): Scene {
  return {
    state,
    after: (...drafts) => scene(drafts.reduce((before, { actor, ...draft }) => reduce(before, {
      ...draft, seq: before.seq + 1, at: 1_000 * (before.seq + 1), actor: actor ?? SYSTEM, room: draft.room ?? FLOOR, audience: draft.audience ?? 'everyone',
    } as SessionEvent), state)),
  };
}

export function who(id: string, role: Role = 'attendee', more: { readonly name?: string; readonly administrationName?: string; readonly invitation?: string } = {}) {
  return { id, name: id, administration: 'a', administrationName: 'Customs A', country: 'BE', language: 'en', role, ...more };
}

/** Invited and inside, in this order; a name with a colon has its role behind it ("ana:host"). */
export function inside(...people: readonly string[]): Scene {
  return people.reduce((before, text) => {
    const [id = '', role = 'attendee'] = text.split(':');
    return enter(before, id, role as Role);
  }, scene());
}

export function invite(before: Scene, id: string, role: Role = 'attendee', more: Parameters<typeof who>[2] = {}): Scene {
  return before.after({ type: 'participant.invited', data: who(id, role, more) });
}

export function enter(before: Scene, id: string, role: Role = 'attendee', more: Parameters<typeof who>[2] = {}): Scene {
  const invited = before.state.participants[id] ? before : invite(before, id, role, more);
  return invited.after({ type: 'participant.joined', data: { participant: id, who: { ...who(id, role, more), order: invited.state.participants[id]!.order } } });
}

export function publish(before: Scene, participant: string, source: 'microphone' | 'camera' | 'document' | 'screen', paused = false): Scene {
  return before.after({ type: 'media.published', data: { id: `${participant}-${source}`, participant, source, channel: 'floor', paused } });
}
