import { Readable } from 'node:stream';
import { RefusalError } from '../../../protocol/errors.ts';
import type { Certificate } from '../../../protocol/training/records.ts';
import { trainingMay } from '../../../protocol/training/roles.ts';
import type { TrainingLanguage } from '../../../protocol/training/texts.ts';
import type { PublicCertificate } from '../../../protocol/training/views.ts';
import { serveFile } from '../../files/serve.ts';
import type { RouteHandlers } from '../../http/call.ts';
import type { Base } from '../base.ts';
import { certificateFileName, issue, printCertificate } from '../certificates.ts';
import { editionSeat } from '../seat.ts';
import type { EditionSeat } from '../seat.ts';

const CERTIFICATE_BYTES = 8 * 1024 * 1024;

export function certificateHandlers(base: Base): RouteHandlers<'claimCertificate' | 'withdrawCertificate' | 'certificatePdf' | 'publicCertificate' | 'certificateOfFile'> {
  const { store, register, needed, now } = base;
  const arriving = new Set<string>();
  needed.register((hash) => arriving.has(hash) || [...register.certificates.all()].some(({ files }) => Object.values(files).some((file) => file.hash === hash)));

  const ofEdition = ({ edition }: EditionSeat, id: string | undefined): Certificate => {
    const found = register.certificates.get(id ?? '');
    if (!found || found.edition !== edition.id) throw new RefusalError('certificate.absent');
    return found;
  };

  /** Printed and sealed once for each language: what was given out stays the same, byte for byte. */
  async function fileOf(certificate: Certificate, language: TrainingLanguage): Promise<{ readonly hash: string; readonly bytes: number }> {
    const known = certificate.files[language];
    if (known) return known;
    const pdf = await base.seal(await printCertificate(certificate, language));
    const { hash, size } = await store.files.put(Readable.from([pdf]), { maxBytes: CERTIFICATE_BYTES });
    arriving.add(hash);
    try {
      const changed = await needed.place(hash, () => register.certificates.update(certificate.id, (one) => ({ ...one, files: { [language]: { hash, bytes: size }, ...one.files } })));
      return changed.files[language]!;
    } finally {
      arriving.delete(hash);
    }
  }

  return {
    claimCertificate: async (call) => {
      const { edition, person } = editionSeat(call);
      const { id } = await issue(base, edition, person, base.addressOf(call.request));
      return { number: id };
    },

    withdrawCertificate: async (call) => {
      const seat = editionSeat(call);
      const { id } = ofEdition(seat, call.params['certificate']);
      await register.certificates.update(id, (one) => {
        if (one.withdrawn) throw new RefusalError('certificate.withdrawn');
        return { ...one, withdrawn: { at: now(), by: seat.person.id, reason: call.body.reason } };
      });
      return { done: true };
    },

    certificatePdf: async (call) => {
      const seat = editionSeat(call);
      const found = ofEdition(seat, call.params['certificate']);
      if (found.person !== seat.person.id && !trainingMay(seat.roles, 'edition.manage')) throw new RefusalError('certificate.absent');
      if (found.withdrawn) throw new RefusalError('certificate.withdrawn');
      const language = call.query.language ?? 'en';
      const file = await fileOf(found, language);
      await serveFile(store.files, { ...file, mime: 'application/pdf', name: certificateFileName(found, language), isImmutable: false }, call.request, call.response);
    },

    publicCertificate: async ({ params }) => {
      const found = register.certificates.get((params['certificate'] ?? '').toUpperCase());
      if (!found) throw new RefusalError('certificate.absent');
      return publicView(found);
    },

    certificateOfFile: async ({ params }) => {
      const found = [...register.certificates.all()].find(({ files }) => Object.values(files).some(({ hash }) => hash === params['hash']));
      return found ? { certificate: publicView(found) } : {};
    },
  };
}

function publicView({ id, name, administrationName, country, issuerName, title, hours, issuedAt, withdrawn }: Certificate): PublicCertificate {
  return { number: id, name, administrationName, country, issuerName, title, hours, issuedAt, ...(withdrawn ? { withdrawn: { at: withdrawn.at, reason: withdrawn.reason } } : {}) };
}
