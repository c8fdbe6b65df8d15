import type { PersonView } from '../../protocol/routes/identity.ts';
import type { Course } from '../../protocol/training/model.ts';
import type { Edition } from '../../protocol/training/records.ts';
import en from '../../content/mail/training.en.json' with { type: 'json' };
import fr from '../../content/mail/training.fr.json' with { type: 'json' };
import zh from '../../content/mail/training.zh.json' with { type: 'json' };
import { mailLanguage } from '../mail/invitation.ts';
import type { Message } from '../mail/transport.ts';

const texts = { en, fr, zh };

export interface ReminderFacts {
  readonly to: PersonView;
  readonly from: PersonView;
  readonly edition: Edition;
  readonly course: Course;
  /** What the sender adds; may be empty. */
  readonly text: string;
  readonly link: string;
  readonly calendar: string;
}

/** The mail that reminds a trainee of their course, in their language. */
export function reminderMail({ to, from, edition, course, text, link, calendar }: ReminderFacts): Message {
  const language = mailLanguage([to.language]);
  const { subject, text: template } = texts[language].reminder;
  const end = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: to.zone }).format(edition.endsAt);
  const values: Readonly<Record<string, string>> = {
    name: to.name, sender: from.name, course: course.title[language], edition: edition.name, link, end, words: text === '' ? '' : `\n${text}\n`,
  };
  // One pass: what a name says in braces stays as it is.
  const fill = (whole: string): string => whole.replaceAll(/\{(\w+)\}/g, (braces, key: string) => values[key] ?? braces);
  return { to: to.email, subject: fill(subject), text: fill(template), attachments: [{ filename: 'course.ics', content: calendar, contentType: 'text/calendar; charset=utf-8' }] };
}
