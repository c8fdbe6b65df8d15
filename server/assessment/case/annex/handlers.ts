import { RefusalError } from '../../../../protocol/errors.ts';
import { printLanguage } from '../../../criteria.ts';
import { inlineName } from '../../../files/serve.ts';
import { seatOf } from '../../../http/call.ts';
import type { RouteHandlers } from '../../../http/call.ts';
import type { Log } from '../../../log.ts';
import { printOf } from '../../../pdf/document.ts';
import { PrintError, printPdf } from '../../../pdf/print.ts';
import { annexDocument } from './document.ts';

export function annexHandlers({ log }: { readonly log: Log }): Pick<RouteHandlers, 'comparisonPdf'> {
  return {
    comparisonPdf: async (call) => {
      const { live } = seatOf(call);
      const { comparisons } = live.state.case;
      const id = call.params['comparison'] ?? '';
      const comparison = Object.hasOwn(comparisons, id) ? comparisons[id] : undefined;
      if (!comparison) throw new RefusalError('case.absent', 'comparison');
      const now = Date.now();
      const document = annexDocument(live.state, comparison, printLanguage(call.query.language), now);
      try {
        const { pdf, notAccessible } = await printPdf(printOf(document, [], now));
        if (notAccessible !== undefined) log.warn({ session: live.id, reason: notAccessible }, 'an annex is not PDF/UA');
        call.response.set({
          'Content-Type': 'application/pdf', 'Content-Disposition': inlineName(`${document.title}.pdf`), 'X-Content-Type-Options': 'nosniff',
          'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'", 'Cache-Control': 'private, no-store',
        }).send(pdf);
      } catch (error) {
        if (error instanceof PrintError) log.error({ session: live.id, fault: error.fault, reason: error.reason }, 'an annex was not printed');
        throw error;
      }
    },
  };
}
