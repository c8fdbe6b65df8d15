/** Ids of everything that a command of the actor can be about. `there` is a room in which the actor has no business, `here` their own. */
export const ids = {
  other: 'other', waiter: 'waiter', sentAway: 'sent-away', extra: 'extra', here: 'room-here', there: 'room-there', deck: 'deck-1',
  ownStream: 'stream-own', otherStream: 'stream-other', ownMark: 'mark-own', camera: 'camera-1', otherCamera: 'camera-2',
  booth: 'booth-1', otherBooth: 'booth-2',
  visit: {
    zone: 'zone-1', slot: 'slot-1', criterion: 'criterion-1', document: 'document-1', consent: 'consent-1', ownRequest: 'request-own', otherRequest: 'request-other',
    freeze: 'freeze-1', review: 'evidence-review', released: 'evidence-released', ownCapture: 'evidence-own', otherCapture: 'evidence-other',
    inspection: 'inspection-1', ownNote: 'note-own', otherNote: 'note-other', ownFinding: 'finding-own', otherFinding: 'finding-other',
    ownQuestion: 'question-own', otherQuestion: 'question-other',
  },
  meeting: {
    southerner: 'delegate-south', northerner: 'delegate-north', item: 'item-1', tabled: 'position-tabled', hidden: 'position-hidden', proposed: 'outcome-proposed', readBack: 'outcome-read', notAsked: 'outcome-south',
    caucus: 'caucus-south',
  },
  lesson: { poll: 'poll-1', askedPoll: 'poll-asked' },
  file: {
    southerner: 'southerner', ownProgramme: 'programme-own', spareProgramme: 'programme-spare', otherProgramme: 'programme-other', thirdProgramme: 'programme-third',
    comparison: 'comparison-own', foreignComparison: 'comparison-other', jointTask: 'task-joint', foreignTask: 'task-other', ownNote: 'case-note-own',
    jointNote: 'case-note-joint', foreignNote: 'case-note-other', ownDocument: 'case-document-own', jointDocument: 'case-document-joint',
    foreignDocument: 'case-document-other', ownContact: 'contact-own', foreignContact: 'contact-other',
  },
} as const;
