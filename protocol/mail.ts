/** Why a mail has not been delivered. unreachable: nobody answers; signIn: the server does not let this installation in; refused: it does not take this address or this message. */
export const mailReasons = ['unreachable', 'signIn', 'refused', 'other'] as const;
export type MailReason = (typeof mailReasons)[number];

/** What has become of a mail. queued: it is tried again; failed: it was given up, and nobody has received it. */
export type MailState = 'sent' | 'queued' | 'failed';
