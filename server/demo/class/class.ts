import type { CommandInput, CommandName } from '../../../protocol/table.ts';
import { demoId } from '../../identity/records.ts';
import type { LiveSession } from '../../live/session.ts';
import { actAs } from '../act.ts';

type Question = CommandInput<'poll.prepare'>['question'];

const questions: readonly Question[] = [
  {
    kind: 'single', anonymous: false, text: 'Qui accorde le statut d’opérateur économique agréé ? · Who grants AEO status?',
    options: ['L’administration des douanes · The Customs administration', 'L’OMD · The WCO', 'Une chambre de commerce · A chamber of commerce'], right: [0],
  },
  {
    kind: 'multiple', anonymous: false, text: 'Que regarde-t-on sur un conteneur ? · What is looked at on a container?',
    options: ['Le plancher · The floor', 'Les portes et leurs ferrures · The doors and their hardware', 'Le nom du navire · The name of the ship', 'Le scellement · The seal'], right: [0, 1, 3],
  },
  {
    kind: 'scale', anonymous: true, text: 'Vous sentez-vous prêt pour une validation sur site ? · Do you feel ready for an on-site validation?', steps: 5,
    low: 'Pas du tout · Not at all', high: 'Tout à fait · Fully',
  },
];

/** The class of the demonstration: three questions and two groups that the trainer opens with one press each. */
export async function showClass(live: LiveSession): Promise<void> {
  const trainer = demoId('amina');
  const act = <N extends CommandName>(name: N, input: CommandInput<N>): Promise<string> => actAs(live, trainer, name, input);
  for (const question of questions) await act('poll.prepare', { question });
  const [deck] = Object.keys(live.state.decks);
  const worksOn = deck === undefined ? {} : { deck };
  await act('groups.plan', {
    minutes: 10,
    groups: [
      { name: 'Portes et scellement · Doors and seal', members: ['chen', 'juerg'].map(demoId), ...worksOn },
      { name: 'Plancher et parois · Floor and walls', members: [demoId('zhao')], ...worksOn },
    ],
  });
}
