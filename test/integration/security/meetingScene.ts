import { noTexts } from '../../../protocol/assessment/meeting/minutes.ts';
import { gatherFacts } from '../../../protocol/assessment/meeting/minutesFacts.ts';
import type { Draft } from '../../../protocol/live/event.ts';
import { initialState } from '../../../protocol/live/state.ts';
import { ids } from './ids.ts';
import type { SceneOptions } from './scene.ts';

const { meeting: at } = ids;
const south = { administration: 'south', administrationName: 'Customs of the South', country: 'ZA', language: 'en' } as const;
const north = { administrationName: 'Customs of the North', country: 'NO', language: 'en' } as const;
const southerner = { ...south, id: at.southerner, name: 'Sana South', person: at.southerner, role: 'headOfDelegation' } as const;

/** What is there before the hosts, to whom the actor belongs, meet the South: an agenda, and what the South holds, on the table and not. */
export function met({ administration = 'north' }: SceneOptions): Draft[] {
  return [
    { type: 'participant.invited', data: southerner },
    { type: 'participant.invited', data: { ...north, administration, id: at.northerner, name: 'Nora North', person: at.northerner, role: 'headOfDelegation' } },
    { type: 'agenda.item', data: { id: at.item, title: 'Seals', minutes: 10, decks: [] } },
    { type: 'position.written', data: { id: at.tabled, side: 'south', text: 'On the table', tabled: true } },
    { type: 'position.written', data: { id: at.hidden, side: 'south', text: 'Ours alone', tabled: false }, audience: { permission: 'meeting.see', administration: 'south' } },
  ];
}

/** What has happened in it: the South speaks and has its caucus, texts are proposed and read back, minutes are drafted. */
export function metLive({ administration: hosting = 'north' }: SceneOptions): Draft[] {
  const asks = [hosting, 'south'];
  return [
    { type: 'participant.joined', data: { participant: at.southerner, who: { ...southerner, order: 9 } } },
    { type: 'speaking.given', data: { administration: 'south', speaker: at.southerner } },
    { type: 'speaking.asked', data: { administration: 'south', speaker: at.southerner } },
    { type: 'room.created', data: { id: at.caucus, name: 'Customs of the South', mode: 'aside', members: [], administration: 'south' } },
    ...[at.proposed, at.readBack, at.notAsked].map((id, index): Draft => ({ type: 'outcome.proposed', data: { id, count: index + 1, kind: 'decision', text: 'Agreed in principle' } })),
    { type: 'outcome.readBack', data: { outcome: at.readBack, number: 1, asks } },
    { type: 'outcome.readBack', data: { outcome: at.notAsked, number: 1, asks: ['south'] } },
    { type: 'minutes.drafted', data: { number: 1, facts: gatherFacts(initialState(), 0), texts: noTexts, asks } },
  ];
}
