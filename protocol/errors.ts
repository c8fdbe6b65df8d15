/**
 * Every refusal that can leave the server, with the HTTP status it maps to.
 * A person can quote the code; the client turns it into a sentence (client/i18n, namespace "errors").
 */
export const errorCodes = {
  // What was sent
  'payload.invalid': 400,
  'payload.tooLarge': 413,
  'name.unknown': 404,
  'rate.limited': 429,
  // Who sent it
  'identity.required': 401,
  'identity.wrong': 401,
  'identity.throttled': 429,
  'identity.disabled': 403,
  'origin.foreign': 403,
  'permission.denied': 403,
  'link.invalid': 404,
  'link.expired': 410,
  'link.revoked': 410,
  'link.used': 410,
  'password.weak': 400,
  'email.taken': 409,
  // The session
  'session.absent': 404,
  'session.notOpen': 409,
  'session.ended': 409,
  'session.locked': 403,
  'session.full': 409,
  'session.damaged': 503,
  'session.replaced': 409,
  'lobby.waiting': 403,
  'participant.absent': 404,
  'participant.declined': 403,
  'participant.removed': 403,
  'participant.banned': 403,
  'participant.last': 409,
  'role.unknown': 400,
  'room.absent': 404,
  'room.notMember': 403,
  'room.isFloor': 409,
  'room.limit': 409,
  'chat.notHere': 409,
  'stage.notPresenter': 403,
  'stage.nothing': 409,
  'deck.absent': 404,
  'deck.page': 400,
  'deck.pagesDiffer': 409,
  'deck.limit': 409,
  'mark.limit': 409,
  'time.order': 400,
  'room.standing': 409,
  'role.side': 409,
  'interpretation.absent': 404,
  'interpretation.limit': 409,
  'interpretation.language': 409,
  'interpretation.notInterpreter': 409,
  'interpretation.seated': 409,
  'interpretation.notSeated': 403,
  'interpretation.notYourTurn': 403,
  'interpretation.turnTaken': 409,
  'interpretation.nobody': 409,
  // A visit
  'visit.absent': 404,
  'visit.limit': 409,
  'camera.absent': 404,
  'camera.notYourTurn': 403,
  'camera.notFrozen': 409,
  'capture.paused': 409,
  'capture.zoneUnknown': 409,
  'capture.noRecord': 403,
  'capture.noConsent': 403,
  'capture.personRefused': 403,
  'evidence.absent': 404,
  'evidence.notStored': 409,
  'evidence.decided': 409,
  'evidence.discarded': 410,
  'upload.offset': 409,
  'container.form': 400,
  'container.checkDigit': 400,
  'inspection.closed': 409,
  'note.shared': 409,
  'finding.foreign': 403,
  'report.absent': 404,
  'report.stale': 409,
  'report.foreign': 403,
  'report.side': 403,
  // A class
  'poll.absent': 404,
  'poll.limit': 409,
  'poll.asked': 409,
  'poll.notOpen': 409,
  'poll.answer': 400,
  'poll.few': 409,
  'groups.open': 409,
  'groups.notOpen': 409,
  'groups.double': 409,
  'group.absent': 404,
  // A meeting of delegations
  'meeting.absent': 404,
  'meeting.limit': 409,
  'delegation.foreign': 403,
  'delegation.noHead': 409,
  'delegation.notAsked': 403,
  'speaking.nobody': 409,
  'caucus.absent': 404,
  'caucus.isOpen': 409,
  'caucus.notInterpreter': 409,
  'position.tabled': 409,
  'outcome.stale': 409,
  'outcome.withdrawn': 409,
  'outcome.notReadBack': 409,
  'outcome.agreed': 409,
  'minutes.absent': 404,
  'minutes.stale': 409,
  // A case
  'case.absent': 404,
  'case.limit': 409,
  'case.foreign': 403,
  'case.shared': 409,
  'case.inUse': 409,
  'matrix.stale': 409,
  'matrix.notExamined': 409,
  // The training base
  'course.absent': 404,
  'edition.absent': 404,
  'edition.notNow': 409,
  'enrolment.closed': 403,
  'module.closed': 403,
  'lesson.absent': 404,
  'class.absent': 404,
  'class.scheduled': 409,
  'quiz.absent': 404,
  'attempt.absent': 404,
  'attempt.none': 409,
  'attempt.over': 409,
  'answer.form': 400,
  'mark.points': 400,
  'assignment.absent': 404,
  'submission.absent': 404,
  'submission.empty': 400,
  'submission.files': 409,
  'submission.passed': 409,
  'submission.stale': 409,
  'certificate.absent': 404,
  'certificate.early': 409,
  'certificate.withdrawn': 410,
  'draft.stale': 409,
  'draft.form': 400,
  // Media
  'media.unavailable': 503,
  'media.absent': 404,
  'media.refused': 403,
  'media.unsupported': 400,
  'media.limit': 409,
  // Files
  'file.absent': 404,
  'file.tooLarge': 413,
  'file.notPdf': 415,
  'file.notAccepted': 415,
  'file.broken': 422,
  'file.encrypted': 422,
  'file.tooManyPages': 422,
  'file.timeout': 422,
  'file.hashDiffers': 409,
  // Signatures
  'key.unreadable': 422,
  'key.password': 403,
  'key.absent': 422,
  'key.unsupported': 422,
  'key.uncertified': 422,
  'key.expired': 409,
  'key.notYet': 409,
  'key.notForSigning': 422,
  'signing.unsuitable': 422,
  'signing.taken': 409,
  // A signing ceremony
  'ceremony.frozen': 409,
  'ceremony.sameSide': 409,
  'ceremony.noStep': 404,
  'ceremony.noCopy': 404,
  'ceremony.incomplete': 409,
  'ceremony.foreignPlace': 403,
  'ceremony.notYourTurn': 409,
  'ceremony.stale': 409,
  'ceremony.altered': 409,
  'ceremony.unsigned': 409,
  'ceremony.sealed': 409,
  // Print
  'print.failed': 503,
  // The installation
  'store.full': 507,
  'store.readonly': 503,
  'store.io': 503,
  'server.stopping': 503,
  'server.fault': 500,
  'protocol.version': 409,
  'record.absent': 404,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorCodes;

/** A refusal as it crosses the wire. `detail` names the field or thing, never personal data. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly detail?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

/** A refusal as a value, for decisions. */
export function refuse(code: ErrorCode, detail?: string): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The same refusal where only an exception can travel (Express, streams); caught in one place. */
export class RefusalError extends Error {
  readonly refusal: Refusal;
  constructor(code: ErrorCode, detail?: string, options?: ErrorOptions) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.name = 'RefusalError';
    this.refusal = detail === undefined ? { code } : { code, detail };
  }
}
