import fc from 'fast-check';
import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What people and programs really send where a schema asks for text. */
const words = ['', ' ', 'en', 'floor', 'host', 'Rules of origin', '\u202Eevil', '\u0000', '\uD800', '<b>x</b>'];
/** Random letters would seldom be one of these. */
const known: Readonly<Record<string, readonly string[]>> = {
  language: ['en', 'fr-CA', 'zh', 'x-klingon', 'zh-hans-cn'], languages: ['en', 'fr-CA', 'zh', 'ar'], zone: ['UTC', 'Europe/Oslo', 'Etc/GMT+3'],
  file: ['0'.repeat(64), 'c'.repeat(64)], hash: ['0'.repeat(64), 'c'.repeat(64)], offset: ['0', '4194304'], container: ['CSQU3054383', 'csqu 305438 4'], criterion: ['A', 'M', 'own-1'],
  country: ['NO', 'FR'], email: ['nobody@customs.example', 'N.O\u2019Body@customs.example', 'x@y'], id: ['floor', 'host', 'deck-1'],
};
/** Keys that every object has, or that were holes elsewhere. */
const hostileKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length', 'valueOf', '$ne', ''];

/** Values of the form that a JSON schema describes; a schema's own refinements may still refuse some. */
export function fitting(schema: JsonSchema | boolean, name = ''): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return junk;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map((one) => fitting(one, name)));
  // Only any JSON refers to itself.
  if (schema.$ref !== undefined) return fc.jsonValue({ maxDepth: 3 });
  switch (schema.type) {
    case 'string': return text(schema, name);
    case 'integer': return fc.integer({ min: schema.minimum ?? -(2 ** 31), max: schema.maximum ?? 2 ** 31 });
    case 'number': return fc.double({ min: schema.minimum ?? -1e9, max: schema.maximum ?? 1e9, noNaN: true });
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'array': return fc.array(fitting(schema.items as JsonSchema, name), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 9, (schema.minItems ?? 0) + 9) });
    case 'object': return object(schema);
    default: return junk;
  }
}

function text({ pattern, format, minLength = 0, maxLength = 80 }: JsonSchema, name: string): fc.Arbitrary<string> {
  const free = fc.oneof(fc.constantFrom(...words), fc.string({ minLength, maxLength: Math.min(maxLength, 100), unit: 'grapheme' }));
  if (format === 'uuid') return fc.oneof({ weight: 4, arbitrary: fc.uuid() }, { weight: 1, arbitrary: free });
  const likely = known[name] ?? (pattern === undefined ? undefined : known['id']);
  return likely ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: free }) : free;
}

function object({ properties = {}, required = [], propertyNames }: JsonSchema): fc.Arbitrary<unknown> {
  if (propertyNames) return fc.dictionary(fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 });
  return fc.record(
    Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, fitting(inner, key)])),
    { requiredKeys: required },
  );
}

const huge = fc.constantFrom('x', '\u0000', '😀', '\\', '<', ' ').map((letter) => letter.repeat(30_000 / letter.length));
/** As deep as can still be printed when it fails; what is deeper comes in raw frames. */
const deep = fc.integer({ min: 50, max: 500 }).chain((levels) => fc.boolean().map((isList) => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = isList ? [value] : { a: value };
  return value;
}));
/** Own properties with the names of what objects inherit; only JSON.parse makes the first of them. */
const hostile = fc.tuple(fc.constantFrom(...hostileKeys), fc.jsonValue({ maxDepth: 1 })).map(([key, value]) => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`) as unknown);
const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.jsonValue({ maxDepth: 3 }) }, { weight: 3, arbitrary: hostile }, { weight: 1, arbitrary: huge }, { weight: 1, arbitrary: deep },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(undefined, null, -0, 1e308, 2 ** 53, '', 'undefined', [], {}, [[]], [null], true) },
);

/** A value with one of its parts, anywhere, replaced, taken out, or joined by another. */
function damaged(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.record({ whole, at: fc.nat(), how: fc.constantFrom('replace', 'remove', 'add'), part: junk, key: fc.oneof(fc.constantFrom(...hostileKeys), fc.string({ maxLength: 8 })) })
    .map(({ whole: value, at, how, part, key }) => {
      const copy = plain(value);
      const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
      const walk = (holder: Record<string, unknown>): void => {
        for (const [name, inner] of Object.entries(holder)) {
          places.push({ holder, key: name });
          if (typeof inner === 'object' && inner !== null) walk(inner as Record<string, unknown>);
        }
      };
      if (typeof copy === 'object' && copy !== null) walk(copy as Record<string, unknown>);
      const place = places[at % Math.max(1, places.length)];
      if (!place) return part;
      if (how === 'replace') put(place.holder, place.key, part);
      else if (how === 'remove') delete place.holder[place.key];
      else put(place.holder, key, part);
      return copy;
    });
}

/** `__proto__` as a property of its own, as JSON can have it. */
function put(holder: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(holder) && key === 'length') holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

export const plain = (value: unknown): unknown => value === undefined ? undefined : JSON.parse(JSON.stringify(value)) as unknown;

/** What could come where this schema stands: much of it nearly right, which gets furthest. */
export function payloads(schema: z.ZodType): fc.Arbitrary<unknown> {
  const fits = fitting(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return fc.oneof({ weight: 3, arbitrary: fits }, { weight: 4, arbitrary: damaged(fits) }, { weight: 3, arbitrary: junk });
}

/** How often each row is tried; FUZZ_RUNS=5000 for a night. */
export const runs = Number(process.env['FUZZ_RUNS'] ?? 200);
/** The same each time, so that a failure is found again; FUZZ_SEED=random looks elsewhere. A failure names its seed. */
const given = process.env['FUZZ_SEED'] ?? '1994';
export const seed = given === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(given);
