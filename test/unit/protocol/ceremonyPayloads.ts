import fc from 'fast-check';
import type { ceremonyCommands } from '../../../protocol/ceremony/commands.ts';
import type { Deed } from './casts.ts';

const administration = fc.constantFrom('north', 'south');
const text = fc.constantFrom('the Customs of the North', 'جمارك الشمال', '北方海关');
const worded = fc.record({ en: text, zh: text }, { requiredKeys: ['en'] });

/** What people of a ceremony may try; `who` are all who can be meant. */
export function ceremonyPayloads(who: fc.Arbitrary<string>): { readonly [N in keyof typeof ceremonyCommands]: fc.Arbitrary<unknown> } {
  return {
    'ceremony.side': fc.record({
      side: fc.constantFrom('a', 'b'), administration, country: fc.constantFrom('NO', 'EG'), language: fc.constantFrom('en', 'ar', 'zh'), signatory: who, witness: who,
      signatoryTitle: fc.constantFrom('', 'Director General'), witnessTitle: fc.constant(''),
    }, { requiredKeys: ['side', 'administration', 'country', 'language', 'signatoryTitle', 'witnessTitle'] }),
    'ceremony.options': fc.record({ source: fc.constantFrom('template', 'upload'), third: fc.constantFrom(null, 'fr'), mirror: fc.boolean() }),
    'ceremony.fillIn': fc.oneof(
      fc.record({ of: fc.constantFrom('a', 'b'), values: fc.record({ administration: worded, programme: worded }, { requiredKeys: [] }) }),
      fc.record({ of: fc.constant('joint'), values: fc.record({ date: worded, place: worded }, { requiredKeys: [] }) }),
    ),
    'ceremony.order': fc.constant({}),
    'ceremony.step': fc.record({ step: fc.constantFrom(null, 'order', 'welcome', 'show') }),
  };
}

/** Both sides named, and the order begun; signed is in a session that has started. */
export const agreed: readonly Deed[] = [
  ['ann', 'ceremony.side', { side: 'a', administration: 'north', country: 'NO', language: 'en', signatory: 'chen', signatoryTitle: 'Director General', witnessTitle: '' }],
  ['eve', 'ceremony.side', { side: 'b', administration: 'south', country: 'EG', language: 'ar', signatory: 'bo', witness: 'dia', signatoryTitle: '', witnessTitle: '' }],
  ['ann', 'ceremony.order', {}],
  ['ann', 'session.start', {}],
  ['ann', 'ceremony.step', { step: 'welcome' }],
];
