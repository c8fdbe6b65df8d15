import { randomUUID } from 'node:crypto';
import { commandRow } from '../../protocol/table.ts';
import type { CommandInput, CommandName } from '../../protocol/table.ts';
import { decide } from '../live/decide/index.ts';
import { parse } from '../live/parse.ts';
import type { LiveSession } from '../live/session.ts';
import { orThrow } from '../refusal.ts';

/**
 * Lets one of the people of the demonstration do something. Nobody of them is there, so that the gate is passed by; what they say is
 * parsed and decided as always, and what the rules forbid does not happen. Answers the command's id, which is the id of what it
 * creates; decided at once, also where the promise is not awaited yet.
 */
export async function actAs<N extends CommandName>(live: LiveSession, person: string, name: N, input: CommandInput<N>, id: string = randomUUID()): Promise<string> {
  const payload = orThrow(parse(commandRow(name).payload, input));
  orThrow(await live.decide(person, (state) => decide(name, state, state.participants[person]!, payload, { now: Date.now(), id })));
  return id;
}
