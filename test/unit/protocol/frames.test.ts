import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { limits } from '../../../protocol/limits.ts';
import { commandRow, commands, requestRow, requests, signalRow, signals } from '../../../protocol/table.ts';
import type { CommandName, RequestName, SignalName } from '../../../protocol/table.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What Socket.IO, the message's id and its name take of a frame. */
const AROUND_BYTES = 512;

/** Bytes of the largest value of this form as JSON; a character takes three, as those of Chinese do. Infinity where nothing bounds it. */
function most(schema: JsonSchema | boolean): number {
  if (typeof schema === 'boolean') return Infinity;
  if ('const' in schema) return bytes(schema.const);
  if (schema.enum) return Math.max(...schema.enum.map(bytes));
  if (schema.$ref !== undefined) return Infinity;
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return Math.max(...options.map((one) => most(one)));
  if (schema.allOf) return Math.min(...schema.allOf.map((one) => most(one)));
  switch (schema.type) {
    case 'string': return 2 + (schema.maxLength === undefined ? lengthOf(schema) : 3 * schema.maxLength);
    case 'integer': return String(schema.maximum ?? Number.MAX_SAFE_INTEGER).length + 1;
    case 'number': return 25;
    case 'boolean': return 5;
    case 'null': return 4;
    case 'array': return 2 + (schema.maxItems ?? Infinity) * (1 + most(schema.items as JsonSchema));
    case 'object': {
      if (schema.propertyNames) {
        const { enum: names } = schema.propertyNames as JsonSchema;
        return names ? names.reduce<number>((sum, name) => sum + bytes(name) + 2 + most(schema.additionalProperties as JsonSchema), 2) : Infinity;
      }
      return 2 + Object.entries(schema.properties ?? {}).reduce((sum, [key, one]) => sum + bytes(key) + 2 + most(one), 0);
    }
    default: return Infinity;
  }
}

/** Identifiers, hashes and the like: letters of one byte. */
function lengthOf({ pattern, format }: JsonSchema): number {
  if (format === 'uuid') return 36;
  // Of a pattern without an open end: what its parts may repeat, none of which is longer than a few.
  const counts = [...(pattern ?? '').matchAll(/\{(?:\d+,)?(\d+)\}/gu)].map(([, count]) => Number(count));
  return counts.length === 0 || /[^\\][*+]|\{\d+,\}/u.test(pattern!) ? Infinity : counts.reduce((sum, one) => sum + one, 0);
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

const rows: readonly (readonly [string, z.ZodType])[] = [
  ...(Object.keys(commands) as CommandName[]).map((name) => [name, commandRow(name).payload] as const),
  ...(Object.keys(requests) as RequestName[]).map((name) => [name, requestRow(name).payload] as const),
  ...(Object.keys(signals) as SignalName[]).map((name) => [name, signalRow(name).payload] as const),
];

/** Rows whose form alone does not bound them, and what does. */
const boundOtherwise: Readonly<Record<string, string>> = {
  'mark.add': 'a stroke is simplified until it fits (test/unit/deck/ink.test.ts)',
  'report.edit': 'what was typed is saved in as many edits as it takes (test/unit/observation/report-draft.test.ts)',
  'minutes.edit': 'as for the report; its sender looks at the size first (client/live/frame.ts)',
  'groups.plan': 'each participant is in one group', 'groups.open': 'each participant is in one group',
  'media.publish': 'what mediasoup-client says of a stream', 'media.receive': 'what mediasoup-client says of a device',
  'ceremony.fillIn': 'its sender looks at the size first (client/live/frame.ts)',
};

describe('the largest payload that is valid fits a frame', () => {
  test.each(rows.filter(([name]) => boundOtherwise[name] === undefined))('of %s', (_name, payload) => {
    // As it is once read, where what was typed is cut to its length; or as it is sent, where reading gives it another form.
    const [read, sent] = (['output', 'input'] as const).map((io) => most(z.toJSONSchema(payload, { io, unrepresentable: 'any' })));
    expect(Math.min(read!, sent!)).toBeLessThanOrEqual(limits.frameBytes - AROUND_BYTES);
  });
});
