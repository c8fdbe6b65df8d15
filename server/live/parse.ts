import type { z } from 'zod';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';

/** Data from outside becomes trusted here. The refusal names the field, not its content. */
export function parse<S extends z.ZodType>(schema: S, data: unknown): Result<z.output<S>> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return accept(parsed.data);
  const path = parsed.error.issues[0]?.path.map(String).join('.').slice(0, 100);
  return refuse('payload.invalid', path === '' ? undefined : path);
}
