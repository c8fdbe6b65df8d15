import fc from 'fast-check';
import type { interpretationCommands } from '../../../protocol/commands/interpretation.ts';

/** Few booths and languages, so that what one command makes is what another is about. */
const booth = fc.constantFrom('b1', 'b2');
const language = fc.constantFrom('fr', 'zh', 'ru');

export function interpretationPayloads(who: fc.Arbitrary<string>): { readonly [N in keyof typeof interpretationCommands]: fc.Arbitrary<unknown> } {
  const team = {
    languages: fc.uniqueArray(language, { minLength: 1, maxLength: 2 }),
    // Mostly those who can be: an interpreter of any cast that there is, and whoever was made one since.
    interpreters: fc.array(fc.record({ participant: fc.oneof({ weight: 2, arbitrary: fc.constantFrom('dia', 'gus') }, { weight: 1, arbitrary: who }), between: fc.constant(['en', 'fr']) }), { maxLength: 2 }),
  };
  return {
    'interpretation.open': fc.record(team),
    'interpretation.change': fc.record({ booth, ...team }),
    'interpretation.close': fc.record({ booth }),
    'interpretation.pivot': fc.record({ language: fc.option(language) }),
    'interpretation.take': fc.record({ booth, language, from: fc.option(who) }),
    'interpretation.ask': fc.record({ booth }),
    'interpretation.release': fc.record({ booth }),
    'interpretation.relay': fc.record({ channel: fc.constantFrom('floor', 'fr', 'zh') }),
  };
}
