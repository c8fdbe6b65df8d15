import type { Draft } from '../../../protocol/live/event.ts';
import { initialState } from '../../../protocol/live/state.ts';
import type { Content, Origin, Pictured } from '../../../protocol/observation/evidence.ts';
import { noTexts } from '../../../protocol/observation/report.ts';
import { gatherFacts } from '../../../protocol/observation/reportFacts.ts';
import type { RequestKind } from '../../../protocol/observation/cameras.ts';
import { ids } from './ids.ts';
import type { SceneOptions } from './scene.ts';
import { who } from './who.ts';

const { visit } = ids;
const still = { kind: 'still', title: 'The fence', capturedAt: Date.UTC(2030), zone: visit.zone } satisfies Origin;
const arriving: Pictured = { content: { hash: 'a'.repeat(64), bytes: 900, mime: 'image/jpeg' } };
const custody = { permission: 'evidence.custody' } as const;

/** The plan, and whatever else of a visit can be there before its session opens as well as when it has ended. `content`: the bytes of what is stored. */
export function prepared(content: Content): Draft[] {
  const pictured: Pictured = { content };
  return [
    { type: 'visit.zoned', data: { id: visit.zone, kind: 'gate', name: 'Gate', noRecord: false, remark: '' } },
    { type: 'visit.slotted', data: { id: visit.slot, title: 'Walk', startsAt: Date.UTC(2030), minutes: 30, zone: visit.zone } },
    { type: 'visit.criterionSet', data: { id: visit.criterion, title: 'Fences', questions: [] } },
    { type: 'visit.documentExpected', data: { id: visit.document, criterion: 'A', title: 'Plan of the site' } },
    { type: 'consent.zoneSet', data: { zone: visit.zone, state: 'given' } },
    { type: 'consent.personSet', data: { id: visit.consent, name: 'A Worker', state: 'given' } },
    { type: 'evidence.captured', data: { ...still, id: visit.review, number: 1, pictured }, audience: custody },
    { type: 'evidence.stored', data: { evidence: visit.review, version: visit.review, part: 'content' }, audience: custody },
    { type: 'evidence.captured', data: { ...still, id: visit.released, number: 2, pictured }, audience: custody },
    { type: 'evidence.stored', data: { evidence: visit.released, version: visit.released, part: 'content' }, audience: custody },
    {
      type: 'evidence.released', audience: { permission: 'evidence.see' },
      data: {
        ...still, id: visit.released, number: 2, by: 'system', version: visit.released, masked: false, pictured, marks: [],
        original: content.hash,
      },
    },
    { type: 'evidence.captured', data: { ...still, id: visit.otherCapture, number: 3, pictured: arriving }, audience: custody },
    note(visit.otherNote, 'west'), finding(visit.otherFinding, 'west'), question(visit.otherQuestion),
    { type: 'report.built', data: { number: 1, facts: gatherFacts(initialState(), 0), texts: noTexts }, audience: { permission: 'report.see' } },
  ];
}

/** Cameras inside, one of them frozen, with requests to the actor and to another; and the turn with the actor when they lead. */
export function filmed({ actor, isPresenting, standing }: SceneOptions): Draft[] {
  const cameras = [ids.camera, ids.otherCamera].flatMap((id, order): Draft[] => {
    const who = { id, name: id, administration: 'north', administrationName: 'Customs of the North', country: 'NO', language: 'en', person: id, role: 'fieldCamera' } as const;
    return [{ type: 'participant.invited', data: who }, { type: 'participant.joined', data: { participant: id, who: { ...who, order } } }];
  });
  const request = (id: string, camera: string, kind: RequestKind): Draft => ({ type: 'camera.requested', data: { id, camera, kind }, audience: { permission: 'visit.see' } });
  return [
    ...cameras,
    { type: 'inspection.begun', data: { id: visit.inspection, container: 'CSQU3054383', misread: false }, audience: { permission: 'visit.see' } },
    request(visit.ownRequest, actor, 'closer'), request(visit.otherRequest, ids.camera, 'hold'),
    { type: 'camera.frozen', data: { id: visit.freeze, camera: ids.camera } },
    ...(isPresenting && (standing === 'inside' || standing === 'aside') ? [{ type: 'camera.turned', data: { participant: actor } } as const] : []),
  ];
}

/** What the actor themselves has made of the record. */
export function own({ kind, role, standing, actor, administration }: SceneOptions): Draft[] {
  if (kind !== 'observation' || standing === 'absent') return [];
  const side = who(actor, role, standing.startsWith('guest'), administration).administration;
  return [
    { type: 'evidence.captured', data: { ...still, id: visit.ownCapture, number: 4, pictured: arriving }, audience: custody },
    note(visit.ownNote, side), finding(visit.ownFinding, side), question(visit.ownQuestion),
  ];
}

function note(id: string, side: string): Draft {
  return { type: 'note.written', data: { id, text: 'A guard at the gate', shared: false, side, moment: Date.UTC(2030) }, audience: { permission: 'visit.record', administration: side } };
}
function finding(id: string, side: string): Draft {
  return {
    type: 'finding.written', audience: { permission: 'visit.record' },
    data: { id, grade: 'conform', criterion: 'A', text: 'The gate is guarded.', evidence: [], owner: '', side, moment: Date.UTC(2030) },
  };
}
function question(id: string): Draft {
  return { type: 'question.asked', data: { id, text: 'Who holds the keys?' }, audience: { permission: 'visit.see' } };
}
