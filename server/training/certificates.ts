import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBuffer } from 'qrcode';
import { RefusalError } from '../../protocol/errors.ts';
import { certificateConditions, measuredHours, scoreOf } from '../../protocol/training/rules.ts';
import type { Certificate, Edition } from '../../protocol/training/records.ts';
import type { TrainingLanguage } from '../../protocol/training/texts.ts';
import type { PersonView } from '../../protocol/routes/identity.ts';
import en from '../../content/training/certificate.en.json' with { type: 'json' };
import fr from '../../content/training/certificate.fr.json' with { type: 'json' };
import zh from '../../content/training/certificate.zh.json' with { type: 'json' };
import { printPdf } from '../pdf/print.ts';
import type { Base } from './base.ts';
import { courseOf, workOf } from './base.ts';
import { certificateOf } from './register.ts';

const words = { en, fr, zh };
const locales = { en: 'en-GB', fr: 'fr-FR', zh: 'zh-CN' } as const;
/** Letters and digits that are not taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Issues the certificate of somebody who meets every condition, once; a withdrawn one stays withdrawn. Throws certificate.early. */
export async function issue(base: Base, edition: Edition, person: PersonView, address: string): Promise<Certificate> {
  const { register, people, now } = base;
  const course = courseOf(base, edition);
  const work = await workOf(base, edition, person.id);
  return register.certificates.exclusive(async () => {
    const before = certificateOf(register, edition.id, person.id);
    if (before?.withdrawn) throw new RefusalError('certificate.withdrawn');
    if (before) return before;
    if (!certificateConditions(course, work, now()).every(({ met }) => met)) throw new RefusalError('certificate.early');
    const holder = people.administration(person.administration);
    const id = newNumber(register.certificates.has.bind(register.certificates), now());
    const made: Certificate = {
      id, edition: edition.id, course: course.id, courseEdition: course.edition, person: person.id, name: person.name,
      administrationName: holder?.name ?? '', country: holder?.country ?? '', issuerName: people.administration(edition.administration)?.name ?? '',
      title: { ...course.title }, from: edition.startsAt, issuedAt: now(), hours: measuredHours(course, work, now()), score: scoreOf(course, work, now()),
      verifyAt: `${address}/certificate/${id}`, files: {},
    };
    await register.certificates.put(made);
    return made;
  });
}

/** Nobody guesses one, and it can be read to somebody on the telephone: GW-2026-7K3M-9QPX. */
function newNumber(taken: (number: string) => boolean, at: number): string {
  for (;;) {
    const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const number = `GW-${new Date(at).getUTCFullYear()}-${letters.slice(0, 4)}-${letters.slice(4)}`;
    if (!taken(number)) return number;
  }
}

/** The certificate as it stands on paper, tagged and readable by machine and eye. Rejects with a PrintError. */
export async function printCertificate(certificate: Certificate, language: TrainingLanguage): Promise<Buffer> {
  const text = words[language];
  const locale = locales[language];
  const directory = await mkdtemp(join(tmpdir(), 'gangway-certificate-'));
  try {
    const path = join(directory, 'qr.png');
    await writeFile(path, await toBuffer(certificate.verifyAt, { errorCorrectionLevel: 'M', margin: 1, scale: 10 }));
    const number = (value: number, options: Intl.NumberFormatOptions): string => new Intl.NumberFormat(locale, options).format(value);
    const { pdf } = await printPdf({
      template: '#import "/certificate.typ": certificate\n#certificate(json("/data.json"))\n', pictures: [{ name: 'qr', path }], madeAt: certificate.issuedAt,
      data: {
        language, title: text.title, issuer: certificate.issuerName, given: text.given, name: certificate.name, administration: certificate.administrationName,
        completed: text.completed, course: certificate.title[language], note: text.note, qr: 'qr', qrAlt: `${text.qr} ${certificate.verifyAt}`, check: text.check,
        facts: [
          { label: text.number, value: certificate.id },
          { label: text.issued, value: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(certificate.issuedAt) },
          { label: text.edition, value: certificate.courseEdition },
          { label: text.hours, value: number(certificate.hours, { maximumFractionDigits: 1 }) },
          { label: text.score, value: number(certificate.score, { style: 'percent', maximumFractionDigits: 0 }) },
          { label: text.verify, value: certificate.verifyAt },
        ],
      },
    });
    return pdf;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

export function certificateFileName(certificate: Certificate, language: TrainingLanguage): string {
  return `${words[language].title} ${certificate.id}.pdf`;
}
