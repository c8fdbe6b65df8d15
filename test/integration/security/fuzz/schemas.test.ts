import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { routeNames, routeRow } from '../../../../protocol/routes/table.ts';
import { commandRow, commands, requestRow, requests, signalRow, signals } from '../../../../protocol/table.ts';
import type { CommandName, RequestName, SignalName } from '../../../../protocol/table.ts';
import { parse } from '../../../../server/live/parse.ts';
import { fitting, payloads, plain, runs, seed } from './arbitrary.ts';

const rows: readonly (readonly [string, z.ZodType])[] = [
  ...Object.keys(commands).map((name) => [name, commandRow(name as CommandName).payload] as const),
  ...Object.keys(requests).map((name) => [name, requestRow(name as RequestName).payload] as const),
  ...Object.keys(signals).map((name) => [name, signalRow(name as SignalName).payload] as const),
  ...routeNames.flatMap((name) => {
    const { body, query } = routeRow(name);
    return [...(body ? [[`${name} body`, body] as const] : []), ...(query ? [[`${name} query`, query] as const] : [])];
  }),
];

/** An address is text, also where it says a number. */
function asText(query: unknown): unknown {
  return Object.fromEntries(Object.entries(plain(query) as object).map(([key, value]) => [key, String(value)]));
}

describe('a schema', () => {
  test.each(rows)('of %s takes what it gave, unchanged, after a way over the wire', (name, schema) => {
    const wire = name.endsWith(' query') ? asText : plain;
    let fitted = 0;
    const fits = fitting(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
    fc.assert(fc.property(fits, (value) => {
      const first = schema.safeParse(plain(value));
      if (!first.success) return;
      fitted += 1;
      const again = schema.safeParse(wire(first.data));
      expect(again.success && plain(again.data)).toEqual(plain(first.data));
    }), { numRuns: runs, seed });
    expect(fitted, 'values that fit').toBeGreaterThan(0);
  });

  test.each(rows)('of %s answers to anything, and leaves other objects alone', (_name, schema) => {
    fc.assert(fc.property(payloads(schema), (value) => {
      const answer = parse(schema, value);
      if (!answer.ok) expect(answer.error.code).toBe('payload.invalid');
      expect(Object.keys(Object.prototype)).toEqual([]);
    }), { numRuns: runs, seed });
  });

  test('refuses what is nested more deeply than can be looked at', () => {
    const text = `${'['.repeat(20_000)}1${']'.repeat(20_000)}`;
    const payload = { transport: 't', kind: 'audio', rtpParameters: { codecs: JSON.parse(text) as unknown }, source: 'microphone', paused: false };
    expect(parse(requests['media.publish'].payload, payload)).toEqual({ ok: false, error: { code: 'payload.invalid' } });
  });
});
