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
] as const;

export type Permission = (typeof permissions)[number];
