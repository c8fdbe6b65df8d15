import type { z } from 'zod';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';

/** Data from outside becomes trusted here. The refusal names the field, not its content. */
export function parse<S extends z.ZodType>(schema: S, data: unknown): Result<z.output<S>> {
  const parsed = safely(schema, data);
  if (!parsed) return refuse('payload.invalid');
  if (parsed.success) return accept(parsed.data);
  const path = parsed.error.issues[0]?.path.map(String).join('.').slice(0, 100);
  return refuse('payload.invalid', path === '' ? undefined : path);
}

/** Undefined: nested so deeply that there is no stack left to look at it, which is the sender's fault and not ours. */
function safely<S extends z.ZodType>(schema: S, data: unknown): z.ZodSafeParseResult<z.output<S>> | undefined {
  try {
    return schema.safeParse(data);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
