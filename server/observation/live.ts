import { mayDirect } from '../../protocol/observation/directing.ts';
import type { LiveCapability } from '../live/capability.ts';

/** What a visit adds to the live core. Evidence sees to its ids itself: a device registers it again when it cannot know whether the first time was heard. */
export const observationLive: LiveCapability = {
  signals: { 'camera.pointed': mayDirect },
  // A visit goes on and off site with its session, one that was called off does neither; who leads it may still say otherwise.
  turning: ({ session, observation: { plan } }, to) => {
    const [from, stage] = to === 'live' ? ['preValidation', 'onSite'] as const : ['onSite', 'postValidation'] as const;
    return session.kind === 'observation' && plan.stage === from ? [{ type: 'visit.staged', data: { stage } }] : [];
  },
  isTaken: ({ observation: { plan, scope, consents, cameras, inspections, notebook } }, id) => cameras.frozen?.id === id || [
    plan.zones, plan.slots, scope.own, scope.documents, consents.persons, cameras.requests, inspections, notebook.notes, notebook.findings, notebook.questions,
  ].some((records) => Object.hasOwn(records, id)),
};
