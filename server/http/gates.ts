import { RefusalError } from '../../protocol/errors.ts';
import type { GateAbilities, GateAccess, GateName } from '../../protocol/routes/gates.ts';
import type { Caller } from '../identity/caller.ts';
import type { TrainingSeat } from '../training/seat.ts';

/** What a gate knows of somebody whom it has let through; it stands in the call under the gate's name. */
export interface GateSeats {
  readonly training: TrainingSeat;
}

/** Lets somebody through who has this ability in what the path names. Throws a RefusalError. */
export type Gate<G extends GateName = GateName> = (caller: Caller, ability: GateAbilities[G], params: Readonly<Record<string, string>>) => GateSeats[G];

export type Gates = { readonly [G in GateName]?: Gate<G> };

/** Asks the gate that a row names; one that is not there lets nobody through. */
export function passGate(gates: Gates, access: GateAccess, caller: Caller, params: Readonly<Record<string, string>>): Partial<GateSeats> {
  return Object.fromEntries((Object.entries(access) as [GateName, GateAbilities[GateName]][]).map(([name, ability]) => {
    const gate = gates[name];
    if (!gate) throw new RefusalError('permission.denied');
    return [name, gate(caller, ability, params)];
  }));
}
