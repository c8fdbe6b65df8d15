import { RefusalError } from '../../../../protocol/errors.ts';
import { printLanguage } from '../../../criteria.ts';
import { seatOf } from '../../../http/call.ts';
import type { RouteHandlers } from '../../../http/call.ts';
import type { Log } from '../../../log.ts';
import { printLogged, sendPdf } from '../../../pdf/answer.ts';
import { printOf } from '../../../pdf/document.ts';
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
      const { pdf } = await printLogged(printOf(document, [], now), { log, session: live.id, what: 'an annex' });
      sendPdf(call.response, document.title, pdf);
    },
  };
}
