import type { Draft } from '../../../protocol/live/event.ts';
import { ids } from './ids.ts';
import type { SceneOptions } from './scene.ts';

const { file: at } = ids;
const joint = { permission: 'case.see' } as const;
const ofSouth = { ...joint, administration: 'south' } as const;

/** A case of the North, to which the actor belongs, with the South and the West; `file` and `bytes`: a stored PDF. */
export function filed({ file = 'f'.repeat(64), bytes = 1, actor, standing, administration: own = 'north' }: SceneOptions): Draft[] {
  const ofOwn = { ...joint, administration: own };
  const southerner = { id: at.southerner, name: 'Sana South', administration: 'south', administrationName: 'Customs of the South', country: 'ZA', language: 'en', person: at.southerner };
  const document = { stage: 'work-plan', file, bytes, mime: 'application/pdf', name: 'plan.pdf', at: 0 } as const;
  return [
    { type: 'participant.invited', data: { ...southerner, role: 'headOfSide' } },
    ...[[at.ownProgramme, own], [at.spareProgramme, own], [at.otherProgramme, 'south'], [at.thirdProgramme, 'west']].map(([id, administration]): Draft => ({
      type: 'case.programmeSet', data: { id: id!, administration: administration!, name: `Programme ${id}`, about: '' }, audience: joint,
    })),
    { type: 'matrix.begun', data: { id: at.comparison, left: at.ownProgramme, right: at.otherProgramme }, audience: joint },
    { type: 'matrix.begun', data: { id: at.foreignComparison, left: at.otherProgramme, right: at.thirdProgramme }, audience: joint },
    ...[at.comparison, at.foreignComparison].map((comparison): Draft => ({ type: 'matrix.rated', data: { comparison, criterion: 'B', status: 'gap' }, audience: joint })),
    { type: 'case.taskSet', data: { id: at.jointTask, title: 'Agree on dates', done: false, by: at.southerner, at: 0 }, audience: joint },
    { type: 'case.taskSet', data: { id: at.foreignTask, title: 'Ours alone', done: false, side: 'south', by: at.southerner, at: 0 }, audience: ofSouth },
    { type: 'case.noteWritten', data: { id: at.jointNote, text: 'For both', by: at.southerner, at: 0 }, audience: joint },
    { type: 'case.noteWritten', data: { id: at.foreignNote, text: 'Ours alone', side: 'south', by: at.southerner, at: 0 }, audience: ofSouth },
    { type: 'case.documentFiled', data: { ...document, id: at.jointDocument, title: 'Plan', by: at.southerner }, audience: joint },
    { type: 'case.documentFiled', data: { ...document, id: at.foreignDocument, title: 'Ours alone', side: 'south', by: at.southerner }, audience: ofSouth },
    { type: 'case.contactSet', data: { id: at.ownContact, administration: own, name: 'Nils', position: '', email: '', phone: '' }, audience: joint },
    { type: 'case.contactSet', data: { id: at.foreignContact, administration: 'south', name: 'Sana', position: '', email: '', phone: '' }, audience: joint },
    ...(standing === 'absent' ? [] : [
      { type: 'case.noteWritten', data: { id: at.ownNote, text: 'Mine', by: actor, at: 0 }, audience: joint },
      { type: 'case.documentFiled', data: { ...document, id: at.ownDocument, title: 'Draft', side: own, by: actor }, audience: ofOwn },
    ] satisfies Draft[]),
  ];
}
