import { registerPart } from '../../../protocol/live/parts.ts';
import { casePart } from '../../../protocol/assessment/case/part.ts';
import type { KindLoader } from '../../live/client.ts';

registerPart(casePart);

/** Everything that the kind "case" needs is here with its page. */
export const caseKind: KindLoader = { isLoaded: (kind) => kind === 'case', load: async () => undefined };
