import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/** Content that does not fit its schema; the message names file and line. */
class ContentError extends Error {
  constructor(file: string, line: number | undefined, reason: string) {
    super(`content/${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
    this.name = 'ContentError';
  }
}

/** Reads a YAML file below content/. Throws a ContentError. */
export function readContent<S extends z.ZodType>(file: string, schema: S): z.output<S> {
  return parseContent(file, readFileSync(fileURLToPath(new URL(`../content/${file}`, import.meta.url)), 'utf8'), schema);
}

function parseContent<S extends z.ZodType>(file: string, text: string, schema: S): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) throw new ContentError(file, lines.linePos(fault.pos[0]).line, fault.message.split('\n')[0]!);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0]!;
  throw new ContentError(file, lineOf(path), `${path.map(String).join('.')}: ${message}`);

  /** Of the thing itself, or of the nearest one around it when it is missing. */
  function lineOf(at: readonly PropertyKey[]): number | undefined {
    for (let length = at.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(at.slice(0, length), true);
      if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return lines.linePos(node.range[0] as number).line;
    }
    return undefined;
  }
}
