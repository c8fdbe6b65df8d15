import type { TrainingAbility } from '../training/roles.ts';

/**
 * Capabilities that let people through their routes by roles of their own, and not by a seat in a session: the gate's name, and the ability
 * that a row asks it for.
 */
export interface GateAbilities {
  readonly training: TrainingAbility;
}
export type GateName = keyof GateAbilities;

/** One gate and one of its abilities: `{ training: 'edition.read' }`. */
export type GateAccess = { [G in GateName]: { readonly [K in G]: GateAbilities[G] } }[GateName];
