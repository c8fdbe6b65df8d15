import { accept } from '../../../protocol/errors.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import type { SessionState } from '../../../protocol/live/state.ts';
import { captureBar } from '../../../protocol/observation/consents.ts';
import type { Consents } from '../../../protocol/observation/consents.ts';
import type { Plan } from '../../../protocol/observation/plan.ts';
import { audiences } from '../../../protocol/observation/project.ts';
import type { Decision } from '../../live/decide/decision.ts';

export interface CaptureRules {
  readonly plan: Plan;
  readonly consents: Consents;
}

/** A withdrawal ends the captures that are on their way from where it bars them. A pause is for new ones alone. */
export function withDiscarded({ observation }: SessionState, draft: Draft, change: (rules: CaptureRules) => CaptureRules): Decision {
  const { plan, consents, evidence } = observation;
  const before = { plan, consents: { ...consents, paused: false } };
  const after = change(before);
  const bars = ({ plan: itsPlan, consents: itsConsents }: CaptureRules, zone: string | undefined) => captureBar(itsPlan, itsConsents, zone) !== undefined;
  const barred = Object.values(evidence.items)
    .filter((one) => one.state === 'uploading' && one.kind === 'still' && bars(after, one.zone) && !bars(before, one.zone));
  return accept([draft, ...barred.map((one): Draft => ({ type: 'evidence.discarded', data: { evidence: one.id, reason: 'consent' }, audience: audiences.custody }))]);
}
