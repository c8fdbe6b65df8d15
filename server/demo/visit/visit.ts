import type { LiveSession } from '../../live/session.ts';
import { Play } from './actor.ts';
import type { Stage } from './actor.ts';
import { showEvidence } from './evidence.ts';
import { showNotebook } from './notebook.ts';
import { showPlan } from './plan.ts';

/** The visit of the demonstration, in the middle of it: enough of everything that somebody who comes in grasps what it is for. */
export async function showVisit(live: LiveSession, stage: Stage): Promise<void> {
  const play = new Play(live, stage);
  const plan = await showPlan(play);
  const evidence = await showEvidence(play, plan);
  await showNotebook(play, plan, evidence);
}
