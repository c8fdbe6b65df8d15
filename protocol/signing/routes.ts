import { routePaths as at } from '../routes/paths.ts';
import { route } from '../routes/rows.ts';
import { inspection } from './inspection.ts';

export const signingRoutes = {
  verify: route({
    ...at.verify, access: 'public', upload: true, perMinute: 20, reply: inspection,
    doc: 'What a PDF contains and whether each of its signatures and its revision hold; looked at in memory and not kept. Refused: file.notPdf, file.broken, file.encrypted, file.tooLarge, file.timeout, rate.limited.',
  }),
  authorityCertificate: route({
    ...at.authorityCertificate, access: 'public', perMinute: 60,
    doc: 'The certificate of this installation\'s authority (DER), by which anybody can check what it issued. Refused: record.absent as long as nothing was issued.',
  }),
};
