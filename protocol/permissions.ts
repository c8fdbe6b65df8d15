/** Every ability in a live session. Rows of the protocol table name one; roles hold sets of them (kinds.ts). */
export const permissions = [
  'session.attend',
  'session.manage',
  'lobby.manage',
  'readiness.see',
  'participant.mute',
  'participant.remove',
  'participant.assign',
  'invitation.manage',
  'room.manage',
  'stage.layout',
  'stage.present',
  'deck.manage',
  'mark.draw',
  'pointer.show',
  'hand.raise',
  'hand.manage',
  'reaction.send',
  'chat.room',
  'chat.person',
  'media.microphone',
  'media.camera',
  'media.document',
  'media.screen',
  /** Speaks in a room beside the floor that they belong to, also where the role is silent on the floor. */
  'room.speak',
  /** Sets the languages that are interpreted, and who interprets. */
  'interpretation.manage',
  /** Interprets from a booth to which they were assigned. */
  'interpretation.speak',
  // A visit (protocol/observation)
  'visit.see',
  'visit.plan',
  'visit.record',
  'camera.film',
  'camera.direct',
  'camera.steer',
  'consent.see',
  'consent.manage',
  'consent.own',
  'evidence.capture',
  'evidence.custody',
  'evidence.release',
  'evidence.see',
  'evidence.mark',
  'note.write',
  'finding.write',
  'question.ask',
  'question.answer',
  'inspection.run',
  'report.see',
  'report.edit',
  'report.confirm',
  'package.export',
  // A class (protocol/class)
  'class.lead',
  'class.answer',
  // A meeting of delegations (protocol/assessment/meeting)
  'meeting.see',
  /** Moves the agenda and keeps the order of speaking. */
  'meeting.lead',
  /** Makes the agenda and reads back what is recorded. */
  'meeting.plan',
  'floor.ask',
  /** Acts for the own delegation, and for no other. */
  'delegation.lead',
  'position.write',
  'outcome.propose',
  'minutes.edit',
  // A case (protocol/assessment/case)
  'case.see',
  'case.write',
  'case.plan',
  'case.compare',
  'case.agree',
] as const;

export type Permission = (typeof permissions)[number];
