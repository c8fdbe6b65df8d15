import type { Rank } from '../../../protocol/routes/identity.ts';

/** Nobody gives more than they have. */
export function ranksToGive(own: Rank | undefined): readonly Rank[] {
  return own === 'installation' ? ['member', 'administrator', 'installation'] : ['member', 'administrator'];
}
