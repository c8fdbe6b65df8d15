import type { SessionInfo } from '../../protocol/live/session.ts';
import en from '../../content/mail/en.json' with { type: 'json' };
import fr from '../../content/mail/fr.json' with { type: 'json' };
import zh from '../../content/mail/zh.json' with { type: 'json' };
import type { Attachment, Message } from './transport.ts';

const texts = { en, fr, zh };
type MailLanguage = keyof typeof texts;

export interface InvitationMail {
  readonly to: string;
  readonly session: SessionInfo;
  readonly administrationName: string;
  readonly link: string;
  /** ms */
  readonly expiresAt: number;
  readonly calendar: Attachment;
}

/** The mail that carries an invitation link, in the first language of the session that we write. */
export function invitationMail({ to, session, administrationName, link, expiresAt, calendar }: InvitationMail): Message {
  const language = mailLanguage(session.languages);
  const { subject, text } = texts[language].invitation;
  const at = (time: number, timeZone: string): string =>
    new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(time);
  const values: Readonly<Record<string, string>> = {
    title: session.title, administration: administrationName, zone: session.zone, link,
    start: at(session.startsAt, session.zone), end: at(session.endsAt, session.zone), startUtc: at(session.startsAt, 'UTC'),
    expires: at(expiresAt, session.zone),
  };
  // One pass: what a title says in braces stays as it is.
  const fill = (template: string): string => template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { to, subject: fill(subject), text: fill(text), attachments: [calendar] };
}

export function mailLanguage(languages: readonly string[]): MailLanguage {
  for (const tag of languages) {
    const base = tag.split('-')[0]!.toLowerCase();
    if (base === 'en' || base === 'fr' || base === 'zh') return base;
  }
  return 'en';
}
